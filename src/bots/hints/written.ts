import { portOutside } from '../../engine/online-limits.ts';
import type { WrittenText } from './flow.ts';
import type { FoundHint } from './found.ts';

/** SuperOffice cuts the parameters of a special message there (chat-domain Q28). */
const mostParams = 255;

/** A whole address up to its path: what is put behind it may go on with the port. */
const address = /^https?:\/\/[^\s/?#]+(?:[/?#]|$)/i;

/** Calls that SuperOffice Online refuses for their port (rulings 40). */
export const outsidePorts = (texts: readonly WrittenText[]): readonly FoundHint[] =>
  withoutRepetition(texts.filter(({ text }) => address.test(text))).flatMap(({ text, at, as }) => {
    const port = portOutside(text);
    const params = { port: port ?? 0, sure: Number(as === 'address') };
    return port === undefined ? [] : [{ code: 'port-refused-online' as const, at, params }];
  });

/** Parameters of which SuperOffice keeps a part. */
export const longParams = (texts: readonly WrittenText[]): readonly FoundHint[] =>
  texts
    .filter(({ text, as }) => as === 'params' && text.length > mostParams)
    .map(({ text, at }) => ({ code: 'special-params', at, params: { length: text.length } }));

/** What is said of a text as that which it is given to comes first. */
function withoutRepetition(texts: readonly WrittenText[]): readonly WrittenText[] {
  const places = new Set<string>();
  return texts.filter(({ at }) => {
    const place = `${at.file} ${String(at.start)}`;
    return !places.has(place) && places.add(place);
  });
}
