import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { CourseRow, ProgressRow, ResultRow } from './course-store.ts';
import { migrations } from './migrations.ts';
import type {
  DraftRow,
  MetaRow,
  QuarantineRow,
  SnapshotRow,
  StepRow,
  TestRow,
  WorkspaceRow,
  WorldRow,
} from './rows.ts';

export const databaseName = 'rehearsal';

/**
 * The tables. Strict durability, because what is acknowledged must survive a killed browser (reliability
 * L1), and never opened by itself: after a close, Dexie would reopen an emptied database in silence (L7).
 */
export class Database extends Dexie {
  declare workspaces: Table<WorkspaceRow, string>;
  declare worlds: Table<WorldRow, string>;
  declare steps: Table<StepRow, [workspace: string, step: number]>;
  declare snapshots: Table<SnapshotRow, [workspace: string, seq: number]>;
  declare drafts: Table<DraftRow, [workspace: string, key: string]>;
  declare tests: Table<TestRow, [workspace: string, id: string]>;
  declare courses: Table<CourseRow, string>;
  declare progress: Table<ProgressRow, string>;
  declare results: Table<ResultRow, string>;
  declare quarantine: Table<QuarantineRow, number>;
  declare meta: Table<MetaRow, string>;

  constructor(options: DexieOptions = {}) {
    super(databaseName, { ...options, autoOpen: false, chromeTransactionDurability: 'strict' });
    for (const { version, tables = {}, upgrade } of migrations) {
      const schema = this.version(version).stores(tables);
      if (upgrade !== undefined) schema.upgrade(upgrade);
    }
  }
}
