import type { Json } from '../engine/definition.ts';
import type { RecordedEvent } from '../engine/events.ts';
import { customerScreen, visibleMessages, waiting } from '../engine/views.ts';
import type { Session } from '../engine/world.ts';
import type { Expectation } from '../scenario/format.ts';
import { likeness } from '../scenario/likeness.ts';
import { matches, reach, type Matcher } from '../scenario/match.ts';
import { fieldMatches, shownAt } from '../scenario/match-said.ts';
import type { StepResult as WholeResult } from '../scenario/step-result.ts';
import { subjectOf } from '../scenario/subject.ts';

/** What came by itself after the step is not told. */
type StepResult = Omit<WholeResult, 'later'>;

/** A field that is not as expected: what was, and what came; null for what is not there at all. */
export type FieldDifference = {
  /** Its name; for what is expected of a whole step, the kind of expectation: `status`, `queue`, `refused`. */
  readonly field: string;
  readonly expected: Json;
  readonly came: Json;
  /** The event that it is a field of. */
  readonly seq: number | null;
};

/**
 * What came in the place of what was expected, field by field: of the nearest event of that type, or of the world after the step.
 * None where there was nothing of the kind.
 */
export function fieldDifferences(
  expectation: Expectation,
  result: StepResult,
  matcher: Matcher,
): readonly FieldDifference[] {
  if ('event' in expectation) return ofEvent(expectation, result.events, matcher);
  if ('no' in expectation) return unwanted(expectation.no, result.events, matcher);
  if ('refused' in expectation) return refusal(expectation.refused, result);
  if ('queue' in expectation) {
    const came = waiting(result.world).map(({ id }) => id);
    return [differing('queue', expectation.queue, came)];
  }
  if ('status' in expectation) {
    const session = sessionOf(result, (expectation as { session?: number }).session);
    return [differing('status', expectation.status, session?.status)];
  }
  if ('visible' in expectation) return onScreen(expectation.visible, result, matcher);
  if ('webhook' in expectation) return ofWebhook(expectation.webhook, result, matcher);
  const fields = expectation.session;
  const session = sessionOf(result, fields['id']);
  return session === undefined ? [] : ofFields(session, fields, matcher);
}

type Fields = { readonly [field: string]: Json };
type Pattern = { readonly event: string; readonly [field: string]: Json | undefined };
type Visible = Extract<Expectation, { readonly visible: unknown }>['visible'];

/** What has no JSON, such as a field that is not there, is null. */
const json = (value: unknown): Json => (value === undefined ? null : (value as Json));

const differing = (
  field: string,
  expected: unknown,
  came: unknown,
  seq: number | null = null,
): FieldDifference => ({ field, expected: json(expected), came: json(came), seq });

function ofEvent(
  { event: type, times, within: _, ...fields }: Pattern & { readonly times?: number | undefined },
  events: readonly RecordedEvent[],
  matcher: Matcher,
): readonly FieldDifference[] {
  const wanted = Object.entries(fields);
  const isSuch = (event: RecordedEvent) =>
    wanted.every(([path, value]) => fieldMatches(event, path, value, matcher));
  const same = events.filter((event) => event.type === type);
  if (times !== undefined) return [differing('times', times, same.filter(isSuch).length)];
  const nearness = (event: RecordedEvent): number =>
    wanted.reduce(
      (sum, [path, value]) =>
        sum + (fieldMatches(event, path, value, matcher) ? 1 : likeness(shownAt(event, path), value)),
      0,
    );
  const [best] = same.map((event) => ({ event, near: nearness(event) })).toSorted((a, b) => b.near - a.near);
  if (best === undefined) return [];
  return wanted
    .filter(([path, value]) => !fieldMatches(best.event, path, value, matcher))
    .map(([path, value]) => differing(path, value, shownAt(best.event, path), best.event.seq));
}

function unwanted(
  { event: type, ...fields }: Pattern,
  events: readonly RecordedEvent[],
  matcher: Matcher,
): readonly FieldDifference[] {
  const found = events.find(
    (event) =>
      event.type === type &&
      Object.entries(fields).every(([path, value]) => fieldMatches(event, path, value, matcher)),
  );
  if (found === undefined) return [];
  const shown =
    reach(found, 'text') === undefined ? [] : [differing('text', null, shownAt(found, 'text'), found.seq)];
  return shown.length > 0 ? shown : [differing('event', null, type, found.seq)];
}

function refusal(expected: boolean | string, { refusal: said }: StepResult): readonly FieldDifference[] {
  return [differing('refused', expected, said ?? false)];
}

function onScreen(pattern: Visible, result: StepResult, matcher: Matcher): readonly FieldDifference[] {
  const session = sessionOf(result, pattern.session);
  if (session === undefined) return [];
  const { world } = result;
  const last = visibleMessages(world, session.id, pattern.to).at(-1)?.text ?? null;
  const screen = pattern.to === 'customer' ? customerScreen(world, session) : null;
  return [
    ...(pattern.last === undefined || matches(last, pattern.last, matcher)
      ? []
      : [differing('last', pattern.last, last)]),
    ...(pattern.shows === undefined || pattern.shows === screen
      ? []
      : [differing('shows', pattern.shows, screen)]),
  ];
}

function ofWebhook(fields: Fields, { world }: StepResult, matcher: Matcher): readonly FieldDifference[] {
  const { id } = fields;
  const webhook = id === undefined ? world.webhooks[0] : world.webhooks.find((one) => one.id === id);
  if (webhook === undefined) return [];
  return ofFields({ ...webhook, ...world.webhookStatistics[String(webhook.id)] }, fields, matcher);
}

const ofFields = (actual: object, fields: Fields, matcher: Matcher): readonly FieldDifference[] =>
  Object.entries(fields)
    .filter(([path, value]) => !matches(reach(actual, path), value, matcher))
    .map(([path, value]) => differing(path, value, plain(reach(actual, path))));

/** Times and lists of the world as plain values. */
const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && Symbol.iterator in value
    ? [...(value as Iterable<unknown>)]
    : value;

/** The session that an expectation names, or else that of the input, or else the only one there is. */
function sessionOf({ input, events, world }: StepResult, named: unknown): Session | undefined {
  const subject = typeof named === 'number' ? named : subjectOf(input, events);
  return world.sessions.get(subject === 0 && world.sessions.length === 1 ? 1 : subject);
}
