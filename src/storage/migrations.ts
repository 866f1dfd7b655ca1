/** A record as some older release wrote it: yesterday's shapes have no type today. */
export type StoredRecord = Record<string, unknown>;

/** One shipped step of the schema. Append to the list; never edit an entry that a user may have run. */
export type Migration = {
  readonly version: number;
  readonly why: string;
  /** Only the tables whose indexes change; the others stay. */
  readonly tables?: Readonly<Record<string, string | null>>;
  /** Rewrites one stored record. */
  readonly upgrade?: Readonly<Record<string, (record: StoredRecord) => void>>;
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
];

export const schemaVersion = migrations.length;
