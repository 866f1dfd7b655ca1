import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { format, type FormatOptions, type TextEdit } from '../../src/crmscript/format.ts';
import { Problems } from '../../src/crmscript/syntax/problems.ts';
import { scan } from '../../src/crmscript/syntax/scanner.ts';

/** A script as it comes out of the formatter, which does not refuse it. */
export function formatted(source: string, options?: FormatOptions): string {
  const result = format(source, options);
  if (result.kind === 'refused') throw new Error(`${result.error.message}\n${source}`);
  return result.text;
}

/** A text with edits made in it. */
export const applied = (source: string, edits: readonly TextEdit[]): string =>
  edits.reduceRight(
    (text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
    source,
  );

const filesIn = (folder: string): string[] => {
  const path = fileURLToPath(new URL(`../../${folder}/`, import.meta.url));
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name));
};

function sourcesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(sourcesIn);
  return 'source' in value && typeof value.source === 'string' && !('language' in value)
    ? [value.source, ...inside]
    : inside;
}

/** Every script of this project: of its tests, its courses and its samples. */
export const allScripts: readonly string[] = [
  ...[...filesIn('tests/programs'), ...filesIn('build/courses')]
    .filter((path) => path.endsWith('.crmscript'))
    .map((path) => readFileSync(path, 'utf8')),
  ...filesIn('public/samples').flatMap((path) => sourcesIn(JSON.parse(readFileSync(path, 'utf8')))),
];

export type Pieces = { readonly tokens: readonly string[]; readonly comments: readonly string[] };

/** The tokens of a script as they are written, and its comments without what stands at either end of their lines. */
export function piecesOf(source: string): Pieces {
  const comments: string[] = [];
  let behind = 0;
  const tokens = scan(source, 'main', new Problems()).map(({ kind, start, end }) => {
    for (const [comment] of source.slice(behind, start).matchAll(/\/\/[^\n\r]*|\/\*[^]*?\*\//g)) {
      comments.push(
        comment
          .split(/\r\n|\r|\n/)
          .map((line) => line.trim())
          .join('\n'),
      );
    }
    behind = end;
    return `${kind} ${source.slice(start, end)}`;
  });
  return { tokens, comments };
}
