import type { Json } from '../engine/definition.ts';
import type { EventOf, RecordedEvent } from '../engine/events.ts';
import { messageType, specialType } from '../engine/numbers.ts';
import { parseOptions } from '../engine/options.ts';
import type { Expectation } from '../scenario/format.ts';
import type { Suggestion } from './suggestion.ts';

/** What to expect of a text that an event brought: exactly, or in a pattern; null for any text. */
export type TextOf = (text: string, names: readonly string[]) => Json | null;

type About = {
  /** What to expect of the text of a message, by its place among the messages of the step. */
  readonly textOf: (message: number) => TextOf;
  readonly names: readonly string[];
  /** What the people of this step wrote themselves. */
  readonly written: string | null;
};

/** What can be expected of the events of a step, each with the event that it speaks of, in their order. */
export function suggestEvents(events: readonly RecordedEvent[], about: About): readonly Suggestion[] {
  let messages = 0;
  const found = events.flatMap((event): readonly Suggestion[] =>
    event.type === 'message.saved' ? ofMessage(event, messages++, about) : ofEvent(event),
  );
  return [...found, ...optionsIn(events)];
}

function ofMessage(event: EventOf<'message.saved'>, place: number, about: About): readonly Suggestion[] {
  const { session, seq, author, text } = event;
  const isByScript = event.by !== undefined;
  if (!isByScript && (text === about.written || event.messageType === messageType.special)) {
    return event.messageType === messageType.special ? [notice(event)] : [];
  }
  const pattern = (names: readonly string[]): Expectation => {
    const said = about.textOf(place)(text, names);
    return { event: 'message.saved', session, author, ...(said === null ? {} : { text: said }) };
  };
  const plain = pattern([]);
  const nameless = pattern(about.names);
  const other = JSON.stringify(plain) === JSON.stringify(nameless) ? {} : { nameless };
  return [{ kind: 'said', expectation: plain, ...other, ticked: true, seq }];
}

/** What the chat itself says, such as that an agent joined. */
const notice = ({ session, specialType: special, seq }: EventOf<'message.saved'>): Suggestion => ({
  kind: 'notice',
  expectation: { event: 'message.saved', session, specialType: special },
  ticked: false,
  seq,
});

/** The buttons of messages. They are counted: an event in order is what their texts are expected of. */
function optionsIn(events: readonly RecordedEvent[]): readonly Suggestion[] {
  const counts = new Map<string, { readonly event: EventOf<'message.saved'>; times: number }>();
  for (const event of events) {
    if (event.type !== 'message.saved' || event.specialType !== specialType.options) continue;
    if (parseOptions(event.specialParam).options.length === 0) continue;
    const key = `${String(event.session)} ${event.specialParam}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { event, times: 1 });
    else known.times++;
  }
  return [...counts.values()].map(({ event: { session, specialParam }, times }) => {
    const fields = { session, specialType: specialType.options, specialParam };
    return { kind: 'options', expectation: { event: 'message.saved', times, ...fields }, ticked: true };
  });
}

function ofEvent(event: Exclude<RecordedEvent, { type: 'message.saved' }>): readonly Suggestion[] {
  const { type, seq } = event;
  switch (event.type) {
    case 'message.blocked': {
      const { session, trigger } = event;
      return [{ kind: 'blocked', expectation: { event: type, session, trigger }, ticked: true, seq }];
    }
    case 'request.created': {
      const { session, title } = event;
      return [{ kind: 'request', expectation: { event: type, session, title }, ticked: true, seq }];
    }
    case 'transfer.requested':
    case 'transfer.accepted':
    case 'transfer.rejected':
    case 'transfer.cancelled': {
      const { session, from, to } = event;
      return [{ kind: 'transfer', expectation: { event: type, session, from, to }, ticked: true, seq }];
    }
    case 'webhook.queued': {
      const { webhook, eventName, session } = event;
      const of = session === undefined ? {} : { session };
      return [
        { kind: 'webhook', expectation: { event: type, webhook, eventName, ...of }, ticked: false, seq },
      ];
    }
    case 'http.called': {
      const { method, url, status } = event;
      const answer = status === undefined ? {} : { status };
      return [{ kind: 'call', expectation: { event: type, method, url, ...answer }, ticked: false, seq }];
    }
    case 'script.failed': {
      const { script, failure } = event;
      const expectation = { event: type, script, failure: { code: failure.code } };
      return [{ kind: 'failed', expectation, ticked: false, seq }];
    }
    default:
      return [];
  }
}
