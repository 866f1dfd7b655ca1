import type { Diagnostic } from '../crmscript/diagnostic.ts';
import type { Problem } from '../protocol/engine-api.ts';
import { toStorageError, type StorageFault } from '../storage/storage-error.ts';

/* Each text says what happened, what was kept and what to do (reliability §3). */

const problems: Readonly<Record<StorageFault, Problem>> = {
  quota: {
    code: 'E-DB-QUOTA',
    text:
      'The browser has no room left for this site. Everything up to your last input is kept; the last input ' +
      'was not saved. Free some space on the disk, then send it again.',
  },
  write: {
    code: 'E-DB-WRITE',
    text:
      'The browser could not write to its database. Everything up to your last input is kept; the last input ' +
      'was not saved. Send it again; if that fails too, reload the page.',
  },
  duplicate: {
    code: 'E-DB-WRITE',
    text:
      'The database already holds other rows in the place of your last input. What was saved is kept; the last ' +
      'input was not saved. Reload the page, then send it again.',
  },
  fenced: {
    code: 'E-DB-WRITE',
    text:
      'Another tab took over this workspace while your input was on its way. What was saved is kept; the input ' +
      'was not saved. Send it again.',
  },
  gone: {
    code: 'E-DB-GONE',
    text:
      'The data of this site was deleted while this tab was open. What you see is kept in this tab only, and ' +
      'nothing new is saved. Copy what you need from it, then reload the page.',
  },
  newer: {
    code: 'E-DB-NEWER',
    text:
      'The data in this browser was written by a newer version of the app. It is unchanged, and this version ' +
      'does not touch it. Reload the page to get the newer version.',
  },
  blocked: {
    code: 'E-DB-BLOCKED',
    text:
      'Another tab with an older version of the app is open and keeps the data from being opened. Nothing was ' +
      'changed. Close the other tabs of this app, then try again.',
  },
  unavailable: {
    code: 'E-DB-WRITE',
    text:
      'This browser offers no database here. You can work as usual, but nothing is kept once this tab is ' +
      'closed. Copy what you need before you leave.',
  },
};

/** What to tell people about a failure of the storage. */
export function storageProblem(error: unknown): Problem {
  return problems[toStorageError(error).fault];
}

export const memoryProblem = problems.unavailable;

/** A workspace could be read only in part. */
export function corruptProblem(reason: string, seq: number, writes: boolean): Problem {
  const rest = writes
    ? 'What came after it was moved aside, not deleted, and the workspace goes on from there.'
    : 'What comes after it is not shown.';
  return {
    code: 'E-DB-CORRUPT',
    text:
      `A part of this workspace cannot be read: ${reason}. Everything up to event ${String(seq)} is kept. ` +
      `${rest} Check the last messages of the conversation.`,
  };
}

/** A fault of the app itself: the step was not taken. */
export function engineProblem(error: unknown): Problem {
  const cause = error instanceof Error ? error.message : String(error);
  return {
    code: 'E-ENGINE',
    text:
      `The app failed inside while it handled this (${cause}). Nothing was changed by it, and everything before ` +
      'it is kept. Try again; if it fails again, reload the page.',
  };
}

export function notOpenProblem(): Problem {
  return {
    code: 'E-ENGINE',
    text: 'This workspace is not open. Nothing was changed. Open it again, then repeat what you did.',
  };
}

export function unknownWorkspaceProblem(): Problem {
  return {
    code: 'E-DB-GONE',
    text: 'There is no such workspace in this browser. Nothing was changed. Choose another one from the list.',
  };
}

/** A part of the app that runs scripts, or the tables of their library, could not be loaded. */
export const scriptsProblem = (error: unknown): Problem => ({
  code: 'E-ENGINE',
  text:
    `A part of the app that this needs could not be loaded (${wordsOf(error)}). ` +
    'Everything up to your last input is kept. Go online once or reload the page, then send it again.',
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
export const sampleMissing = (): Problem => ({
  code: 'E-SAMPLE',
  text:
    'This sample could not be loaded. Your workspaces are as they were. Samples are there offline once the app says ' +
    'that it works offline; reload the page and try again.',
});
