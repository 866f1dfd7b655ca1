import { writing, type FlowAct, type Flow, type ScriptFlow } from './flow.ts';
import type { FoundHint } from './found.ts';

/** Where a chat is ended and the customer is told nothing, neither before nor after, on any way that leads there (T17). */
export function endsSilently(script: ScriptFlow): readonly FoundHint[] {
  const found = new Map<string, FoundHint>();
  const { routines } = script;
  const writes = writing(routines);
  const seen = new Set<string>();

  const follow = (flow: Flow): void => {
    const writers = flow.map(writes);
    const first = writers.indexOf(true);
    flow.forEach((act, index) => {
      // Another act of the same way writes.
      if (first >= 0 && (first !== index || writers.includes(true, index + 1))) return;
      if (act.kind === 'ends') tell(act);
      if (act.kind === 'either') act.ways.forEach(follow);
      if (act.kind !== 'calls' || seen.has(act.routine)) return;
      seen.add(act.routine);
      follow(routines.get(act.routine) ?? []);
    });
  };

  const tell = (act: Extract<FlowAct, { kind: 'ends' }>): void => {
    const { at, statement, session } = act;
    const line =
      statement && session !== undefined ? script.says(session, 'Thank you for the chat. Bye!') : undefined;
    const start = statement?.start ?? 0;
    const fix = line && { label: '', start, end: start, text: `${line}\n${' '.repeat(at.column - 1)}` };
    found.set(`${at.file} ${String(at.start)}`, {
      code: 'ends-without-a-word',
      at,
      params: {},
      ...(fix && { fix }),
    });
  };

  follow(script.main);
  return [...found.values()];
}
