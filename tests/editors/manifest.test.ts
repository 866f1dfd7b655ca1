import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/cli/lsp/settings.ts';
import { keywords, longOperators } from '../../src/crmscript/syntax/token.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'editors/vscode');

type Command = { readonly command: string };
type Manifest = {
  readonly version: string;
  readonly license: string;
  readonly engines: { readonly vscode: string };
  readonly main: string;
  readonly contributes: {
    readonly languages: readonly { readonly id: string; readonly configuration: string }[];
    readonly grammars: readonly { readonly language: string; readonly path: string }[];
    readonly breakpoints: readonly { readonly language: string }[];
    readonly debuggers: readonly {
      readonly type: string;
      readonly configurationAttributes: { readonly launch: { readonly properties: object } };
    }[];
    readonly commands: readonly Command[];
    readonly menus: Readonly<Record<string, readonly Command[]>>;
    readonly keybindings: readonly Command[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
};

const json = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const manifest = json('package.json') as Manifest;
const { contributes } = manifest;
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly version: string;
  readonly license: string;
  readonly devDependencies: Readonly<Record<string, string>>;
};

const code = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(folder, 'src', file), 'utf8'))
  .join('\n');
const found = (pattern: RegExp): readonly string[] =>
  [...new Set(Array.from(code.matchAll(pattern), ([, name = '']) => name))].sort();

describe('what the extension for VS Code says of itself', () => {
  it('has the version and the licence of the project, and the editor whose types it is checked with', () => {
    expect([manifest.version, manifest.license]).toEqual([own.version, own.license]);
    expect(manifest.engines.vscode).toBe(`^${own.devDependencies['@types/vscode'] ?? ''}`);
  });

  it('offers the commands that there are, and no others', () => {
    const commands = contributes.commands.map(({ command }) => command).sort();
    const placed = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];

    expect(found(/(?:\bon|registerCommand)\('(rehearsal\.\w+)'/g)).toEqual(commands);
    expect(placed.filter(({ command }) => !commands.includes(command))).toEqual([]);
  });

  it('has each setting that is asked for, by the extension or by the language server, with the same default', () => {
    const settings = contributes.configuration.properties;
    const asked = found(/given\.get(?:<[^>]*>)?\('(\w+)'/g);

    expect(
      [...new Set([...asked, ...Object.keys(defaultSettings)])].map((name) => `rehearsal.${name}`).sort(),
    ).toEqual(Object.keys(settings).sort());
    for (const [name, value] of Object.entries(defaultSettings))
      expect(settings[`rehearsal.${name}`]?.default).toEqual(value);
  });

  it('knows one language and one kind of debugging, each by the name that the code has for it', () => {
    expect(contributes.languages.map(({ id }) => id)).toEqual(['crmscript']);
    expect(contributes.grammars.map(({ language }) => language)).toEqual(['crmscript']);
    expect(contributes.breakpoints).toEqual([{ language: 'crmscript' }]);
    expect(found(/debugType = '(\w+)'/g)).toEqual(contributes.debuggers.map(({ type }) => type));
  });

  it('describes what a launch takes, all that docs/debug-adapter.md has', () => {
    const page = readFileSync(join(root, 'docs/debug-adapter.md'), 'utf8');
    const [, launch = ''] = /^## Launch\n([^]*?)^## /m.exec(page) ?? [];
    const taken = Array.from(launch.matchAll(/^\| `(\w+)`/gm), ([, name = '']) => name);

    // The editor adds it of itself.
    expect(taken.filter((name) => name !== 'noDebug').sort()).toEqual(
      Object.keys(contributes.debuggers[0]?.configurationAttributes.launch.properties ?? {}).sort(),
    );
  });

  it('names files that there are', () => {
    const files = [contributes.languages[0]?.configuration, contributes.grammars[0]?.path, 'README.md'];

    expect(files.filter((file) => file === undefined || !existsSync(join(folder, file)))).toEqual([]);
  });

  it('colours the words of the language, and no others as such', () => {
    const { repository } = json('syntaxes/crmscript.tmLanguage.json') as {
      readonly repository: {
        readonly keywords: { readonly patterns: readonly { readonly match: string }[] };
      };
    };
    const words = repository.keywords.patterns.flatMap(({ match }) =>
      match.replace(/^\(\?i\)|\\b/g, ' ').match(/[a-z]{2,}/g),
    );

    expect(words.sort()).toEqual([...keywords].sort());
  });

  it('takes each operator of the language for one', () => {
    const { repository } = json('syntaxes/crmscript.tmLanguage.json') as {
      readonly repository: { readonly operators: { readonly match: string } };
    };
    const operators = new RegExp(`^(?:${repository.operators.match})`);

    expect([...longOperators].map((operator) => operators.exec(operator)?.[0])).toEqual([...longOperators]);
  });
});
