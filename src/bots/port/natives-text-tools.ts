import { changing, helper, type Native, type NativeTable } from './native.ts';
import { call, level, literal, piece, receiver } from './piece.ts';

const strip = (leading: boolean, trailing: boolean): Native =>
  helper('stripText', String(leading), String(trailing));

/** Takes the first line out of the variable, and is that line: a pair of statements in one. */
const getLine: Native = (p, given) => {
  const line = `${p.need('firstLine')}(${given.self.text})`;
  const place = given.place();
  if (place === undefined) return call(line);
  const rest = `${place.text} = ${receiver(given.self)}.slice(line.length)`;
  return call(`((line: string): string => (${rest}, line))(${line})`);
};

/** A text in which certain characters are kept, or marked. */
const characters =
  (made: (letter: string, set: string) => string): Native =>
  (_p, { self, args: [set = literal('')] }) =>
    call(made(`[...${self.text}]`, receiver(set)));

export const textToolNatives: NativeTable = {
  'String.getWord': helper('wordAt'),
  'String.getLine': getLine,
  'String.keepChars': characters((all, set) => `${all}.filter((letter) => ${set}.includes(letter)).join('')`),
  'String.escape': characters(
    (all, set) => `${all}.map((letter) => (${set}.includes(letter) ? \`\\\\\${letter}\` : letter)).join('')`,
  ),
  'String.stripLeading': strip(true, false),
  'String.stripTrailing': strip(false, true),
  'String.stripLeadingAndTrailing': strip(true, true),
  'String.prettyChop': helper('prettyChop'),
  'String.quote': (p, { self, args: [mark = literal('')] }) =>
    piece(
      `${receiver(mark)} + ${p.need('replaceText')}(${self.text}, '\\n', \`\\n\${${mark.text}}\`)`,
      level.additive,
    ),
  'String.regexp': helper('matchGroups'),
  'String.parseCSV': helper('parseCsv'),
  'String.htmlEncode': helper('htmlEncode'),
  'String.xmlEncode': helper('htmlEncode'),
  'String.htmlDecode': helper('htmlDecode'),
  'String.xmlDecode': helper('htmlDecode'),
  'String.urlEncode': helper('urlEncode'),
  'String.urlDecode': helper('urlDecode'),
  'encodeBase64(Byte[])': helper('encodeBase64'),
  'decodeBase64(String)': helper('decodeBase64'),
  'String.wrap': (p, given) => {
    const [width = piece('1'), quotes = piece('false')] = given.args;
    return changing(given, call(`${p.need('wrapLines')}(${given.self.text}, ${width.text}, ${quotes.text})`));
  },
};
