import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runSource } from './run-source.ts';

/*
 * The language is specified by the scripts in tests/programs/<topic>/<case>.crmscript. Their comments say
 * what comes of them:
 *   // expect: a line that is printed
 *   // expect error (3:7): a diagnostic that keeps it from running; also `warning` and `hint`
 *   // expect runtime error (3:7): Kind: text
 *   // expect host hint: a hint that the run raises
 */

const folder = fileURLToPath(new URL('../programs/', import.meta.url));
const programs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.crmscript') && !/(^|\/)parts\//.test(name))
  .sort();

type Expected = { output: string[]; errors: string[]; others: string[]; runtime: string[]; hints: string[] };

function expectationsOf(source: string): Expected {
  const expected: Expected = { output: [], errors: [], others: [], runtime: [], hints: [] };
  for (const [, kind = '', text = ''] of source.matchAll(
    /\/\/ expect( error| runtime error| warning| hint| host hint)?(?::| (?=\()) ?(.*)$/gm,
  )) {
    if (kind === ' error') expected.errors.push(text);
    else if (kind === ' runtime error') expected.runtime.push(text);
    else if (kind === ' host hint') expected.hints.push(text);
    else if (kind === '') expected.output.push(text);
    else expected.others.push(`${kind.trim()} ${text}`);
  }
  return expected;
}

const place = (file: string, line: number, column: number): string =>
  `(${file === 'main' ? '' : `${file}:`}${String(line)}:${String(column)})`;

describe('the programs of the language', () => {
  it.each(programs)('%s', (name) => {
    const path = join(folder, name);
    const source = readFileSync(path, 'utf8');
    const expected = expectationsOf(source);

    const { diagnostics, output, hints, result } = runSource(source, {
      includes: (id) => {
        const part = join(dirname(path), 'parts', `${id}.crmscript`);
        return existsSync(part)
          ? {
              file: relative(dirname(part), part).replace('.crmscript', ''),
              source: readFileSync(part, 'utf8'),
            }
          : undefined;
      },
    });

    const shown = diagnostics.map(({ severity, message, span }) => ({
      severity,
      text: `${place(span.file, span.line, span.column)}: ${message}`,
    }));
    const failure = result?.failure;
    expect({
      output: output === '' ? [] : output.replace(/\n$/, '').split('\n'),
      errors: shown.filter(({ severity }) => severity === 'error').map(({ text }) => text),
      others: shown
        .filter(({ severity }) => severity !== 'error')
        .map(({ severity, text }) => `${severity} ${text}`),
      runtime:
        failure === undefined
          ? []
          : [
              `${place(failure.span.file, failure.span.line, failure.span.column)}: ${failure.kind}: ${failure.text}`,
            ],
      hints: [...hints],
    }).toEqual(expected);
  });

  it('are many', () => {
    expect(programs.length).toBeGreaterThanOrEqual(150);
  });
});
