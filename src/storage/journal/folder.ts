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

/**
 * One file of the journal of a workspace. Mostly there is one. Another is begun by whoever takes over from a tab that
 * is frozen and holds it, in the name of the epoch of the new writer, and by whoever writes it anew.
 */
export type JournalName = { readonly workspace: string; readonly epoch: number; readonly serial: number };

/** The files of one workspace, oldest first. */
export const filesOf = (names: readonly JournalName[], workspace: string): readonly JournalName[] =>
  names
    .filter((name) => name.workspace === workspace)
    .toSorted((a, b) => a.epoch - b.epoch || a.serial - b.serial);

/** What a branch of a long log goes on with, while what it began with lies before it or in the journal of its origin. */
export const goesOn = { epoch: 0, serial: 1 };

export const isGoingOn = ({ epoch, serial }: JournalName): boolean =>
  epoch === goesOn.epoch && serial === goesOn.serial;

/** Where the journals lie: beside the database, and not in it. */
export type JournalFolder = {
  list(): Promise<readonly JournalName[]>;
  /** The file to write to, made where there is none; null while another tab has it. */
  open(name: JournalName): Promise<SyncFile | null>;
  /** What lies in the file, whoever writes to it; of a long one only a part, `from` and `to` as those of `slice`. */
  read(name: JournalName, from?: number, to?: number): Promise<ReadJournal>;
  /** @throws while somebody has it open */
  remove(name: JournalName): Promise<void>;
};

export type ReadJournal = {
  readonly bytes: Uint8Array;
  /** How long the whole file is. */
  readonly size: number;
  /** When it was last written to, in milliseconds since 1970. */
  readonly writtenAt: number;
};

const ending = '.journal';
const pattern = /^([^@]*)(?:@(\d+)\.(\d+))?\.journal$/;

/** Release 0.1 had one file a workspace and called it after that alone: epoch 0, serial 0. */
export function fileOf({ workspace, epoch, serial }: JournalName): string {
  const id = encodeURIComponent(workspace);
  return epoch === 0 && serial === 0 ? `${id}${ending}` : `${id}@${String(epoch)}.${String(serial)}${ending}`;
}

/** The journal that a file of this name is; null for any other file. */
export function nameOf(file: string): JournalName | null {
  const [, id, epoch = '0', serial = '0'] = pattern.exec(file) ?? [];
  if (id === undefined) return null;
  try {
    return { workspace: decodeURIComponent(id), epoch: Number(epoch), serial: Number(serial) };
  } catch {
    return null; // another one made it: this would not have escaped anything so
  }
}
