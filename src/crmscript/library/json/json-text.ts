import { detached } from '../../run/detach.ts';
import { TextBuilder } from '../text/text-builder.ts';

/*
 * JSON as SuperOffice has it: numbers stay as they were written, members keep their order and may be
 * called anything, and writing puts a blank after the colon and none after the comma (crm §10.3).
 */

export type JsonValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'number' | 'string'; readonly text: string }
  | { readonly kind: 'array'; readonly items: readonly JsonValue[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [string, JsonValue])[] };

/** A number as JSON has it; infinity and what is no number are null there. */
export const numberJson = (value: number | bigint): JsonValue =>
  typeof value === 'bigint' || Number.isFinite(value)
    ? { kind: 'number', text: String(value) }
    : { kind: 'null' };

/** A text is no JSON; the message says where. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
}

const numberShape = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const plainText = /[^"\\\u0000-\u001f]*/y;
const deepest = 200;

class Reader {
  readonly text: string;
  at = 0;
  depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  fail(what: string): never {
    const before = this.text.slice(0, this.at);
    const start = before.lastIndexOf('\n') + 1;
    const lines = before.replaceAll(/[^\n]/g, '').length + 1;
    const place = `line ${String(lines)}, column ${String(this.at - start + 1)}`;
    throw new JsonError(`${what} at ${place}.`);
  }

  skip(): void {
    for (;;) {
      const c = this.text.charCodeAt(this.at);
      if (c !== 32 && c !== 9 && c !== 10 && c !== 13) return;
      this.at += 1;
    }
  }

  take(character: string): boolean {
    this.skip();
    if (this.text.charAt(this.at) !== character) return false;
    this.at += 1;
    return true;
  }

  need(character: string): void {
    if (!this.take(character)) this.fail(`Expected "${character}"`);
  }
}

/** The value of a JSON text. Throws a JsonError. */
export function parseJson(text: string): JsonValue {
  const reader = new Reader(text.startsWith('\ufeff') ? text.slice(1) : text);
  const value = readValue(reader);
  reader.skip();
  if (reader.at < reader.text.length) reader.fail('The JSON should end');
  return value;
}

function readValue(reader: Reader): JsonValue {
  reader.skip();
  const { text, at } = reader;
  const character = text.charAt(at);
  if (character === '{') return readObject(reader);
  if (character === '[') return readArray(reader);
  if (character === '"') return { kind: 'string', text: readText(reader) };
  for (const [word, value] of words) {
    if (!text.startsWith(word, at)) continue;
    reader.at += word.length;
    return value;
  }
  numberShape.lastIndex = at;
  const number = numberShape.exec(text)?.[0];
  if (number === undefined)
    return reader.fail(at < text.length ? 'Expected a JSON value' : 'The JSON ends too early');
  reader.at += number.length;
  return { kind: 'number', text: detached(number, text.length) };
}

const words: readonly (readonly [string, JsonValue])[] = [
  ['true', { kind: 'bool', value: true }],
  ['false', { kind: 'bool', value: false }],
  ['null', { kind: 'null' }],
];

function enter(reader: Reader): void {
  reader.at += 1;
  reader.depth += 1;
  if (reader.depth > deepest) reader.fail(`The JSON is nested deeper than ${String(deepest)} levels`);
}

function readObject(reader: Reader): JsonValue {
  enter(reader);
  const members: [string, JsonValue][] = [];
  if (!reader.take('}')) {
    do {
      reader.skip();
      if (reader.text.charAt(reader.at) !== '"') reader.fail('Expected a name in double quotes');
      const name = readText(reader);
      reader.need(':');
      members.push([name, readValue(reader)]);
    } while (reader.take(','));
    reader.need('}');
  }
  reader.depth -= 1;
  return { kind: 'object', members };
}

function readArray(reader: Reader): JsonValue {
  enter(reader);
  const items: JsonValue[] = [];
  if (!reader.take(']')) {
    do items.push(readValue(reader));
    while (reader.take(','));
    reader.need(']');
  }
  reader.depth -= 1;
  return { kind: 'array', items };
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

function readText(reader: Reader): string {
  const { text } = reader;
  reader.at += 1;
  const first = readPlain(reader);
  if (text.charAt(reader.at) === '"') {
    reader.at += 1;
    return first;
  }
  const parts = new TextBuilder();
  for (let plain = first; ; plain = readPlain(reader)) {
    if (plain !== '') parts.add(plain);
    const character = text.charAt(reader.at);
    if (character === '"') {
      reader.at += 1;
      return parts.text();
    }
    if (character !== '\\')
      return reader.fail(
        character === '' ? 'The text has no end' : 'A line break or control character in a text',
      );
    parts.add(readEscape(reader));
  }
}

function readPlain(reader: Reader): string {
  const { text } = reader;
  plainText.lastIndex = reader.at;
  const plain = plainText.exec(text)?.[0] ?? '';
  reader.at += plain.length;
  return detached(plain, text.length);
}

function readEscape(reader: Reader): string {
  const letter = reader.text.charAt(reader.at + 1);
  const meaning = escapes.get(letter);
  if (meaning !== undefined) {
    reader.at += 2;
    return meaning;
  }
  const hex = reader.text.slice(reader.at + 2, reader.at + 6);
  if (letter !== 'u' || !/^[0-9a-fA-F]{4}$/.test(hex))
    return reader.fail('An escape that JSON does not have');
  reader.at += 6;
  return String.fromCharCode(Number.parseInt(hex, 16));
}

/** A text in quotes, escaped as JSON wants it. */
export const writeString = (text: string): string => JSON.stringify(text);

/** `indent` blanks for each level; 0 is all on one line. */
export function writeJson(value: JsonValue, indent = 0, level = 0): string {
  const line = indent > 0 ? `\n${' '.repeat(indent * (level + 1))}` : '';
  const end = indent > 0 ? `\n${' '.repeat(indent * level)}` : '';
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'bool':
      return String(value.value);
    case 'number':
      return value.text;
    case 'string':
      return writeString(value.text);
    case 'array': {
      if (value.items.length === 0) return '[]';
      return `[${value.items.map((item) => line + writeJson(item, indent, level + 1)).join(',')}${end}]`;
    }
    case 'object': {
      if (value.members.length === 0) return '{}';
      const members = value.members.map(
        ([name, member]) => `${line}${writeString(name)}: ${writeJson(member, indent, level + 1)}`,
      );
      return `{${members.join(',')}${end}}`;
    }
  }
}
