import type { Check, CheckExpectation } from '../../protocol/course-api.ts';
import type { Json } from '../../engine/definition.ts';
import { parseOptions } from '../../engine/options.ts';
import { agentName, customerName, scriptOf } from '../names.ts';
import { patternParts } from '../save-test/pattern-parts.ts';
import { statusShort } from '../statuses.ts';
import { expectationText, isStatus, type ExpectationText } from '../tests/expectation-text.ts';
import type { Cast } from './cast.ts';
import { checkWords as words } from '../words/check-words.ts';
import { systemWords } from '../words/system-words.ts';

type Fields = { readonly [field: string]: Json | undefined };

const say = (said: string, rest: Partial<ExpectationText> = {}): ExpectationText => ({
  words: said,
  quote: '',
  status: null,
  more: '',
  ...rest,
});

/** `2 minutes` of `2m`; a span of another kind stays as it is written. */
export function spanText(span: string): string {
  const [, count = '', unit = ''] = /^(\d+)(ms|s|m|h|d)$/.exec(span) ?? [];
  const word = words.units[unit];
  if (word === undefined) return span;
  return `${count}\u00a0${word}${unit === 'ms' || count === '1' ? '' : 's'}`;
}

/** What a check waits for, each expectation in words, with the names of this cast. */
export function checkText({ expect }: Pick<Check, 'expect'>, cast: Cast): readonly ExpectationText[] {
  return [expect].flat().map((one) => oneText(one, cast));
}

/** The whole check as one sentence, as a name is made of it: what comes, after which check, within how long. */
export function checkSentence(check: Omit<Check, 'name'>, cast: Cast): string {
  const parts = checkText(check, cast).map(asSentence);
  const when = [
    ...(check.from === undefined ? [] : [words.after(check.from)]),
    ...(check.within === undefined ? [] : [words.within(spanText(check.within))]),
  ];
  return [[parts[0], ...parts.slice(1).map(inside)].join(words.then), ...when].join(' ');
}

/** As a sentence goes on: names keep their capitals, and words that only begin one do not. */
const inside = (said: string): string =>
  said.replace(/^(?:A|All|At|No|Nothing|Somebody|The) /, (word) => word.toLowerCase());

/** Everything of an expectation in a line: `Ada’s status becomes 4 In queue`. */
export const asSentence = ({ words: said, quote, status, more }: ExpectationText): string =>
  [said, quote, status === null ? '' : statusShort(status), more].filter((part) => part !== '').join(' ');

function oneText(one: CheckExpectation, cast: Cast): ExpectationText {
  if ('covered' in one) {
    const { script, atLeast } = (one as { covered: { script: number; atLeast: number } }).covered;
    return say(words.covered(scriptOf(cast, script)?.name ?? words.script, Math.round(atLeast * 100)));
  }
  const expectation = one;
  const told =
    'no' in expectation
      ? withoutText(expectation.no as Fields, cast)
      : 'event' in expectation
        ? eventText(expectation, cast)
        : 'status' in expectation
          ? statusText(expectation, cast)
          : 'session' in expectation
            ? sessionText(expectation.session, cast)
            : null;
  return told ?? expectationText(expectation, cast, 0);
}

const whoOf = (session: Json | undefined, cast: Cast): string => {
  const found = typeof session === 'number' ? cast.sessions.get(session) : undefined;
  return found === undefined ? words.somebody : customerName(found);
};

const agentOf = (agent: Json | undefined, cast: Cast): string =>
  typeof agent === 'number' ? agentName(cast, agent) : words.somebody;

function statusText({ status, session, within }: Fields, cast: Cast): ExpectationText | null {
  if (!isStatus(status)) return null;
  const more = typeof within === 'string' ? words.within(spanText(within)) : '';
  return say(words.is(whoOf(session, cast)), { status, more });
}

/** Who has a chat, or that its bot is off; null for any other field of a session. */
function sessionText({ id, ...fields }: Fields, cast: Cast): ExpectationText | null {
  const who = whoOf(id, cast);
  if (Object.keys(fields).length !== 1) return null;
  const { agent, botActive } = fields;
  if (typeof agent === 'number')
    return say(agent === 0 ? words.noOwner(who) : words.owner(agentName(cast, agent), who));
  return typeof botActive === 'boolean' ? say(words.bot(who, botActive)) : null;
}

/** Something that may not come, in words. */
function withoutText(fields: Fields, cast: Cast): ExpectationText {
  if (fields['event'] === 'message.saved' && fields['text'] === undefined) {
    const { author, specialType } = fields;
    if (typeof author === 'string') return say(words.saysNothing(author));
    if (specialType === undefined) return say(words.nothingSaid);
  }
  const { event = '' } = fields;
  const told = eventText(fields, cast) ?? expectationText({ ...fields, event: event as string }, cast, 0);
  return say(words.without(asSentence(told)));
}

/** Events that lessons wait for most, in words; null for any other. */
function eventText(fields: Fields, cast: Cast): ExpectationText | null {
  const { event, session, author, text, specialParam, to, from, agent, times, within } = fields;
  if (times !== undefined || within !== undefined) return null;
  const who = whoOf(session, cast);
  switch (event) {
    case 'message.saved': {
      const says = typeof author === 'string' && author !== '' ? author : who;
      const labels = typeof specialParam === 'string' ? parseOptions(specialParam).options : [];
      if (labels.length > 0) return say(words.offers(says, labels.join(' · ')));
      if (text !== undefined) return say(words.says(says), { quote: `“${quoteOf(text)}”` });
      const { specialType } = fields;
      if (specialType === undefined) return say(words.saysSomething(says));
      const line = typeof specialType === 'number' ? systemWords[specialType] : undefined;
      return line === undefined ? null : say(words.line, { quote: `“${line}”` });
    }
    case 'session.created':
      return session === undefined ? say(words.connects) : null;
    case 'session.statusChanged':
      return isStatus(to) && from === undefined ? say(words.becomes(who), { status: to }) : null;
    case 'session.botDeactivated':
      return say(words.handsOver(who));
    case 'session.assigned':
      return say(words.takes(agentOf(agent, cast), who));
    case 'session.rated':
      return say(words.rates(who));
    case 'request.created':
      return say(words.request(who));
    case 'presence.changed':
      return typeof fields['present'] === 'boolean'
        ? say(words.present(agentOf(agent, cast), fields['present']))
        : null;
    case 'webhook.queued': {
      const hook = cast.webhooks.find(({ id }) => id === fields['webhook'])?.name;
      return hook === undefined || typeof fields['eventName'] !== 'string'
        ? null
        : say(words.webhook(hook, fields['eventName']));
    }
    case 'script.failed':
      return say(
        words.fails(
          (typeof fields['script'] === 'number' ? scriptOf(cast, fields['script'])?.name : undefined) ??
            words.script,
        ),
      );
    default: {
      const told =
        typeof event === 'string' && event.startsWith('transfer.')
          ? words.transfer[event.slice('transfer.'.length)]
          : undefined;
      return told === undefined ? null : say(told(agentOf(from, cast), agentOf(to, cast)));
    }
  }
}

/** An expected text as people read it: what a pattern leaves open is three dots. */
const quoteOf = (text: Json): string => {
  const inner =
    typeof text === 'object' && text !== null && !Array.isArray(text)
      ? ((text as Fields)['contains'] ?? (text as Fields)['says'])
      : undefined;
  if (typeof inner === 'string') return `… ${inner} …`;
  return patternParts(text)
    .map((part) => ('any' in part ? '…' : part.text))
    .join('');
};
