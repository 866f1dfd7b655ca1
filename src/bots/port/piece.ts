/*
 * Pieces of the port: texts in TypeScript that know how tightly they bind, so that parentheses stand where they are
 * needed and nowhere else.
 */

/** How tightly a text binds, loosest first. */
export const level = {
  assignment: 2,
  nullish: 3,
  or: 4,
  and: 5,
  bits: 7,
  equality: 9,
  relational: 10,
  additive: 12,
  multiplicative: 13,
  unary: 15,
  call: 18,
  whole: 20,
} as const;

export type Piece = {
  readonly text: string;
  readonly level: number;
  /** It may be null or undefined, for the value that CRMScript calls null. */
  readonly nullable?: true;
  /** What stands in `${…}` for it, and the plain text if it is a literal: a text that joins others. */
  readonly within?: { readonly raw: string } | { readonly embedded: string };
  /** The same denied: `a !== b` of `a === b`. */
  readonly negated?: string;
  /** Bytes that are a text here: what HTTP gives and takes. */
  readonly isText?: true;
  /** Whether it can be read twice without anything happening twice. */
  readonly isPlain?: true;
};

export const piece = (text: string, bound: number = level.whole): Piece => ({ text, level: bound });

/** `a.b(c)` and what else takes nothing around it apart. */
export const call = (text: string): Piece => piece(text, level.call);

/** The text, in parentheses where it binds less than what stands around it. */
export const bound = (one: Piece, least: number): string => (one.level < least ? `(${one.text})` : one.text);

/** The text as the operand of `.` */
export function receiver(one: Piece): string {
  return /^\d+$/.test(one.text) ? `(${one.text})` : bound(one, level.call);
}

/** A text as a literal, in the quotes that need fewer escapes. */
export function quoted(text: string): string {
  const singles = text.split("'").length - 1;
  const quote = singles > text.split('"').length - 1 ? '"' : "'";
  return quote + escaped(text, quote) + quote;
}

const named: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\\': '\\\\',
};

const escaped = (text: string, quote: string): string =>
  text.replaceAll(/[\\\u0000-\u001f\u007f\u2028\u2029'"`]/g, (character) => {
    const short = named[character];
    if (short !== undefined) return short;
    if (/['"`]/.test(character)) return character === quote ? `\\${character}` : character;
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });

export const literal = (text: string): Piece => ({
  text: quoted(text),
  level: level.whole,
  within: { raw: text },
  isPlain: true,
});

/** The text of a literal, or undefined. */
export const rawOf = (one: Piece | undefined): string | undefined =>
  one?.within !== undefined && 'raw' in one.within ? one.within.raw : undefined;

/** Texts one after the other: a template where something is put in, else one literal or a sum. */
export function joined(parts: readonly Piece[]): Piece {
  const raws = parts.map(rawOf);
  if (raws.every((raw) => raw !== undefined)) return literal(raws.join(''));
  const simple = parts.length === 2 && raws.every((raw) => raw === undefined);
  if (simple && parts.every(({ within, level: own }) => within === undefined && own > level.additive)) {
    return piece(parts.map((one) => bound(one, level.additive)).join(' + '), level.additive);
  }
  const body = parts.map((one, index) => {
    const raw = raws[index];
    if (raw !== undefined) return escaped(raw, '`').replaceAll('${', '\\${');
    return one.within !== undefined && 'embedded' in one.within ? one.within.embedded : `\${${one.text}}`;
  });
  const text = body.join('');
  return { text: `\`${text}\``, level: level.whole, within: { embedded: text } };
}

/** The widest line that is written in one piece. */
export const widest = 100;

/** Indents all lines of a text but the first. */
export const indented = (text: string, by = '  '): string => text.replaceAll('\n', `\n${by}`);

/** `{ a: 1, b }`, on one line if it is short. `at` is what already stands on the line. */
export function objectText(members: readonly string[], at = 0): string {
  if (members.length === 0) return '{}';
  const line = `{ ${members.join(', ')} }`;
  if (at + line.length <= widest && !line.includes('\n')) return line;
  return `{\n${members.map((one) => `  ${indented(one)},\n`).join('')}}`;
}

/** `name: value`, or the name alone where both are one. */
export const member = (name: string, value: string): string => {
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
  return key === value ? key : `${key}: ${value}`;
};

/** `f(a, b)`, with each argument on a line of its own where one line is too long. */
export function callText(name: string, args: readonly string[], at = 0): string {
  const line = `${name}(${args.join(', ')})`;
  const first = line.split('\n', 1)[0] ?? '';
  const hangs = args.length > 0 && args.slice(0, -1).every((one) => !one.includes('\n'));
  if (at + first.length <= widest && hangs) return line;
  if (args.length === 0) return line;
  return `${name}(\n${args.map((one) => `  ${indented(one)},\n`).join('')})`;
}

/** `a.key`, or `a['two words']`. */
export const property = (object: string, name: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(name) ? `${object}.${name}` : `${object}[${quoted(name)}]`;
