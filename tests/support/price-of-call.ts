import { createRunScript } from '../../src/bots/run-script.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import { createHost } from '../../src/engine/host.ts';
import { findScript } from '../../src/engine/registration.ts';
import { StepDraft, theInput } from '../../src/engine/step-draft.ts';
import type { ScriptFailure } from '../../src/engine/events.ts';
import type { World } from '../../src/engine/world.ts';
import { tables } from '../crmscript/tables.ts';
import type { NativeCall } from './native-calls.ts';

/** What a call is given. */
export type Given = { readonly text: string; readonly other: string; readonly number: number };

export type Used = { readonly price: number; readonly failure: ScriptFailure | undefined };

const rows = Array.from({ length: 2000 }, (_, index) => ({
  id: index + 1,
  name: `row ${String(index)} ${'x'.repeat(24)}`,
}));

/** A world in which everything that reads a table finds a large one. */
const world: World = createWorld({
  startsAt: '2024-01-01T10:00:00Z',
  agents: [{ id: 1, name: 'Kari Nord' }],
  channels: [{ id: 1, name: 'Support' }],
  contacts: rows.slice(0, 1000),
  tables: Object.fromEntries(
    ['big', 'NSSaleEntity', 'ticket', 'ej_category', 'ticket_status', 'ticket_priority'].map((name) => [
      name,
      rows,
    ]),
  ),
  options: { statementBudget: 20_000_000 },
});

const sourceOf = ({ declarations, call }: NativeCall): string => `#setLanguageLevel 3;
String text = getVariable("text"); String other = getVariable("other"); Integer number = getVariable("number").toInteger();
Integer turns = getVariable("turns").toInteger();
${declarations}
for (Integer i = 0; i < turns; i++) { try { ${call}; } catch { } }`;

const run = createRunScript(tables);

/** Makes the declarations of a call and then calls it so many times, in a bot's script; compiled once. */
export function prepareCall(call: NativeCall): (given: Given, turns: number) => Used {
  const folders = [{ id: 1, name: 'Bot', scripts: [{ id: 1, name: 'call', source: sourceOf(call) }] }];
  const own = { ...world, folders: createWorld({ startsAt: '2024-01-01T10:00:00Z', folders }).folders };
  const script = findScript(own.folders, 1);
  if (script === undefined) throw new Error('The script is not in its own world.');
  return (given, turns) => {
    const stage = new StepDraft(own, { step: 1, input: { type: 'clock.advances', by: 0 } }, run, createHost);
    const variables = { ...given, number: String(given.number), turns: String(turns) };
    const host = createHost(stage, theInput, undefined);
    const { meter } = stage;
    const { failure } = run({
      script,
      role: 'manual',
      inputs: () => [],
      variables,
      state: {},
      meter,
      host,
    });
    return { price: meter.price, failure };
  };
}
