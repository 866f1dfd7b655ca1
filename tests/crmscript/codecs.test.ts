import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonError, parseJson, writeJson } from '../../src/crmscript/library/json/json-text.ts';
import { utf8Bytes, utf8Text, utf8TextOf } from '../../src/crmscript/library/text/text.ts';
import { runSource } from './run-source.ts';

/* What the library encodes and decodes, held against what the platform has for the same. */

const anyText = fc.string({ unit: 'binary' });
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 12 }),
  anyText.map((text) => new TextEncoder().encode(text)),
  fc.tuple(anyText, fc.nat(20)).map(([text, cut]) => new TextEncoder().encode(text).slice(cut)),
);

/** A text as a literal that the language reads back as the same. */
const literal = (text: string): string => {
  const json = JSON.stringify(JSON.stringify(text)).replaceAll('\u2028', '\\u2028');
  return `parseJSON(${json}).getText()`;
};

const printed = (expression: string): string => runSource(`print(${expression});`).output;

const parsed = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof JsonError) return undefined;
    throw error;
  }
};

describe('UTF-8', () => {
  it('is written as the platform writes it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(utf8Bytes(text)).toEqual([...new TextEncoder().encode(text)]);
      }),
    );
  });

  it('is read as the platform reads it, mistakes included', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        expect(utf8TextOf(given)).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(given));
      }),
      { numRuns: 1000 },
    );
  });

  it('is told from what is none', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
        let expected: string | undefined;
        try {
          expected = decoder.decode(given);
        } catch {
          expected = undefined;
        }
        expect(utf8Text(given)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('JSON', () => {
  it('means what it means to the platform', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(8), (text, indent) => {
        expect(JSON.parse(writeJson(parseJson(text), indent))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('is refused where the platform refuses it', () => {
    const damaged = fc
      .tuple(fc.json(), fc.nat(40), fc.constantFrom('', ',', '"', '{', ']', '0', '.', '\\', 'tru', '\n', ' '))
      .map(([text, at, insert]) => text.slice(0, at) + insert + text.slice(at + 1));
    fc.assert(
      fc.property(damaged, (text) => {
        const own = parsed(() => parseJson(text));
        const host = parsed(() => JSON.parse(text) as unknown);
        expect(own === undefined).toBe(host === undefined);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('codecs of String', () => {
  it('give back what was encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        for (const codec of ['html', 'xml', 'url', 'utf8']) {
          expect(printed(`${literal(text)}.${codec}Encode().${codec}Decode()`)).toBe(text);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('encode addresses as the platform does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const platform = encodeURIComponent(text).replaceAll(
          /[!'()*]/g,
          (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
        );
        expect(printed(`${literal(text)}.urlEncode()`)).toBe(platform);
      }),
      { numRuns: 40 },
    );
  });
});

describe('texts that are taken apart', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ',', '"', ' ', '>', '\n'), maxLength: 20 });

  it('come together again from split and buildString', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(',', 'a', 'ab', '\n'), (given, delimiter) => {
        const mark = literal(delimiter);
        expect(printed(`${literal(given)}.split(${mark}).buildString(${mark})`)).toBe(given);
      }),
      { numRuns: 100 },
    );
  });

  it('keep their fields through quotes and parseCSV', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (fields) => {
        const line = fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(',');
        expect(printed(`${literal(line)}.parseCSV(",").toJsonString()`)).toBe(JSON.stringify(fields));
      }),
      { numRuns: 100 },
    );
  });

  it('have no line longer than they are wrapped to, and lose nothing', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 8 }), (given, width) => {
        const { output } = runSource(
          `String s = ${literal(given)}; s.wrap(${String(width)}, false); print(s);`,
        );
        expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
        expect(output.replaceAll('\n', '')).toBe(given.replaceAll('\n', ''));
      }),
      { numRuns: 100 },
    );
  });

  it('are the lines that getLine takes off', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { output } = runSource(
          `String s = ${literal(given)}; while (!s.isEmpty()) { String l = s.getLine(); print("[" + l + "]"); }`,
        );
        const lines = given.split(/(?<=\n)/).filter((line) => line !== '');
        expect(output).toBe(lines.map((line) => `[${line}]`).join(''));
      }),
      { numRuns: 100 },
    );
  });
});

describe('JSONBuilder', () => {
  type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };
  const { json } = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 3 },
      fc.string({ maxLength: 5 }),
      fc.integer(),
      fc.boolean(),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(fc.string({ maxLength: 3 }), tie('json'), { maxKeys: 3, noNullPrototype: true }),
    ),
  }));

  /** The calls that build a value, and how the server writes it. */
  const built = (key: string, value: Json): string => {
    const name = literal(key);
    if (typeof value === 'string') return `jb.addString(${name}, ${literal(value)});`;
    if (typeof value === 'number') return `jb.addInteger(${name}, ${String(value)});`;
    if (typeof value === 'boolean') return `jb.addBoolean(${name}, ${String(value)});`;
    const isList = Array.isArray(value);
    const parts = Object.entries(value).map(([member, inner]: [string, Json]) =>
      built(isList ? '' : member, inner),
    );
    return `jb.push${isList ? 'Array' : 'Object'}(${name}); ${parts.join(' ')} jb.popLevel();`;
  };

  const written = (value: Json): string => {
    if (typeof value !== 'object') return JSON.stringify(value);
    if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
    const members = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${written(inner)}`);
    return `{${members.join(',')}}`;
  };

  it('writes what was built, members joined without a blank and one after each colon', () => {
    fc.assert(
      fc.property(fc.array(json, { maxLength: 3 }), (value) => {
        const { output } = runSource(`JSONBuilder jb; ${built('', value)} print(jb.getString());`);
        expect(output).toBe(written(value));
      }),
      { numRuns: 100 },
    );
  });
});

describe('dates', () => {
  it('roll over as the calendar of the platform does (crm Q27)', () => {
    const day = fc.record({ year: fc.integer({ min: 1900, max: 2200 }), month: fc.nat(11), day: fc.nat(27) });
    fc.assert(
      fc.property(day, fc.nat(3), fc.integer({ min: -400, max: 400 }), (from, late, months) => {
        const start = new Date(Date.UTC(from.year, from.month, from.day + 1 + late));
        const end = new Date(
          Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, start.getUTCDate()),
        );
        const iso = (date: Date): string => date.toISOString().slice(0, 10);
        expect(printed(`Date("${iso(start)}").addMonth(${String(months)}).toString()`)).toBe(iso(end));
      }),
    );
  });
});
