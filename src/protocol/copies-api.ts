import type { CodedText } from '../engine/codes.ts';

/* What page and worker say to each other about copies in a folder on the disk. */

/** A folder on the disk, as the browser gives it to the page: it crosses to the worker as it is. */
export type CopyFolder = {
  readonly name: string;
  queryPermission?(how: { readonly mode: 'readwrite' }): Promise<'granted' | 'denied' | 'prompt'>;
  isSameEntry?(other: CopyFolder): Promise<boolean>;
  getFileHandle(name: string, options?: { readonly create?: boolean }): Promise<CopyFile>;
};

export type CopyFile = {
  getFile(): Promise<{ readonly size: number; readonly lastModified: number }>;
  createWritable(): Promise<{
    write(text: string): Promise<void>;
    close(): Promise<void>;
    abort(): Promise<void>;
  }>;
};

/** How the copies in a folder stand. */
export type CopiesState =
  | { readonly kind: 'off' }
  /** The browser wants to be asked again, in a click: then `keepCopies` with the same folder goes on. */
  | { readonly kind: 'asks'; readonly folder: CopyFolder; readonly last: number | null }
  | {
      readonly kind: 'on';
      readonly folder: string;
      /** When a copy was written last, in milliseconds since 1970. */
      readonly last: number | null;
      /** Why there has been none since; null when all are written. */
      readonly problem: CodedText | null;
      /** Files that somebody else changed: they stay as they are, and the copy lies beside them. */
      readonly changed: readonly string[];
    };

/** What the page asks of the engine's worker about copies; part of `EngineApi`. */
export interface CopiesApi {
  /** Keeps a copy of every workspace in this folder from now on, written after each quiet minute; null stops that. */
  keepCopies(folder: CopyFolder | null): Promise<CopiesState>;
  copies(): Promise<CopiesState>;
}
