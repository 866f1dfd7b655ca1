import { sentenceWords } from '../words/sentence-words.ts';
import type { EventName, EventOf, RecordedEvent } from '../../engine/events.ts';
import { plainText } from '../../engine/rich-text.ts';
import type { SessionStatus } from '../../engine/numbers.ts';
import type { World } from '../../engine/world.ts';
import { oneLine } from '../format.ts';
import { agentName, customerName } from '../names.ts';
import { words } from '../words/words.ts';

/** What happened, as a sentence about somebody: `Eko` `answered Ada` `“Echo: hi”`. */
export type Sentence = {
  /** Whose deed it is; empty where the sentence needs nobody. */
  readonly who: string;
  readonly said: string;
  /** Words of a person or a script, in quotation marks. */
  readonly quote: string;
  /** What tells it from others of its kind. */
  readonly more: string;
  /** Who answered a call. */
  readonly answerer?: keyof typeof sentenceWords.answeredBy;
  /** A status that was given, and the one before it. */
  readonly from?: SessionStatus;
  readonly to?: SessionStatus;
  readonly bad: boolean;
};

/** Finds an event by its number, where it is at hand. */
export type LookUp = (seq: number) => RecordedEvent | undefined;

/** What a sentence may need to know besides its event. */
export type SentenceContext = { readonly world: World; readonly lookUp: LookUp };

/** How events of each kind are told. */
export type EventSentences<Name extends EventName = EventName> = {
  readonly [K in Name]?: (event: EventOf<K>, telling: SentenceContext) => Sentence;
};

type Rest = Partial<Omit<Sentence, 'who' | 'said'>>;

export const say = (who: string, said: string, rest: Rest = {}): Sentence => ({
  who,
  said,
  quote: '',
  more: '',
  bad: false,
  ...rest,
});

/** Words in quotation marks, on one line; empty stays empty. */
export const quoted = (text: string): string => (text === '' ? '' : `“${oneLine(text, 120)}”`);
export const quotedHtml = (html: string): string => quoted(plainText(html));

export const nameOf = ({ world }: SentenceContext, id: number): string => {
  const session = world.sessions.get(id);
  return session === undefined ? words.numbered(id) : customerName(session);
};
export const agentOf = ({ world }: SentenceContext, id: number): string => agentName(world, id);

/** The whole sentence as text, for searching and for tooltips. */
export const textOf = ({ who, said, quote, more, answerer }: Sentence): string =>
  [who, said, quote, more, answerer === undefined ? '' : sentenceWords.answeredBy[answerer]]
    .filter((part) => part !== '')
    .join(' ');
