/** A file that only this worker can write, as the browser's private file system gives it. */
export type SyncFile = {
  read(into: Uint8Array, options: { at: number }): number;
  write(bytes: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  getSize(): number;
  /** Returns when everything lies on the disk. */
  flush(): void;
  close(): void;
};

/** Where the journals lie: beside the database, and not in it. */
export type JournalFolder = {
  /** Ids of the workspaces that have a journal. */
  workspaces(): Promise<readonly string[]>;
  /** The journal to write to; null while another tab has it. */
  open(workspace: string): Promise<SyncFile | null>;
  /** What lies in the journal, whoever writes to it. */
  read(workspace: string): Promise<ReadJournal>;
};

export type ReadJournal = {
  readonly bytes: Uint8Array;
  /** When it was last written to, in milliseconds since 1970. */
  readonly writtenAt: number;
};
