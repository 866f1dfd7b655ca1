import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Editor, Folder } from './editor.ts';

const root = join(import.meta.dirname, '../../..');
const isScript = (name: string): boolean => name.endsWith('.crmscript');

/** The scripts of a folder and those in it. */
const scriptsIn = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(root, dir), { recursive: true, encoding: 'utf8' })
      .filter(isScript)
      .map((name) => [join(dir, name), readFileSync(join(root, dir, name), 'utf8')]),
  );

type Scenario = {
  readonly world: {
    readonly folders?: readonly {
      readonly name: string;
      readonly scripts?: readonly {
        name: string;
        includeName?: string;
        language?: string;
        source?: string;
      }[];
    }[];
  };
};

/** The scripts of the scenarios that come with the app, as files that are called as others include them. */
function scriptsOfScenarios(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const file of readdirSync(join(root, 'public/scenarios'))) {
    const { world } = JSON.parse(readFileSync(join(root, 'public/scenarios', file), 'utf8')) as Scenario;
    for (const folder of world.folders ?? [])
      for (const { name, includeName = '', language, source = '' } of folder.scripts ?? []) {
        const ending = language === 'javascript' ? 'ts' : 'crmscript';
        const own = (includeName === '' ? name : includeName).replaceAll('/', '_');
        files[`scenarios/${basename(file, '.json')}/${folder.name}/${own}.${ending}`] = source;
      }
  }
  return files;
}

/** Programs that are to be refused say so themselves, and so do those that include such a one. */
const isRight = (text: string): boolean => !text.includes('// expect error') && !text.includes('broken');

describe('scripts that run', () => {
  const files = {
    ...scriptsIn('tests/programs'),
    ...scriptsIn('build/courses'),
    ...scriptsOfScenarios(),
  };
  const folder = new Folder(files);
  let editor: Editor;

  beforeAll(async () => {
    editor = await Editor.start([folder]);
  });

  afterAll(async () => {
    expect(await editor.stop()).toBe(0);
    folder.remove();
  });

  it('have no errors in an editor', async () => {
    const right = Object.entries(files).filter(([name, source]) => isRight(name + source));
    expect(right.length).toBeGreaterThan(700);
    const wrong: string[] = [];
    const isError = ({ severity }: Diagnostic): boolean => severity === 1;

    for (const [name, source] of right) {
      const uri = folder.uri(name);
      await editor.open(uri, source, name.endsWith('.crmscript') ? 'crmscript' : 'typescript');
      const found = await editor.diagnostics(uri);
      wrong.push(
        ...found
          .filter(isError)
          .map(({ message, range }) => `${name}:${String(range.start.line + 1)}: ${JSON.stringify(message)}`),
      );
      await editor.notify('textDocument/didClose', { textDocument: { uri } });
    }

    expect(wrong).toEqual([]);
  });
});
