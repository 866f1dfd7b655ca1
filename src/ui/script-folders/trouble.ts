import type { DiskFolder } from '../../protocol/script-folder-api.ts';
import { TooManyFiles } from './source.ts';

/** Why a folder cannot be read or written. */
export type Trouble =
  | 'gone'
  | 'denied'
  | 'too-many'
  | 'too-large'
  | 'damaged'
  | 'no-room'
  /** Somebody else wrote into it since the last look: nothing was done. */
  | 'changed'
  | 'failed';

const byName: Readonly<Record<string, Trouble>> = {
  NotFoundError: 'gone',
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NoModificationAllowedError: 'denied',
  QuotaExceededError: 'no-room',
};

export const troubleOf = (error: unknown): Trouble =>
  error instanceof TooManyFiles ? 'too-many' : (byName[error instanceof Error ? error.name : ''] ?? 'failed');

/** Whether the browser lets the page read and write a folder now. */
export const permissionOf = async (folder: DiskFolder) =>
  (await folder.queryPermission?.({ mode: 'readwrite' }).catch(() => 'denied' as const)) ?? 'granted';
