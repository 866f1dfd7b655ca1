/**
 * What can go wrong with the database:
 * - `quota`: it is full; `write`: the browser could not do it now; `duplicate`: rows with these keys exist;
 * - `fenced`: another tab writes now; `gone`: the data was deleted; `newer`: a newer release wrote it;
 * - `blocked`: an older tab keeps it from being upgraded; `unavailable`: there is no database here.
 */
export type StorageFault =
  'quota' | 'write' | 'duplicate' | 'fenced' | 'gone' | 'newer' | 'blocked' | 'unavailable';

/** The one error that `storage/` throws. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly fault: StorageFault;

  constructor(fault: StorageFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

/** Any error of the database as a `StorageError`. What has no better name is `write`: it may work next time. */
export function toStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const names = [...namesOf(error, 0)];
  const message = error instanceof Error ? error.message : String(error);
  if (names.includes('QuotaExceededError')) return new StorageError('quota', message);
  if (names.includes('ConstraintError')) return new StorageError('duplicate', message);
  if (names.includes('MissingAPIError')) return new StorageError('unavailable', message);
  return new StorageError('write', message);
}

/** Dexie wraps: an aborted transaction holds its reason in `inner`, a bulk operation in `failures`. */
function* namesOf(error: unknown, depth: number): Generator<string> {
  if (typeof error !== 'object' || error === null || depth > 5) return;
  const { name, inner, failures } = error as { name?: unknown; inner?: unknown; failures?: unknown };
  if (typeof name === 'string') yield name;
  yield* namesOf(inner, depth + 1);
  if (Array.isArray(failures))
    for (const failure of failures.slice(0, 10)) yield* namesOf(failure, depth + 1);
}
