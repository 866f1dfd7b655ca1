import type { Diagnostic } from '../crmscript/diagnostic.ts';
import type { CodedText } from '../engine/codes.ts';
import type { ServiceError } from '../protocol/engine-api.ts';
import { StorageError, toStorageError, type StorageFault } from '../storage/storage-error.ts';
import { coded } from './codes.ts';

/* What happened, of which kind; the sentences say what was kept and what to do (reliability §3). */

const problems: Readonly<Record<StorageFault, ServiceError>> = {
  quota: { code: 'E-DB-QUOTA', reason: coded('storage-full', {}) },
  write: { code: 'E-DB-WRITE', reason: coded('storage-not-written', {}) },
  duplicate: { code: 'E-DB-WRITE', reason: coded('storage-rows-taken', {}) },
  fenced: { code: 'E-DB-WRITE', reason: coded('storage-taken-over', {}) },
  gone: { code: 'E-DB-GONE', reason: coded('storage-deleted', {}) },
  newer: { code: 'E-DB-NEWER', reason: coded('storage-newer', {}) },
  blocked: { code: 'E-DB-BLOCKED', reason: coded('storage-blocked', {}) },
  unavailable: { code: 'E-DB-WRITE', reason: coded('storage-missing', {}) },
};

/** What to tell people about a failure of the storage. */
export function storageProblem(error: unknown): ServiceError {
  return problems[toStorageError(error).fault];
}

export const memoryProblem = problems.unavailable;

/** A workspace could be read only in part; `damage` is what the storage says of it. */
export const corruptProblem = (damage: CodedText, seq: number, writes: boolean): ServiceError => ({
  code: 'E-DB-CORRUPT',
  reason: coded('workspace-damaged', { damage, seq, writes }),
});

/** A fault of the app itself: the step was not taken. */
export const engineProblem = (error: unknown): ServiceError => ({
  code: 'E-ENGINE',
  reason: coded('app-failed', { error: wordsOf(error) }),
});

export const notOpenProblem = (): ServiceError => ({
  code: 'E-ENGINE',
  reason: coded('workspace-not-open', {}),
});

export const unknownWorkspaceProblem = (): ServiceError => ({
  code: 'E-DB-GONE',
  reason: coded('no-workspace', {}),
});

/** A part of the app that runs scripts, or the tables of their library, could not be loaded. */
export const scriptsProblem = (error: unknown): ServiceError => ({
  code: 'E-ENGINE',
  reason: coded('part-not-loaded', { error: wordsOf(error) }),
});

/** The same, for somebody who looks at a script. */
export const partMissing = (file: string): Diagnostic => ({
  severity: 'warning',
  code: 'part-missing',
  message:
    'This script was not checked: a part of the app that this needs could not be loaded. Reload the page.',
  span: { file, start: 0, end: 0, line: 1, column: 1 },
});

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A sample that lies beside the app could not be read. */
export const sampleMissing = (): ServiceError => ({
  code: 'E-SAMPLE',
  reason: coded('sample-not-loaded', {}),
});

/** Whether a problem is over as soon as writing works. */
export const isPassing = (problem: ServiceError | null): boolean =>
  problem?.code === 'E-DB-WRITE' || problem?.code === 'E-DB-QUOTA' || problem?.code === 'E-ENGINE';

/** What became of something that failed, as the page is told. */
export function problemOf(error: unknown): ServiceError {
  return error instanceof StorageError ? storageProblem(error) : engineProblem(error);
}
