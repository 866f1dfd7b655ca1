import type { Database } from './database.ts';
import type { Outline } from './journal/row-log.ts';
import { isDamage, stepIn } from './readable.ts';
import type { StepRow, StoredStep } from './rows.ts';
import { lastRow, rowAt } from './shared-rows.ts';

/** What the database holds of a workspace, in short. Inside a transaction. */
export async function outline(database: Database, id: string, step: number): Promise<Outline | undefined> {
  const row = await database.workspaces.get(id);
  const start = await database.worlds.get(id);
  if (!row || !start) return undefined;
  const last = await lastRow(database, row);
  const there = await rowAt(database, row, step);
  return {
    row,
    world: start.world,
    last: { step: last?.step ?? 0, seq: last?.seq ?? 0, command: last?.command ?? '' },
    commandThere: there?.command,
  };
}

/** The steps in rows that begin with step `from`, up to the first that is missing or cannot be read. */
export function stepsIn(rows: readonly StepRow[], from: number): readonly StoredStep[] {
  const steps: StoredStep[] = [];
  for (const row of rows) {
    const step = stepIn(row);
    const before = steps.at(-1);
    if (isDamage(step) || step.step !== from + steps.length) break;
    if (before !== undefined && step.seq - step.events.length !== before.seq) break;
    steps.push(step);
  }
  return steps;
}
