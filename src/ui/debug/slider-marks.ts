import type { ScriptRole } from '../../engine/events.ts';
import type { DebugView } from '../../protocol/debug-api.ts';

export type MarkKind =
  'bot' | 'trigger' | 'script' | 'message' | 'status' | 'http' | 'failure' | 'other' | 'stop';

/** Something on the slider, at the statement that it came of. */
export type SliderMark = {
  readonly statement: number;
  readonly kind: MarkKind;
  /** From 0 at the first statement to 1 at the end of the step. */
  readonly place: number;
  /** It has an icon above its line; what stands too near to one that has keeps its line alone. */
  readonly hasIcon: boolean;
};

/** What is told of these is told by others that stand beside them, or too often. */
const silent: readonly string[] = [
  'script.finished',
  'script.printed',
  'hint.raised',
  'customer.types',
  'webhook.queued',
];

const kinds: Readonly<Record<string, MarkKind>> = {
  'message.saved': 'message',
  'session.statusChanged': 'status',
  'http.called': 'http',
  'script.failed': 'failure',
};

/** The lesser of two that stand at one statement gives way. */
const ranks: readonly MarkKind[] = [
  'failure',
  'http',
  'message',
  'status',
  'trigger',
  'bot',
  'script',
  'other',
  'stop',
];

type Marked = Pick<DebugView, 'statements' | 'marks' | 'failures' | 'stops'>;

/** So many marks are drawn at most: more cannot be told apart. */
const most = 300;

/** What stands on the slider of a step, from left to right. `gap` is the room of an icon, as a part of the slider. */
export function sliderMarks(view: Marked, gap: number): readonly SliderMark[] {
  const found = new Map<number, MarkKind>();
  const add = (statement: number, kind: MarkKind): void => {
    const at = Math.max(1, statement);
    const known = found.get(at);
    if (known === undefined || ranks.indexOf(kind) < ranks.indexOf(known)) found.set(at, kind);
  };
  for (const { statement, type, role } of view.marks) {
    if (!silent.includes(type))
      add(statement, type === 'script.started' ? kindOfRole(role) : (kinds[type] ?? 'other'));
  }
  for (const { statement } of view.failures) add(statement, 'failure');
  for (const statement of view.stops) add(statement, 'stop');
  const sorted = [...found].sort(([a], [b]) => a - b);
  const kept = thinned(sorted);
  let free = 0;
  return kept.map(([statement, kind]) => {
    const place = placeOf(statement, view.statements);
    const hasIcon = kind !== 'other' && kind !== 'stop' && place >= free;
    if (hasIcon) free = place + gap;
    return { statement, kind, place, hasIcon };
  });
}

/** What kind of script runs in a role. */
export function kindOfRole(role: ScriptRole | undefined): 'bot' | 'trigger' | 'script' {
  if (role === 'trigger') return 'trigger';
  return role === undefined || role === 'manual' || role === 'webhook' ? 'script' : 'bot';
}

/** Where a statement stands on the slider. */
export const placeOf = (statement: number, statements: number): number =>
  statements === 0 ? 0 : Math.min(1, Math.max(0, (statement - 1) / statements));

/** As many as can be told apart; what matters more stays. */
function thinned(sorted: readonly (readonly [number, MarkKind])[]): readonly (readonly [number, MarkKind])[] {
  if (sorted.length <= most) return sorted;
  const every = Math.ceil(sorted.length / most);
  return sorted.filter(([, kind], n) => kind === 'failure' || n % every === 0).slice(0, 2 * most);
}
