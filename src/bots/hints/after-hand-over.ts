import { writing, type FlowAct, type Flow, type ScriptFlow } from './flow.ts';
import type { FoundHint } from './found.ts';

type Placed = Extract<FlowAct, { kind: 'posts' | 'handsOver' | 'calls' }>;
type Handed = { readonly act: Placed; readonly sure: boolean };

/** Where something is written behind a hand-over: a chat that waits for people leaves their queue then (T13). */
export function afterHandOver(
  script: ScriptFlow,
  sourceOf: (file: string) => string | undefined,
): readonly FoundHint[] {
  const found: FoundHint[] = [];
  const told = new Set<string>();
  const { routines } = script;
  const writes = writing(routines);
  /** How each function leaves the chat, once it was followed; null where it does not hand over, or is being followed. */
  const followed = new Map<string, Handed | null>();

  /** Follows a flow from whether it was handed over before; undefined where it leaves. */
  const follow = (flow: Flow, before: Handed | null): Handed | null | undefined => {
    let handed = before;
    for (const act of flow) {
      if (act.kind === 'leaves') return undefined;
      if (act.kind === 'handsOver') handed = { act, sure: true };
      if (act.kind === 'posts' && handed !== null) tell(flow, handed, act);
      if (act.kind === 'calls') {
        if (handed !== null && writes(act)) tell(flow, handed, act, isSure(act.routine));
        else {
          const after = called(act.routine);
          if (after !== null) handed = { act, sure: after.sure };
        }
      }
      if (act.kind === 'either') handed = ways(act, handed);
    }
    return handed;
  };

  const called = (routine: string): Handed | null => {
    const known = followed.get(routine);
    if (known !== undefined) return known;
    followed.set(routine, null);
    const after = follow(routines.get(routine) ?? [], null) ?? null;
    followed.set(routine, after);
    return after;
  };

  /** Whether a function writes whatever it decides. */
  const isSure = (routine: string): boolean =>
    (routines.get(routine) ?? []).some(
      (act) => act.kind === 'posts' || (act.kind === 'calls' && writes(act)),
    );

  const ways = (act: Extract<FlowAct, { kind: 'either' }>, before: Handed | null): Handed | null => {
    // Where it was handed over perhaps, what comes perhaps may well be the other case.
    const into = act.asksStatus || before?.sure === false ? null : before && { ...before, sure: false };
    const ends = act.ways.map((way) => follow(way, into));
    if (before !== null) return before;
    const handing = ends.find((one) => one !== null && one !== undefined) ?? null;
    return handing && { ...handing, sure: false };
  };

  const tell = (flow: Flow, handed: Handed, act: Placed, isCertain = true): void => {
    const key = `${act.at.file} ${String(act.at.start)}`;
    if (told.has(key)) return;
    told.add(key);
    const sure = Number(handed.sure && isCertain);
    const fix = flow.includes(handed.act) ? swapped(handed.act, act, sourceOf) : undefined;
    found.push({ code: 'writes-after-hand-over', at: act.at, params: { sure }, ...(fix && { fix }) });
  };

  follow(script.main, null);
  for (const name of routines.keys()) called(name);
  return found;
}

/** The statement that hands over, put behind the one that writes. */
function swapped(
  handing: Placed,
  writing: Placed,
  sourceOf: (file: string) => string | undefined,
): FoundHint['fix'] {
  const [first, last] = [handing.statement, writing.statement];
  const source = first && sourceOf(first.file);
  if (first === undefined || last?.file !== first.file || source === undefined || first.end > last.start)
    return undefined;
  const between = /^\s*/.exec(source.slice(first.end, last.start))?.[0] ?? '\n';
  const rest = source.slice(first.end, last.end).trimStart();
  // A comment behind the hand-over speaks of it.
  if (/^(?:\/\/|\/\*)/.test(rest)) return undefined;
  const text = `${rest}${between === '' ? '\n' : between}${source.slice(first.start, first.end)}`;
  return { label: '', start: first.start, end: last.end, text };
}
