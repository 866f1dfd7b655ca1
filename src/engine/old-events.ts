import type { RecordedEvent } from './events.ts';
import { asText, type CodedText } from './codes.ts';

/*
 * The shapes of released builds, in which the log spoke English. Whatever reads a row, a journal or a message of another
 * tab calls these, and nothing behind them knows that there was another shape (rulings 43, 47).
 */

/** What was said, of whichever age: an old sentence is a text as it stands. */
export const modernSaid = (said: CodedText | string): CodedText =>
  typeof said === 'string' ? asText(said) : said;

/** The field that held a sentence, and the one that holds what was said now. */
const moved = {
  'hint.raised': ['text', 'hint'],
  'script.failed': ['text', 'failure'],
  'http.called': ['error', 'failure'],
  'message.blocked': ['reason', 'reason'],
} as const;

const isMoved = (type: string): type is keyof typeof moved => Object.hasOwn(moved, type);

/** The event in the present shape: itself, unless it is of a build whose log held sentences. */
export function modernEvent(event: RecordedEvent): RecordedEvent {
  if (!isMoved(event.type)) return event;
  const [from, to] = moved[event.type];
  const { [from]: text, ...rest } = event as RecordedEvent & { readonly [field: string]: unknown };
  return typeof text === 'string' ? ({ ...rest, [to]: asText(text) } as unknown as RecordedEvent) : event;
}
