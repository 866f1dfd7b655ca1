import type { Exchange } from '../scenario/script-folder.ts';

/* What page and worker say to each other about the folder of script files that a workspace goes with. */

/** A folder on the disk, as the browser gives it to the page; it can be kept as it is. */
export type DiskFolder = {
  readonly kind: 'directory';
  readonly name: string;
  queryPermission?(how: { readonly mode: 'readwrite' }): Promise<'granted' | 'denied' | 'prompt'>;
  requestPermission?(how: { readonly mode: 'readwrite' }): Promise<'granted' | 'denied' | 'prompt'>;
  values(): AsyncIterableIterator<DiskFolder | DiskFile>;
  getDirectoryHandle(name: string, options?: { readonly create?: boolean }): Promise<DiskFolder>;
  getFileHandle(name: string, options?: { readonly create?: boolean }): Promise<DiskFile>;
  removeEntry(name: string): Promise<void>;
};

export type DiskFile = {
  readonly kind: 'file';
  readonly name: string;
  getFile(): Promise<File>;
  createWritable(): Promise<{
    write(content: Uint8Array<ArrayBuffer>): Promise<void>;
    close(): Promise<void>;
    abort(): Promise<void>;
  }>;
};

/** The part of a browser's file that is read. */
type File = {
  readonly size: number;
  readonly lastModified: number;
  arrayBuffer(): Promise<ArrayBuffer>;
};

/** The folder that a workspace goes with, and what both had in common at the last exchange. */
export type KeptScriptFolder = {
  readonly name: string;
  /** Where it lies: on the disk, or in a zip that was taken in, byte for byte. */
  readonly at: DiskFolder | Uint8Array<ArrayBuffer>;
  readonly exchange: Exchange;
  /** Another one whenever somebody has it lie somewhere else: by that another tab sees that it does. */
  readonly bound?: string;
};

/** What the page asks of the engine's worker about such folders; part of `EngineApi`. */
export interface ScriptFoldersApi {
  scriptFolder(workspace: string): Promise<KeptScriptFolder | null>;
  /** Keeps it for this browser; null forgets it. False where it cannot be kept: it is known as long as the page is open. */
  keepScriptFolder(workspace: string, folder: KeptScriptFolder | null): Promise<boolean>;
}
