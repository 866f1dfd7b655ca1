import type { Json } from '../../engine/definition.ts';
import type { SessionStatus } from '../../engine/numbers.ts';
import { parseOptions } from '../../engine/options.ts';
import type { World } from '../../engine/world.ts';
import type { Suggestion } from '../../protocol/test-making.ts';
import { agentName, customerName, scriptOf } from '../names.ts';
import { expectationText } from '../tests/expectation-text.ts';
import { systemWords } from '../words/system-words.ts';
import { patternParts, type PatternPart } from './pattern-parts.ts';
import { saveTestWords as words } from '../words/save-test-words.ts';

/** A suggestion in words: a sentence, and the text or the status that it ends in. */
export type SuggestionText = {
  readonly said: string;
  readonly quote?: readonly PatternPart[];
  readonly status?: SessionStatus;
};

type Fields = { readonly [field: string]: Json | undefined };

/** `5 s` of `5s`. */
const spanText = (span: string): string => span.replace(/^(\d+)/, '$1\u00a0');

/** What a suggestion says; names are those that people have in this world now, `subject` is the session of the step. */
export function suggestionText(
  { kind, expectation, nameless }: Suggestion,
  world: World,
  isNameless: boolean,
  subject: number,
): SuggestionText {
  const fields = (isNameless ? (nameless ?? expectation) : expectation) as Fields;
  const number = (name: string): number => (typeof fields[name] === 'number' ? fields[name] : 0);
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  const inside = (name: string): Fields => (fields[name] ?? {}) as Fields;
  const customer = (id: unknown): string => {
    const session = world.sessions.get(typeof id === 'number' ? id : subject);
    return session === undefined ? words.someone : customerName(session);
  };
  const agent = (id: unknown): string => agentName(world, typeof id === 'number' ? id : 0);
  switch (kind) {
    case 'said': {
      const who = text('author') === '' ? customer(fields['session']) : text('author');
      if (fields['text'] === undefined) return { said: words.saysSomething(who) };
      return { said: words.says(who), quote: patternParts(fields['text']) };
    }
    case 'notice':
      return { said: words.line, quote: [{ text: systemWords[number('specialType')] ?? text('event') }] };
    case 'options': {
      const labels = parseOptions(text('specialParam')).options.join(' · ');
      const times = number('times');
      return { said: times === 1 ? words.options(labels) : words.optionsTimes(labels, times) };
    }
    case 'comes': {
      const { session, last } = inside('visible');
      return { said: words.comes(customer(session), spanText(text('within'))), quote: patternParts(last) };
    }
    case 'silence':
      return { said: words.silence(customer(inside('no')['session']), spanText(text('within'))) };
    case 'blocked':
      return { said: words.blocked(number('trigger')) };
    case 'status':
      return { said: words.status(customer(fields['session'])), status: number('status') as SessionStatus };
    case 'passed':
      return { said: words.becomes(customer(fields['session'])), status: number('to') as SessionStatus };
    case 'shows': {
      const { session, shows } = inside('visible');
      return {
        said: words.shows(
          customer(session),
          typeof shows === 'string' ? (words.screens[shows] ?? shows) : '',
        ),
      };
    }
    case 'queue': {
      const names = (fields['queue'] as readonly number[]).map(customer);
      return { said: names.length === 0 ? words.nobodyWaits : words.waiting(names.join(', ')) };
    }
    case 'owner': {
      const { id, agent: owner } = inside('session');
      return { said: owner === 0 ? words.noOwner(customer(id)) : words.owner(agent(owner), customer(id)) };
    }
    case 'bot':
      return { said: words.botOff(customer(inside('session')['id'])) };
    case 'transfer': {
      const told = words.transfer[text('event').slice('transfer.'.length)];
      return { said: told?.(agent(fields['from']), agent(fields['to'])) ?? text('event') };
    }
    case 'request':
      return { said: words.request, quote: patternParts(fields['title']) };
    case 'webhook': {
      const name = world.webhooks.find(({ id }) => id === fields['webhook'])?.name ?? text('event');
      return { said: words.webhook(name, text('eventName')) };
    }
    case 'call':
      return { said: words.call(text('method'), text('url').replace(/^https?:\/\//, '')) };
    case 'failed':
      return { said: words.failed(scriptOf(world, number('script'))?.name ?? '') };
    case 'refused':
      return { said: words.refused, quote: [{ text: text('refused') }] };
    case 'own': {
      const told = expectationText(expectation, world, subject);
      const said = [told.words, told.quote, told.more].filter((part) => part !== '').join(' ');
      return told.status === null ? { said } : { said, status: told.status };
    }
  }
}
