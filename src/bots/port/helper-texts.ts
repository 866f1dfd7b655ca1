/** Texts and numbers as texts. */
export const textHelpers = {
  subString: {
    uses: ['failWith'],
    text: `
/** So many characters from a position on, which has to be in the text. */
function subString(text: string, from: number, length: number): string {
  if (from < 0 || from >= text.length) {
    const range = text === '' ? 'the text is empty' : \`the text has the positions 0 to \${text.length - 1}\`;
    failWith(\`subString: position \${from} is outside, \${range}.\`);
  }
  return text.slice(from, from + Math.max(0, length));
}`,
  },
  textBefore: {
    text: `
/** What stands before a pattern; the whole text where it is not found. */
function textBefore(text: string, pattern: string, at = text.indexOf(pattern)): string {
  return at < 0 ? text : text.slice(0, at);
}`,
  },
  textAfter: {
    text: `
/** What stands behind a pattern; nothing where it is not found. */
function textAfter(text: string, pattern: string, at = text.indexOf(pattern)): string {
  return at < 0 ? '' : text.slice(at + pattern.length);
}`,
  },
  replaceText: {
    text: `
/** Every occurrence of a text replaced by another. */
function replaceText(text: string, from: string, to: string): string {
  return from === '' ? text : text.replaceAll(from, () => to);
}`,
  },
  splitText: {
    uses: ['failWith'],
    text: `
/** The parts between delimiters. */
function splitText(text: string, delimiter: string): string[] {
  return delimiter === '' ? failWith('split: the delimiter is empty.') : text.split(delimiter);
}`,
  },
  compareTexts: {
    text: `
/** -1, 0 or 1: how two texts are ordered, by their characters' codes. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}`,
  },
  toInteger: {
    text: `
/** The whole number with which a text begins, or null. */
function toInteger(text: string): number | null {
  const found = /^\\s*([+-]?\\d+)/.exec(text);
  return found ? Math.max(-2147483648, Math.min(2147483647, Number(found[1]))) : null;
}`,
  },
  toLong: {
    text: `
/** The whole number of 64 bits with which a text begins, or null. */
function toLong(text: string): bigint | null {
  const found = /^\\s*\\+?(-?\\d+)/.exec(text);
  return found ? BigInt(found[1]) : null;
}`,
  },
  toFloat: {
    text: `
/** The number with which a text begins, with a point or a comma before its decimals, or null. */
function toFloat(text: string): number | null {
  const number = Number.parseFloat(text.replace(',', '.'));
  return Number.isNaN(number) ? null : number;
}`,
  },
  toDecimals: {
    text: `
/** A number with so many decimals. */
function toDecimals(value: number, decimals: number): string {
  const text = value.toFixed(Math.min(Math.max(decimals, 0), 100));
  return Number(text) === 0 && text.startsWith('-') ? text.slice(1) : text;
}`,
  },
  wordAt: {
    text: `
/** A word of a text by its position; nothing behind the last. */
function wordAt(text: string, index: number): string {
  return text.match(/\\S+/g)?.[index] ?? '';
}`,
  },
  stripText: {
    text: `
/** A text without certain characters at its ends. */
function stripText(text: string, characters: string, leading: boolean, trailing: boolean): string {
  let start = 0;
  let end = text.length;
  while (leading && start < end && characters.includes(text.charAt(start))) start++;
  while (trailing && end > start && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}`,
  },
  prettyChop: {
    text: `
/** A text of so many characters at most, and three points where something was cut off. */
function prettyChop(text: string, length: number): string {
  return text.length <= Math.max(0, length) ? text : \`\${text.slice(0, Math.max(0, length))}...\`;
}`,
  },
  wrapLines: {
    uses: ['failWith'],
    text: `
/** A text whose lines have so many characters at most; quoted ones may be left alone. */
function wrapLines(text: string, length: number, ignoreQuote: boolean): string {
  if (length < 1) failWith('wrap: the length must be 1 or more.');
  const pieces = new RegExp(\`.{1,\${length}}\`, 'g');
  return text
    .split('\\n')
    .map((line) => (ignoreQuote && line.startsWith('>') ? line : (line.match(pieces) ?? ['']).join('\\n')))
    .join('\\n');
}`,
  },
  firstLine: {
    text: `
/** The first line of a text, its end included. */
function firstLine(text: string): string {
  return /^[^\\n]*\\n?/.exec(text)?.[0] ?? '';
}`,
  },
  matchGroups: {
    text: `
/** The first match of a pattern, in any letter case, and its groups; nothing where there is none. */
function matchGroups(text: string, pattern: string): string[] {
  const found = new RegExp(pattern, 'i').exec(text);
  return found ? [...found].map((group) => group ?? '') : [];
}`,
  },
  parseCsv: {
    text: `
/** The fields of a line of CSV. */
function parseCsv(line: string, delimiter: string): string[] {
  const fields = [''];
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    const last = fields.length - 1;
    if (quoted && character === '"' && line.charAt(at + 1) === '"') {
      fields[last] += '"';
      at++;
    } else if (character === '"' && (quoted || fields[last] === '')) quoted = !quoted;
    else if (character === delimiter && !quoted) fields.push('');
    else fields[last] += character;
  }
  return fields;
}`,
  },
} as const;
