import type { Json } from '../../engine/definition.ts';
import type { SessionStatus } from '../../engine/numbers.ts';
import type { Expectation } from '../../scenario/format.ts';
import type { Cast } from '../checks/cast.ts';
import { customerName } from '../names.ts';
import { testsWords as words } from '../words/tests-words.ts';

/** An expectation in words: a sentence, and what it ends in. */
export type ExpectationText = {
  readonly words: string;
  /** A text that is expected, or what it has to be like. */
  readonly quote: string;
  readonly status: SessionStatus | null;
  /** Fields besides. */
  readonly more: string;
};

type Fields = { readonly [field: string]: Json | undefined };

const text = (said: string, rest: Partial<ExpectationText> = {}): ExpectationText => ({
  words: said,
  quote: '',
  status: null,
  more: '',
  ...rest,
});

export const isStatus = (value: unknown): value is SessionStatus =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 11;

/** A value, or the pattern of one, as people read it. */
export function valueText(value: Json | undefined): string {
  if (value === undefined || value === null) return words.absent;
  if (typeof value === 'string') return `“${value}”`;
  if (typeof value === 'boolean') return value ? words.yes : words.noWord;
  if (typeof value !== 'object') return String(value);
  if (!Array.isArray(value) && Object.keys(value).length === 1) {
    const { matches, contains, says, not } = value as Fields;
    if (typeof matches === 'string') return words.any(matches);
    if (typeof contains === 'string') return words.containing(contains);
    if (typeof says === 'string') return words.containing(says);
    if (not !== undefined) return words.not(valueText(not));
  }
  return JSON.stringify(value);
}

const moreText = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name} ${valueText(value)}`)
    .join(', ');

/** An expectation as a sentence, in the world after its step; `session` is that of the step. */
export function expectationText(
  expectation: Expectation,
  world: Pick<Cast, 'sessions'>,
  session: number,
): ExpectationText {
  const { within, ...rest } = expectation as Expectation & { readonly within?: string };
  const told = plainText(rest, world, session);
  return within === undefined
    ? told
    : { ...told, more: [told.more, words.within(within)].filter((part) => part !== '').join(', ') };
}

function plainText(
  expectation: Expectation,
  world: Pick<Cast, 'sessions'>,
  session: number,
): ExpectationText {
  const nameOf = (id: number): string => {
    const found = world.sessions.get(id);
    return found === undefined ? words.someone : customerName(found);
  };
  if ('event' in expectation) return eventText(expectation, nameOf, session);
  if ('no' in expectation) {
    const told = eventText(expectation.no, nameOf, session);
    return { ...told, words: words.no(told.words) };
  }
  if ('refused' in expectation) {
    if (expectation.refused === false) return text(words.taken);
    return text(words.refusal, {
      quote: expectation.refused === true ? '' : valueText(expectation.refused),
    });
  }
  if ('queue' in expectation) return text(words.queue(expectation.queue.map(nameOf)));
  if ('status' in expectation) {
    const { status, session: named } = expectation as { status: number; session?: number };
    return text(
      words.status(nameOf(named ?? session)),
      isStatus(status) ? { status } : { more: String(status) },
    );
  }
  if ('visible' in expectation) return visibleText(expectation.visible, nameOf, session);
  if ('webhook' in expectation) {
    const { id, ...fields } = expectation.webhook as Fields;
    return text(words.webhook(id === undefined ? '' : valueText(id)), { more: moreText(fields) });
  }
  const { id, ...fields } = expectation.session as Fields;
  return text(words.session(nameOf(typeof id === 'number' ? id : session)), { more: moreText(fields) });
}

const screenText = (shows: Json): string =>
  (words.screens as Readonly<Record<string, string>>)[typeof shows === 'string' ? shows : ''] ??
  valueText(shows);

function visibleText(
  { to, session: named, last, shows, agent: _ }: Fields,
  nameOf: (id: number) => string,
  session: number,
): ExpectationText {
  const who = to === 'agent' ? words.agentSees : nameOf(typeof named === 'number' ? named : session);
  if (shows !== undefined && last === undefined) return text(words.sees(who, screenText(shows)));
  return text(words.seesLast(who), {
    quote: valueText(last),
    more: shows === undefined ? '' : screenText(shows),
  });
}

function eventText(
  { event: type, times, ...fields }: Fields & { readonly event: string },
  nameOf: (id: number) => string,
  session: number,
): ExpectationText {
  const counted = typeof times === 'number' ? words.times(times) : '';
  const withMore = (rest: Fields): string =>
    [moreText(rest), counted].filter((part) => part !== '').join(', ');
  if (type === 'message.saved') {
    const { text: said, author, ...rest } = fields;
    const who = typeof author === 'string' ? author : author === undefined ? '' : valueText(author);
    if (said === undefined)
      return text(words.message, {
        more: withMore({ ...(author === undefined ? {} : { author }), ...rest }),
      });
    return text(words.says(who), { quote: valueText(said), more: withMore(rest) });
  }
  if (type === 'session.statusChanged') {
    const { to, session: named, ...rest } = fields;
    if (!isStatus(to)) return text(words.changes, { more: withMore(fields) });
    const who = nameOf(typeof named === 'number' ? named : session);
    return text(words.becomes(who), { status: to, more: withMore(rest) });
  }
  if (type === 'http.called' && typeof fields['url'] === 'string') {
    const { method, url, ...rest } = fields;
    return text(words.calls(typeof method === 'string' ? method : '', url), {
      more: withMore(rest),
    });
  }
  const known = words.events as Readonly<Record<string, string>>;
  return text(known[type] ?? words.event(type), { more: withMore(fields) });
}
