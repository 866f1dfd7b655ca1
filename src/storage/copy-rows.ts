import type { Database } from './database.ts';
import type { Outline } from './journal/row-log.ts';
import { all } from './read-log.ts';
import { eventDamage, isReadableInput } from './readable.ts';
import type { StepRows } from './rows.ts';

/** What the database holds of a workspace, in short. Inside a transaction. */
export async function outline(database: Database, id: string, step: number): Promise<Outline | undefined> {
  const row = await database.workspaces.get(id);
  const start = await database.worlds.get(id);
  if (!row || !start) return undefined;
  const inputs = database.inputs.where('[workspace+step]').between(...all(id));
  const last = await inputs.last();
  const there = await database.inputs.get([id, step]);
  return {
    row,
    world: start.world,
    last: { step: last?.step ?? 0, seq: last?.seq ?? 0, command: last?.command ?? '' },
    commandThere: there?.command,
  };
}

/** At most `count` steps after step `after`, up to the first that cannot be read whole. Inside a transaction. */
export async function stepsAfter(
  database: Database,
  workspace: string,
  after: number,
  count: number,
): Promise<readonly StepRows[]> {
  const before = after === 0 ? undefined : await database.inputs.get([workspace, after]);
  const inputs = await database.inputs
    .where('[workspace+step]')
    .between([workspace, after + 1], [workspace, after + count], true, true)
    .toArray();
  const start = before?.seq ?? 0;
  const rows = await database.events
    .where('[workspace+seq]')
    .between([workspace, start + 1], [workspace, inputs.at(-1)?.seq ?? 0], true, true)
    .toArray();
  const steps: StepRows[] = [];
  let seq = start;
  for (const [index, input] of inputs.entries()) {
    if (!isReadableInput(input) || input.step !== after + index + 1) return steps;
    const own = rows.slice(seq - start, input.seq - start);
    const first = seq + 1;
    if (own.length !== input.seq - seq || own.some((row, n) => eventDamage(row, first + n) !== null))
      return steps;
    steps.push({ input, events: own.map(({ event }) => event) });
    seq = input.seq;
  }
  return steps;
}
