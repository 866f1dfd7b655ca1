import type { Json } from '../engine/definition.ts';
import type { RecordedEvent } from '../engine/events.ts';
import { fieldsOf, ownFields } from './event-line.ts';
import { likeness, nearest } from './likeness.ts';
import { reach } from './match.ts';
import type { Matcher } from './match.ts';
import { fieldMatches, olderFields, shownAt } from './match-said.ts';

export type EventFields = {
  readonly event: string;
  readonly times?: number | undefined;
  readonly within?: string | undefined;
  readonly [field: string]: Json | undefined;
};

/** The fields of the event itself: all but what the expectation says about it. */
const fieldsOfPattern = ({ event: _event, times: _times, within: _within, ...fields }: EventFields) => fields;

/** Whether an event is of the pattern's type and its fields are as the pattern says. */
export function isSuch(event: RecordedEvent, pattern: EventFields, matcher: Matcher): boolean {
  return (
    event.type === pattern.event &&
    Object.entries(fieldsOfPattern(pattern)).every(([path, value]) =>
      fieldMatches(event, path, value, matcher),
    )
  );
}

/**
 * The event that a pattern most likely meant: of its type, with the most fields right or like what was expected; said with what
 * differs, so that the message of a failure shows the step that is missing.
 */
export function nearestText(
  events: readonly RecordedEvent[],
  pattern: EventFields,
  matcher: Matcher,
): string {
  const { event: type } = pattern;
  const fields = fieldsOfPattern(pattern);
  const same = events.filter((event) => event.type === type);
  if (same.length === 0) return noneText(type, events);
  const rightOf = (event: RecordedEvent): number =>
    Object.entries(fields).reduce((sum, [path, value]) => {
      const isRight = fieldMatches(event, path, value, matcher);
      return sum + (isRight ? 1 : likeness(shownAt(event, path), value));
    }, 0);
  const ranked = same.map((event) => ({ event, right: rightOf(event) }));
  const best = ranked.reduce((a, b) => (b.right > a.right ? b : a)).event;
  const wrong = Object.entries(fields).filter(([path, value]) => !fieldMatches(best, path, value, matcher));
  if (wrong.length === 0)
    return `It happened as event ${String(best.seq)}, before what was expected ahead of it.`;
  const differences = wrong.map(([path]) => `${path} is ${jsonText(shownAt(best, path))}`);
  const hint = fieldHint(
    wrong.map(([path]) => path),
    best,
    [...fieldsOf(best.type), ...olderFields(best.type)],
  );
  return `Nearest is event ${String(best.seq)}: its ${differences.join(', its ')}.${hint}`;
}

function noneText(type: string, events: readonly RecordedEvent[]): string {
  const known = Object.keys(ownFields);
  const near = known.includes(type) ? undefined : nearest(type, known);
  const hint = near === undefined ? '' : ` Did you mean “${near}”?`;
  return `There was no ${type} at all; there were ${typesText(events)}.${hint}`;
}

/** Where a field is absent because it is called something else: what it is called. */
export function fieldHint(paths: readonly string[], actual: object, known: readonly string[]): string {
  for (const path of paths) {
    const [name = ''] = path.split('.');
    if (reach(actual, path) !== undefined || known.includes(name)) continue;
    const near = nearest(name, known);
    if (near !== undefined) return ` There is no field “${name}”. Did you mean “${near}”?`;
  }
  return '';
}

/** How many of each type there were: `2 message.saved, 1 script.started`. */
function typesText(events: readonly RecordedEvent[]): string {
  const counts = new Map<string, number>();
  for (const { type } of events) counts.set(type, (counts.get(type) ?? 0) + 1);
  const parts = [...counts].map(([type, count]) => `${String(count)} ${type}`);
  return parts.length === 0 ? 'no events' : parts.join(', ');
}

/** A pattern as a person would say it: `message.saved with text "Echo: hi"`. */
export function patternText(pattern: EventFields): string {
  const { event } = pattern;
  const said = Object.entries(fieldsOfPattern(pattern)).map(([path, value]) => `${path} ${valueText(value)}`);
  return said.length === 0 ? event : `${event} with ${said.join(', ')}`;
}

export function valueText(value: Json | undefined): string {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const [operator, ...more] = Object.entries(value);
    if (operator !== undefined && more.length === 0) {
      if (operator[0] === 'contains') return `containing ${JSON.stringify(operator[1])}`;
      if (operator[0] === 'says') return `saying ${JSON.stringify(operator[1])}`;
      if (operator[0] === 'matches') return `matching ${jsonText(operator[1])}`;
      if (operator[0] === 'not') return `not ${valueText(operator[1])}`;
    }
  }
  return jsonText(value);
}

/** A value as JSON; what is not there at all is absent. */
export const jsonText = (value: unknown): string => (value === undefined ? 'absent' : JSON.stringify(value));
