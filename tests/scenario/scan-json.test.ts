import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.ts';
import { scanJson } from '../../src/scenario/scan-json.ts';
import { writeScenario } from '../../src/scenario/write.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const pieces = fc.array(
  fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"b"',
    '""',
    ' ',
    '\n',
    '1',
    '-',
    '0',
    '.',
    'e5',
    'true',
    'null',
    '\\',
    '"',
    '\t',
  ),
  { maxLength: 14 },
);

describe('scanJson', () => {
  it('calls the same texts well-formed as JSON.parse does', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const text = list.join('');
        const malformed = scanJson(text).some(({ message }) => message.startsWith('Not JSON'));

        expect(malformed).toBe(!isJson(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('finds nothing wrong with what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value, null, 2);

        expect(scanJson(text).filter(({ message }) => !message.includes('not allowed'))).toEqual([]);
      }),
    );
  });
});

const sample = readFileSync(join(import.meta.dirname, '../../public/scenarios/first-visit.json'), 'utf8');

describe('a file that was damaged on the way', () => {
  it('is refused with its problems, or is a scenario of its own; nothing in between', () => {
    fc.assert(
      fc.property(fc.nat(sample.length - 1), fc.string({ maxLength: 3 }), fc.nat(4), (at, put, cut) => {
        const damaged = sample.slice(0, at) + put + sample.slice(at + cut);
        const result = parseScenario(damaged);

        if (result.ok) expect(parseScenario(writeScenario(result.scenario))).toEqual(result);
        else expect(result.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
