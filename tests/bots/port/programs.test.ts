import vm from 'node:vm';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { portedProgram, programs, type Ported } from './ported.ts';

/*
 * The proof that a port does what its script does: every program of the language that can be ported prints the same in
 * both languages, but for those below, each with the reason.
 */

const differ: Readonly<Record<string, readonly string[]>> = {
  'JavaScript has words of its own for JSON that is none': [
    'arrays/json-that-is-no-array',
    'json/escapes-that-are-none',
    'json/invalid',
    'json/mistakes-say-where',
    'json/nested-too-deep',
    'maps/from-json-that-is-no-object',
  ],
  'JavaScript writes numbers of JSON in its own way': [
    'json/numbers-stay-as-written',
    'json/path-to-an-array-or-object',
    'maps/from-json-of-other-values',
    'maps/json',
  ],
  'an empty array of JSON has no child': ['json/empty-array-bug', 'json/empty-array-inside'],
  'elements of a JSON array are called by their places': ['json/children'],
  'builders nest as deep as they like': ['json/builder-too-many-levels'],
  'null is kept for variables that are asked, not in arrays and conversions': [
    'arrays/sort-nulls-as-zero',
    'null/dates',
    'null/through-every-method-of-numbers',
    'null/values-in-collections',
    'numbers/long-constructors',
    'vectors/to-arrays',
  ],
  'the smallest Integer has no counterpart among positive ones': [
    'numbers/integer-wraps-at-32-bits',
    'operators/integer-wraps',
    'operators/minus-of-the-smallest',
  ],
  'texts larger than 64 bits': ['strings/to-long-stays-within-64-bits'],
  'powers of zero': ['numbers/power-that-is-no-number'],
  'JavaScript asks a hook of sort in its own order': [
    'arrays/sort-asks-the-hook-in-the-same-order-everywhere',
  ],
  'one letter is two in small letters': ['strings/find-case-ignores-letter-case'],
  'the commonest entities only': ['html/encode-and-decode'],
  'a class has to stand above what makes one': ['structs/used-before-its-declaration'],
  'a Vector fails with the words of an array': ['vectors/out-of-bounds'],
  'the log goes to the console': ['output/logs-go-to-the-console'],
};

const known = new Set(Object.values(differ).flat());
const start = Date.parse('2024-06-01T10:00:00Z');

type Run = (context: { result: { body: string } }) => Promise<void>;

/** The clock of the runs: it moves when one of them waits. */
const time = { now: start };

function wait(done: () => void, milliseconds: number): void {
  time.now += milliseconds;
  setImmediate(done);
}

/** The texts as functions, made at once: what a program has to itself are its variables and its `context`. */
function functionsOf(texts: readonly string[]): readonly Run[] {
  const list = texts.map((text) => `async (context) => {\n${text}\n},\n`).join('');
  const { code } = transformSync(`export const all = [${list}];`, {
    loader: 'ts',
    target: 'es2022',
    format: 'cjs',
  });
  const quiet = { log: () => undefined, debug: () => undefined };
  const module = { exports: {} as { all: readonly Run[] } };
  const clock = `globalThis.Date = class extends Date { constructor(...given) { super(...(given.length === 0 ? [clock.now] : given)); } };`;
  vm.runInNewContext(`'use strict'; ${clock}\n${code}`, {
    module,
    console: quiet,
    setTimeout: wait,
    clock: time,
  });
  return module.exports.all;
}

async function printedBy(run: Run): Promise<string> {
  const context = { result: { body: '', status: 200 }, eventData: { inputValues: {} } };
  time.now = start;
  try {
    await run(context);
  } catch (error) {
    return `${context.result.body}FAILED ${String(error)}`;
  }
  return context.result.body.replace(/\n$/, '');
}

/** Those that run to their end without a word that the port has no counterpart for. */
const isPortable = ({ name, source, port, text }: Ported): boolean =>
  text !== undefined &&
  !name.startsWith('tables/') &&
  !/expect runtime error/.test(source) &&
  port.notes.every(({ kind, code }) => kind === 'differs' && code !== 'port-place');

describe('a port of a program', () => {
  it('prints what the program prints', async () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Europe/Oslo';
    const all = programs.map(portedProgram).filter(isPortable);
    const wrong: Record<string, { wanted: string; printed: string }> = {};
    const runs = functionsOf(all.map(({ text }) => text ?? ''));
    for (const [index, { name, source }] of all.entries()) {
      const wanted = expectedOf(source);
      const run = runs[index];
      const printed = run === undefined ? 'nothing' : await printedBy(run);
      if (printed !== wanted) wrong[name.replace('.crmscript', '')] = { wanted, printed };
    }
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;

    expect(Object.entries(wrong).filter(([name]) => !known.has(name))).toEqual([]);
    expect(Object.keys(wrong).sort()).toEqual([...known].sort());
    expect(all.length - known.size).toBeGreaterThanOrEqual(400);
  });

  it('is the same whenever it is made', () => {
    const [first] = programs.filter((name) => name.startsWith('structs/'));
    expect(portedProgram(first ?? '').text).toBe(portedProgram(first ?? '').text);
  });
});

/** What a program prints: its own comments say it, and that they are right is tested elsewhere. */
function expectedOf(source: string): string {
  const lines = [...source.matchAll(/\/\/ expect: ?(.*)$/gm)].map(([, line = '']) => line);
  return lines.join('\n');
}
