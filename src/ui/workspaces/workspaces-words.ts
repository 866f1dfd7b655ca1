import type { Began } from '../../protocol/engine-api.ts';
import { countOf } from '../format.ts';

const workspacesOf = (n: number): string => (n === 1 ? '1 workspace' : `${countOf(n)} workspaces`);

/** `212 kB`, `3.1 MB`: a thousand to the next unit, two figures where one would say too little. */
export function amountOf(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let unit = 0;
  let n = bytes;
  for (; n >= 999.5 && unit < units.length - 1; unit += 1) n /= 1000;
  const digits = unit > 0 && n < 9.95 ? 1 : 0;
  return `${n.toFixed(digits)} ${units[unit] ?? ''}`;
}

const began: Record<Began, string> = {
  sample: 'Started from a sample',
  file: 'Opened from a file',
  link: 'Opened from a link',
  branch: 'Branch',
  copy: 'Copied here',
  backup: 'Restored from a backup',
  empty: 'Started empty',
};

/** The words of Workspaces, loaded with it. */
export const workspacesWords = {
  find: 'Find a workspace',
  columns: {
    name: 'Name',
    used: 'Last used',
    sessions: 'Sessions',
    messages: 'Messages',
    size: 'Size',
    began: 'How it began',
    act: 'Actions',
  },
  sessions: (n: number) => (n === 1 ? '1 session' : `${countOf(n)} sessions`),
  messages: (n: number) => (n === 1 ? '1 message' : `${countOf(n)} messages`),
  open: 'Open',
  openName: (name: string) => `Open ${name}`,
  isOpen: 'open',
  nowOpen: 'now open',
  today: (time: string) => `today ${time}`,
  yesterday: (time: string) => `yesterday ${time}`,
  openEarlier: (name: string, time: string) => `Open ${name} as last used ${time}`,
  earlier: (name: string, time: string) => `${name} as last used ${time}`,
  earlierRun: 'before starting over',
  startedOver: 'Started over',
  madeAt: (time: string) => `Made ${time}`,
  showEarlier: (n: number) => (n === 1 ? '1 earlier run' : `${countOf(n)} earlier runs`),
  more: (name: string) => `More for ${name}`,
  rename: 'Rename',
  renameName: (name: string) => `Rename ${name}`,
  newName: (name: string) => `New name of ${name}`,
  duplicate: 'Duplicate',
  duplicateName: (name: string) => `Duplicate ${name}`,
  save: 'Save…',
  saveHint: 'As a file, to send it or to keep it',
  delete: 'Delete',
  deleteName: (name: string) => `Delete ${name}`,
  deleteHint: 'Can be taken back for ten seconds',
  noneFound: 'No workspace has these letters in its name.',
  samples: 'New workspace from a sample',
  makeOf: (name: string) => `Make a workspace of ${name}`,
  new: 'New workspace',
  newHint: 'With one channel and one agent, and nothing else',
  emptyChannel: 'Chat',
  emptyAgent: 'Agent',
  began: (how: Began | undefined) => (how === undefined ? '—' : began[how]),
  branchOf: (name: string) => `Branch of ${name}`,

  side: 'How safe it is here',
  here: 'On this computer',
  usedOf: (used: number, quota: number) => `${amountOf(used)} of ${amountOf(quota)}`,
  used: 'Storage used',
  keeps: 'The browser promises to keep this.',
  mayClear: 'The browser may clear this when the disk is full.',
  ask: 'Ask the browser to keep it',
  refused:
    'The browser did not promise it. Most say yes once the page is installed or was used often: ask again then. ' +
    'Until then a backup is the safe way.',
  cannotAsk: 'This browser cannot be asked to keep it.',
  nothingKept: 'This browser keeps nothing: closing the page forgets everything.',
  workspacesOf,

  copiesTitle: 'A copy in a folder',
  copiesSwitch: 'Keep a copy in a folder',
  copiesOff: 'Writes each workspace into a folder of yours, a file each, after every quiet minute.',
  copiesCannot: 'This browser lets no page write into a folder of the computer. A backup does not need that.',
  copiesOn: (folder: string) => `“${folder}”. One file a workspace, written after each quiet minute.`,
  copiesLast: (when: string) => `Last ${when}.`,
  copiesNone: 'None is written yet.',
  copiesBusy: 'Writing…',
  copiesAsk: 'The browser wants to be asked again before it writes there.',
  copiesAgain: 'Allow it again',
  copiesSince: (when: string) => `No copy since ${when}.`,
  copiesNever: 'No copy yet.',
  copiesChanged: (files: readonly string[]) =>
    `Somebody else changed ${files.join(', ')}: that stays as it is, and the copy lies beside it.`,

  backupTitle: 'Back up',
  backupWhat: (n: number) =>
    `${n === 1 ? 'The workspace' : n === 2 ? 'Both workspaces' : `All ${workspacesOf(n)}`} in one file. Restoring adds and never replaces.`,
  backupLast: (when: string) => `Last ${when}.`,
  backupKind: 'Backup of Rehearsal',
  backUp: 'Back up everything…',
  restore: 'Restore…',
  restoreHint: 'Choose a backup: you see what is in it before anything is added',
  backingUp: (done: number, of: number) => `${countOf(done)} of ${workspacesOf(of)}`,
  backedUp: (n: number, file: string) => `${workspacesOf(n)} backed up in ${file}.`,
  backupLeft: (names: readonly string[]) => `Not in it, because it could not be read: ${names.join(', ')}.`,
  backupStopped: 'Stopped. No backup was written.',
  backupBroke: 'The backup broke off, and nothing was written. Try again.',

  eraseTitle: 'Erase everything',
  eraseWhat: 'Workspaces, settings, and the app kept for use without a network.',
  erase: 'Erase…',
  eraseAsk: 'Erase everything on this computer?',
  eraseGoes: 'This goes, in every tab:',
  eraseWorkspaces: (n: number, messages: string, count: number) =>
    `${workspacesOf(n)} with ${messages} ${count === 1 ? 'message' : 'messages'}, and the safety journal`,
  eraseUnsent: 'Text that was written and not sent',
  eraseSettings: 'How this window is set up',
  eraseApp: 'The app itself, as it is kept here: without a network this page does not open any more',
  eraseStays: 'Files that you saved, backups and copies in a folder stay where they are.',
  eraseNoWay: 'Nothing takes this back. Back up first what you may want again.',
  eraseNow: 'Erase everything',
  eraseSure: 'Really erase everything',
} as const;
