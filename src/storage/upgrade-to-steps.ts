import { Dexie, type Transaction } from 'dexie';
import type { RecordedEvent } from '../engine/events.ts';
import { all } from './shared-rows.ts';
import { rowOf, stepDamage } from './readable.ts';
import { coded } from './codes.ts';
import type { QuarantineRow, StepRow, StoredStep, WorkspaceRow } from './rows.ts';

/** So many inputs are rewritten at a time: what they and their events take is held in memory. */
const portion = 500;

/** As release 0.1 kept them. */
type InputRow = Omit<StoredStep, 'events'> & { readonly workspace: string };
type EventRow = { readonly workspace: string; readonly seq: number; readonly event: RecordedEvent };

/** A step as release 0.1 kept and wrote it: its input apart from its events. */
export type SplitStep = { readonly input: InputRow; readonly events: readonly RecordedEvent[] };

/** The same step in the shape of today. */
export function joined({ input: { workspace: _, ...input }, events }: SplitStep): StoredStep {
  return { ...input, events };
}

/**
 * Version 1 to 2: inputs and their events become rows of one table. What cannot be read, and what follows it, is put
 * aside; a journal that still has it brings it back. Runs inside the upgrade: whole or not at all.
 */
export async function upgradeToSteps(transaction: Transaction): Promise<void> {
  const workspaces = await transaction.table<WorkspaceRow>('workspaces').toArray();
  for (const { id, generation } of workspaces) await upgradeWorkspace(transaction, id, generation);
}

async function upgradeWorkspace(transaction: Transaction, id: string, generation: number): Promise<void> {
  const inputs = transaction.table<InputRow>('inputs');
  const events = transaction.table<EventRow>('events');
  let last = { step: 0, seq: 0 };
  for (;;) {
    const rows = await inputs
      .where('[workspace+step]')
      .between([id, last.step + 1], [id, last.step + portion], true, true)
      .toArray();
    const ofThem = await events
      .where('[workspace+seq]')
      .between([id, last.seq + 1], [id, rows.at(-1)?.seq ?? 0], true, true)
      .toArray();
    const whole = wholeSteps(rows, ofThem, last, id);
    await transaction.table<StepRow>('steps').bulkAdd(whole);
    const end = whole.at(-1);
    if (end !== undefined) last = end;
    if (whole.length < portion) break;
  }
  const kept = { workspace: id, generation, reason: coded('not-upgraded', {}) };
  const leftInputs = await inputs
    .where('[workspace+step]')
    .between(...all(id, last.step + 1))
    .toArray();
  const leftEvents = await events
    .where('[workspace+seq]')
    .between(...all(id, last.seq + 1))
    .toArray();
  await transaction
    .table<QuarantineRow>('quarantine')
    .bulkAdd([
      ...leftInputs.map((row) => ({ ...kept, table: 'inputs' as const, row })),
      ...leftEvents.map((row) => ({ ...kept, table: 'events' as const, row })),
    ]);
  const lost = leftInputs.length + leftEvents.length > 0;
  if (lost)
    await transaction
      .table('snapshots')
      .where('[workspace+seq]')
      .between([id, last.seq + 1], [id, Dexie.maxKey])
      .delete();
}

/** The rows of the steps that can be read whole, up to the first that cannot. */
function wholeSteps(
  inputs: readonly InputRow[],
  events: readonly EventRow[],
  after: { readonly step: number; readonly seq: number },
  workspace: string,
): readonly StepRow[] {
  const rows: StepRow[] = [];
  let { step, seq } = after;
  for (const input of inputs) {
    const own = events.slice(seq - after.seq, input.seq - after.seq);
    const whole = joined({ input, events: own.map(({ event }) => event) });
    if (input.step !== step + 1 || own.length !== input.seq - seq || stepDamage(whole) !== null) break;
    rows.push(rowOf(workspace, whole));
    ({ step, seq } = whole);
  }
  return rows;
}
