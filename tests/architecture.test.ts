import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type IConfiguration } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as IConfiguration & {
  readonly table: Readonly<Record<string, readonly string[]>>;
};

/** How long a file may be, and which are one idea and may be longer. */
const sizes = JSON.parse(readFileSync(join(root, 'long-files.json'), 'utf8')) as {
  readonly limit: number;
  readonly most: number;
  readonly files: Readonly<Record<string, string>>;
};

const measured = sourceFiles('src').map((path) => ({
  path,
  lines: codeLines(readFileSync(join(root, path), 'utf8')),
}));

describe('the house', () => {
  it('imports only in the allowed direction', async () => {
    const { output } = await cruise(['src'], {
      ...config.options,
      baseDir: root,
      ruleSet: config,
      validate: true,
    });
    if (typeof output === 'string') throw new Error('The report came as text.');

    expect(output.summary.totalCruised).toBeGreaterThan(20); // a parser that reads no TypeScript finds no faults
    expect(output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual(
      [],
    );
  });

  it('has no folder that the table does not know', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );

    expect(folders.map(({ name }) => name).filter((name) => !(name in config.table))).toEqual([]);
  });

  it('prints the table that it keeps', () => {
    const printed = Object.fromEntries(printedRows());

    expect(printed).toEqual(config.table);
  });

  it('has short files, half of them under 90 lines and all but one in twenty under 250', () => {
    const lines = measured.map((file) => file.lines).sort((a, b) => a - b);
    const at = (part: number) => lines[Math.floor(part * (lines.length - 1))];

    expect(lines.length).toBeGreaterThan(1000); // who reads no files finds none that is long
    expect(at(0.5)).toBeLessThan(90);
    expect(at(0.95)).toBeLessThan(250);
  });

  it('has no file over 250 lines but those that are one idea, and none over 450', () => {
    const { limit, most, files } = sizes;

    expect(measured.filter(({ path, lines }) => lines > (path in files ? most : limit))).toEqual([]);
  });

  it('names no file as one idea that need not be', () => {
    const lengths = new Map(measured.map(({ path, lines }) => [path, lines]));
    const short = Object.keys(sizes.files).filter((path) => (lengths.get(path) ?? 0) <= sizes.limit);

    expect(short).toEqual([]);
  });
});

/** The rows `| \`folder\` | \`one\`, \`other\` |` of the printed table. */
function printedRows(): [string, string[]][] {
  const page = ['ARCHITECTURE.md', 'docs/imports.md'].map((name) => join(root, name)).find(existsSync);
  const text = page ? readFileSync(page, 'utf8') : '';
  const section = text.slice(text.indexOf('## Who may import whom'));
  return [...section.matchAll(/^\| `(\w+)`\s*\|([^|]*)\|$/gm)].map(([, folder = '', targets = '']) => [
    folder,
    [...targets.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
  ]);
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** Counts as the linter's `max-lines` does, but for comments that share a line with code. */
function codeLines(text: string): number {
  const withoutBlocks = text.replace(/^\s*\/\*[\s\S]*?\*\//gm, '');
  return withoutBlocks.split('\n').filter((line) => !/^\s*(\/\/.*)?$/.test(line)).length;
}
