import type { Json } from '../engine/definition.ts';
import type { EventName, RecordedEvent } from '../engine/events.ts';
import type { CodedText } from '../engine/codes.ts';
import { sentence } from '../words/sentence.ts';
import { matches, reach, type Matcher } from './match.ts';

/** Where events say something, and the fields by which files older than the codes expected its words. */
const saidFields: { readonly [T in EventName]?: Readonly<Record<string, string>> } = {
  'hint.raised': { hint: 'hint', text: 'hint' },
  'script.failed': { failure: 'failure', text: 'failure' },
  'http.called': { failure: 'failure', error: 'failure' },
  'message.blocked': { reason: 'reason' },
};

/** The names of an event's fields that expectations may use besides those that it has. */
export const olderFields = (type: EventName): readonly string[] => Object.keys(saidFields[type] ?? {});

/** What an event says at a field, under its present name or its old one; undefined for every other field. */
function saidAt(event: RecordedEvent, path: string): CodedText | undefined {
  const field = saidFields[event.type]?.[path];
  return field === undefined ? undefined : (reach(event, field) as CodedText | undefined);
}

/** Whether a field of an event is as a pattern says. */
export function fieldMatches(
  event: RecordedEvent,
  path: string,
  pattern: Json | undefined,
  matcher: Matcher,
): boolean {
  const said = saidAt(event, path);
  return said === undefined
    ? matches(reach(event, path), pattern, matcher)
    : saidMatches(said, pattern, matcher);
}

/**
 * What was said is as a text says when that is its code or a part of its English words, whatever the case (rulings 43). Other
 * patterns are about the words, or about code and parameters where they name those.
 */
export function saidMatches(said: CodedText, pattern: Json | undefined, matcher: Matcher): boolean {
  if (typeof pattern === 'string') {
    return said.code === pattern || sentence(said).toLowerCase().includes(pattern.toLowerCase());
  }
  if (typeof pattern !== 'object' || pattern === null) return matches(said, pattern, matcher);
  if ('not' in pattern) return !saidMatches(said, pattern['not'], matcher);
  const isAboutWords = 'contains' in pattern || 'says' in pattern || 'matches' in pattern;
  return matches(isAboutWords ? sentence(said) : said, pattern, matcher);
}

/** What a field of an event holds, to be told and compared: what was said in words. */
export function shownAt(event: RecordedEvent, path: string): unknown {
  const said = saidAt(event, path);
  return said === undefined ? reach(event, path) : sentence(said);
}

/** What was said in words, and by which code an expectation can name it. */
export const withCode = (said: CodedText): string => `${sentence(said)} (${said.code})`;
