/*
 * Restrictions of archives as a text: `customer.name begins 'A' and (customer.id > 5 or customer.email = '')`. Texts stand in
 * quotes of either kind, one inside is written twice; lists in parentheses or brackets.
 */

export type Restriction = {
  readonly field: string;
  readonly operator: string;
  readonly value: string;
  /** How it is joined with the next one. */
  readonly join: 'and' | 'or';
  /** How many parentheses it stands in. */
  readonly level: number;
};

const token = /\s*(?:('(?:[^']|'')*'|"(?:[^"]|"")*")|([()[\],])|(!=|<>|<=|>=|[=<>])|([^\s()[\],'"!=<>]+))/y;

type Token = { readonly kind: 'text' | 'sign' | 'word'; readonly text: string };

/** What cannot be read: the text from there on. */
export class UnreadRestriction extends Error {
  override readonly name = 'UnreadRestriction';
}

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (source.slice(at).trim() !== '') {
    token.lastIndex = at;
    const found = token.exec(source);
    if (found === null) throw new UnreadRestriction(source.slice(at).trim());
    at = token.lastIndex;
    const [, text, sign, operator, word] = found;
    if (text !== undefined) {
      const quote = text.charAt(0);
      tokens.push({ kind: 'text', text: text.slice(1, -1).replaceAll(quote + quote, quote) });
    } else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else tokens.push({ kind: 'word', text: operator ?? word ?? '' });
  }
  return tokens;
}

/** Operators that need no value. */
const alone = /^(?:is|isnot)?(?:null|notnull)$|^isnull$|^isnotnull$/i;

/**
 * The conditions in their order.
 * @throws UnreadRestriction
 */
export function readRestriction(source: string): readonly Restriction[] {
  const tokens = tokensOf(source);
  const found: Restriction[] = [];
  let at = 0;
  let level = 0;
  const rest = (): string =>
    tokens
      .slice(at)
      .map(({ text }) => text)
      .join(' ');
  const isSign = (text: string): boolean => tokens[at]?.kind === 'sign' && tokens[at]?.text === text;
  const word = (): string => {
    const next = tokens[at];
    if (next?.kind !== 'word') throw new UnreadRestriction(rest());
    at += 1;
    return next.text;
  };
  const one = (): string => {
    const next = tokens[at];
    if (next === undefined || next.kind === 'sign') throw new UnreadRestriction(rest());
    at += 1;
    return next.text;
  };
  const listed = (close: string): string => {
    at += 1;
    const items: string[] = [];
    while (!isSign(close)) {
      items.push(one());
      if (isSign(',')) at += 1;
    }
    at += 1;
    return items.join(',');
  };
  const value = (operator: string): string => {
    if (alone.test(operator)) return '';
    if (isSign('(')) return listed(')');
    return isSign('[') ? listed(']') : one();
  };
  while (at < tokens.length) {
    for (; isSign('('); at += 1) level += 1;
    const field = word();
    const operator = word();
    const held = value(operator);
    const own = level;
    for (; isSign(')'); at += 1) level -= 1;
    if (level < 0) throw new UnreadRestriction(rest());
    let join: 'and' | 'or' = 'and';
    if (at < tokens.length) {
      const between = word().toLowerCase();
      if ((between !== 'and' && between !== 'or') || at === tokens.length)
        throw new UnreadRestriction(between);
      join = between;
    }
    found.push({ field, operator, value: held, join, level: own });
  }
  if (level !== 0) throw new UnreadRestriction('(');
  return found;
}
