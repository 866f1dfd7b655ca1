import type { Test } from '../protocol/engine-api.ts';
import { all } from './shared-rows.ts';
import type { Database } from './database.ts';

/* The tests of a workspace, inside a transaction, which awaits nothing but Dexie. */

export async function testsOf(database: Database, workspace: string): Promise<readonly Test[]> {
  const rows = await database.tests
    .where('[workspace+id]')
    .between(...all(workspace))
    .toArray();
  return inOrder(rows.map(({ workspace: _, ...test }) => test));
}

export async function putTests(database: Database, workspace: string, tests: readonly Test[]): Promise<void> {
  if (tests.length > 0) await database.tests.bulkPut(tests.map((test) => ({ ...test, workspace })));
}

/** The oldest first; those that were made at once by their ids, so that the order is always the same. */
export const inOrder = (tests: readonly Test[]): readonly Test[] =>
  tests.toSorted((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1));
