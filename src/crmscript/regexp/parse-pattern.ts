import { parseClass, parseEscape, type CharSource } from './char-class.ts';
import { PatternError, type CharTest, type Node } from './pattern.ts';

const deepest = 200;
const mostRepeats = 1000;
const mostGroups = 1000;

class PatternReader implements CharSource {
  readonly text: string;
  readonly ignoreCase: boolean;
  at = 0;
  groups = 0;
  depth = 0;

  constructor(text: string, ignoreCase: boolean) {
    this.text = text;
    this.ignoreCase = ignoreCase;
  }

  peek(): string {
    return this.text.charAt(this.at);
  }

  take(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  fail(message: string): never {
    throw new PatternError(`${message} (character ${String(this.at + 1)} of the pattern).`);
  }
}

/** Reads a pattern into a tree. Throws a PatternError. */
export function parsePattern(text: string, ignoreCase: boolean): { root: Node; groups: number } {
  const reader = new PatternReader(text, ignoreCase);
  const root = parseChoice(reader);
  if (reader.at < text.length) reader.fail('A ")" that closes nothing');
  return { root, groups: reader.groups };
}

function parseChoice(reader: PatternReader): Node {
  reader.depth += 1;
  if (reader.depth > deepest) reader.fail('The pattern is nested too deeply');
  const parts = [parseSequence(reader)];
  while (reader.take('|')) parts.push(parseSequence(reader));
  reader.depth -= 1;
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: 'choice', parts };
}

function parseSequence(reader: PatternReader): Node {
  const parts: Node[] = [];
  while (reader.at < reader.text.length && reader.peek() !== '|' && reader.peek() !== ')') {
    parts.push(parseRepeat(reader, parseAtom(reader)));
  }
  const [only] = parts;
  if (only === undefined) return { kind: 'empty' };
  return parts.length === 1 ? only : { kind: 'sequence', parts };
}

function parseRepeat(reader: PatternReader, atom: Node): Node {
  let body = atom;
  for (let range = parseRange(reader); range !== undefined; range = parseRange(reader)) {
    if (body.kind === 'repeat') reader.fail('Nothing to repeat');
    const [least, most] = range;
    if (atom.kind === 'assert') reader.fail('Nothing to repeat');
    body = { kind: 'repeat', body, least, most, greedy: !reader.take('?') };
  }
  return body;
}

const counted = /\{(\d{1,6})(,(\d{0,6}))?\}/y;

function parseRange(reader: PatternReader): readonly [number, number] | undefined {
  if (reader.take('*')) return [0, Infinity];
  if (reader.take('+')) return [1, Infinity];
  if (reader.peek() === '?') {
    reader.at += 1;
    return [0, 1];
  }
  counted.lastIndex = reader.at;
  const match = counted.exec(reader.text);
  if (match === null) return undefined;
  reader.at += match[0].length;
  const least = Number(match[1]);
  const upTo = match[3] ?? '';
  const most = match[2] === undefined ? least : upTo === '' ? Infinity : Number(upTo);
  if (least > mostRepeats || (most !== Infinity && most > mostRepeats)) reader.fail('Too many repetitions');
  if (most < least) reader.fail('The numbers of a repetition are the wrong way round');
  return [least, most];
}

function parseAtom(reader: PatternReader): Node {
  if (reader.take('(')) return parseGroup(reader);
  if (reader.take('^')) return { kind: 'assert', what: 'start' };
  if (reader.take('$')) return { kind: 'assert', what: 'end' };
  if (reader.take('.')) return { kind: 'char', test: (code) => code !== 10 && code !== 13 };
  if (reader.take('[')) return { kind: 'char', test: parseClass(reader) };
  if (reader.take('\\')) return parseEscaped(reader);
  if (['*', '+', '?'].includes(reader.peek())) reader.fail('Nothing to repeat');
  const code = reader.text.charCodeAt(reader.at);
  reader.at += 1;
  return { kind: 'char', test: same(code, reader.ignoreCase) };
}

function parseGroup(reader: PatternReader): Node {
  let make: (body: Node) => Node;
  // A sequence of its own: what is repeated or asserted in it can be repeated once more.
  if (reader.take('?:')) make = (body) => ({ kind: 'sequence', parts: [body] });
  else if (reader.take('?=')) make = (body) => ({ kind: 'look', body, negative: false });
  else if (reader.take('?!')) make = (body) => ({ kind: 'look', body, negative: true });
  else if (reader.peek() === '?') return reader.fail('A kind of group that is not known here');
  else {
    reader.groups += 1;
    if (reader.groups > mostGroups) reader.fail('Too many groups');
    const index = reader.groups;
    make = (body) => ({ kind: 'group', body, index });
  }
  const body = parseChoice(reader);
  if (!reader.take(')')) reader.fail('A "(" without ")"');
  return make(body);
}

function parseEscaped(reader: PatternReader): Node {
  const letter = reader.peek();
  if (letter === 'b' || letter === 'B') {
    reader.at += 1;
    return { kind: 'assert', what: letter === 'b' ? 'word' : 'noWord' };
  }
  if (/[1-9]/.test(letter)) {
    const digits = /\d{1,3}/y;
    digits.lastIndex = reader.at;
    const text = digits.exec(reader.text)?.[0] ?? letter;
    reader.at += text.length;
    return { kind: 'reference', group: Number(text) };
  }
  const escaped = parseEscape(reader);
  return { kind: 'char', test: typeof escaped === 'number' ? same(escaped, reader.ignoreCase) : escaped };
}

/** One character, in either case if that is asked for. */
function same(code: number, ignoreCase: boolean): CharTest {
  if (!ignoreCase) return (other) => other === code;
  const folded = fold(code);
  return (other) => other === code || fold(other) === folded;
}

export const fold = (code: number): number => {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
};
