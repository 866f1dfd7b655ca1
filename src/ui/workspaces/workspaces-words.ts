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
} as const;
