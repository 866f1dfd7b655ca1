import type { Transaction } from 'dexie';
import { upgradeToSteps } from './upgrade-to-steps.ts';

/** One shipped step of the schema. Append to the list; never edit an entry that a user may have run. */
export type Migration = {
  readonly version: number;
  readonly why: string;
  /** Only the tables whose indexes change, null for one that goes; the others stay. */
  readonly tables?: Readonly<Record<string, string | null>>;
  /** Rewrites what is stored, inside the transaction of the upgrade, where tables that go are still there. */
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
};

export const migrations: readonly Migration[] = [
  {
    version: 1,
    why: 'A workspace is a starting world and an append-only log of inputs and their events.',
    tables: {
      workspaces: 'id, openedAt',
      worlds: 'workspace',
      inputs: '[workspace+step], &[workspace+command]',
      events: '[workspace+seq]',
      snapshots: '[workspace+seq]',
      drafts: '[workspace+key]',
      quarantine: '++id, workspace',
      meta: 'key',
    },
  },
  {
    version: 2,
    why: 'An input and its events are one row: written at once, they cost a quarter of a row each.',
    tables: {
      inputs: null,
      events: null,
      steps: '[workspace+step], &[workspace+command], [workspace+seq]',
    },
    upgrade: upgradeToSteps,
  },
  {
    version: 3,
    why: 'A workspace has tests: each is a scenario, too large for the row that every write reads.',
    tables: { tests: '[workspace+id]' },
  },
  {
    version: 4,
    why: 'A branch reads its beginning where its origin has it, which older releases would take for lost.',
  },
  {
    version: 5,
    why: 'There are courses, progress in their lessons, and results.',
    tables: { courses: 'id', progress: 'id, course', results: 'id, course' },
  },
];

export const schemaVersion = migrations.length;
