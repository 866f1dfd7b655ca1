import { describe, expect, it } from 'vitest';
import { createJavaScriptEditing } from '../../../src/bots/javascript-editing.ts';
import { createJavaScriptHelp } from '../../../src/bots/javascript-help.ts';
import { typeFiles } from '../../../src/cli/type-files.ts';
import { lookOverJavaScript } from '../../../src/worker/scripts/look-over-javascript.ts';
import { createWorld } from '../../../src/engine/create-world.ts';
import { greetings } from './greetings.ts';

const help = createJavaScriptHelp(typeFiles());
const editing = createJavaScriptEditing(help);

const tools = 'function greet(name: string, loud: boolean) {\n  return loud ? name : `Hi ${name}`;\n}\n';
const first = "#include 'tools';\nprint(greet('Ada', true));\n";
const second = "#include 'tools';\n  print(greet('Bob', false));\n";

const look = greetings('javascript', { 1: first, 2: second, 3: tools }, (world, asked) =>
  lookOverJavaScript(editing, world, asked),
);

/** Where a name first stands in a text. */
const at = (text: string, name = 'greet'): number => text.indexOf(name);

describe('what an editor is told of all scripts in JavaScript', () => {
  it('are the places of a name, from wherever it is asked, although scripts have one name', () => {
    for (const [script, text] of [
      [1, first],
      [2, second],
      [3, tools],
    ] as const)
      expect(look(script, { kind: 'references', offset: at(text) })).toMatchObject({
        kind: 'references',
        name: 'greet',
        count: 3,
        scripts: 3,
        places: [
          { script: 1, line: 2, column: 7, text: "print(greet('Ada', true));", from: 6, declares: false },
          { script: 2, line: 2, column: 9, text: "print(greet('Bob', false));", from: 6, declares: false },
          { script: 3, line: 1, column: 10, declares: true },
        ],
      });
  });

  it('are the edits of a new name, by script, from one that only uses it', () => {
    expect(look(1, { kind: 'rename', offset: at(first), name: 'welcome' })).toMatchObject({
      kind: 'renamed',
      scripts: [
        { script: 1, edits: [{ start: at(first), text: 'welcome' }] },
        { script: 2, edits: [{ start: at(second), text: 'welcome' }] },
        { script: 3, edits: [{ start: at(tools), text: 'welcome' }] },
      ],
    });
  });

  it('are no edits for the name that it has', () => {
    expect(look(1, { kind: 'rename', offset: at(first), name: 'greet' })).toMatchObject({ scripts: [] });
  });

  it('are told of what is written and not saved', () => {
    const written = [{ script: 2, source: `${second}const welcome = 1;\nprint(welcome);\n` }];
    expect(look(1, { kind: 'rename', offset: at(first), name: 'welcome' }, {}, written)).toMatchObject({
      kind: 'refused',
      reason: { code: 'rename-changes', params: { name: 'greet' } },
    });
  });

  it('say why a name cannot be changed', () => {
    expect(look(1, { kind: 'renameAt', offset: at(first, 'print') })).toMatchObject({
      reason: { code: 'rename-not-own' },
    });
    expect(look(1, { kind: 'rename', offset: at(first), name: 'while' })).toMatchObject({
      reason: { code: 'rename-reserved' },
    });
    expect(look(1, { kind: 'renameAt', offset: at(first) })).toEqual({
      kind: 'name',
      start: at(first),
      end: at(first) + 5,
      name: 'greet',
    });
  });
});

it('a name in a shared script that each of its programs declares by itself is not changed for one of them', () => {
  const texts = {
    1: "const who = 'Ada';\n#include 'tools';\n",
    2: "const who = 'Bob';\n#include 'tools';\n",
    3: 'print(who);\n',
  };
  for (const [script, offset] of [
    [1, 6],
    [3, 6],
  ] as const)
    expect(look(script, { kind: 'rename', offset, name: 'person' }, texts)).toMatchObject({
      kind: 'refused',
      reason: { code: 'rename-differs', params: { name: 'who', file: 'tools' } },
    });
});

it('scripts that only include each other are programs, too', () => {
  const texts = { 1: "#include 'tools';\nconst one = 1;\n", 2: '', 3: "#include 'received';\nprint(one);\n" };
  const offset = at(texts[3], 'one');
  expect(look(3, { kind: 'references', offset }, texts)).toMatchObject({
    places: [{ script: 1 }, { script: 3 }],
  });
});

it('the outline goes by the text, not by names', () => {
  const source = 'class Pet {\n  name = "";\n  age = 1;\n  bark() {\n    return this.name;\n  }\n}\n';
  expect(look(3, { kind: 'outline' }, { 3: source })).toMatchObject({
    items: [{ name: 'Pet', children: [{ name: 'name' }, { name: 'age' }, { name: 'bark' }] }],
  });
});

it('of a block both brackets stay when it is folded', () => {
  const source = 'function a(b: boolean) {\n  if (b) {\n    print(1);\n  }\n}\n';
  const found = look(3, { kind: 'folds' }, { 3: source });
  const folds = found?.kind === 'folds' ? found.folds : [];
  expect(folds.map(({ start, end }) => [source.slice(0, start).at(-1), source.charAt(end)])).toEqual([
    ['{', '}'],
    ['{', '}'],
  ]);
});

it('of a page with code in it the code counts, where it stands', () => {
  const source = [
    '<p title="function fake() {">%EJSCRIPT_START%<%',
    'function real() {',
    '  return 1;',
    '}',
    '%> it’s { text',
    '<% if (real()) { %>',
    'yes',
    '<% } %>%EJSCRIPT_END% function also() {',
    '}</p>',
  ].join('\n');
  const outline = look(3, { kind: 'outline' }, { 3: source });
  const folds = look(3, { kind: 'folds' }, { 3: source });

  expect(outline).toMatchObject({ items: [{ name: 'real', nameStart: source.indexOf('real') }] });
  expect(
    folds?.kind === 'folds' ? folds.folds.map(({ start, end }) => source.slice(start, end)) : [],
  ).toEqual(['\n  return 1;\n', ' %>\nyes\n<% ']);
});

it('of one script it is told what it declares, what folds, what belongs together, and names of parameters', () => {
  expect(look(3, { kind: 'outline' })).toMatchObject({ items: [{ name: 'greet', kind: 'function' }] });
  expect(look(3, { kind: 'folds' })).toMatchObject({ folds: [{ kind: 'block' }] });
  expect(look(1, { kind: 'selections', offset: at(first) })).toMatchObject({
    ranges: expect.arrayContaining([
      { start: at(first), end: at(first) + 5 },
      { start: 0, end: first.length },
    ]) as unknown,
  });
  expect(look(1, { kind: 'inlays', start: 0, end: first.length })).toMatchObject({
    inlays: [{ text: 'name:' }, { text: 'loud:' }],
  });
  expect(look(1, { kind: 'inlays', start: 0, end: 10 })).toMatchObject({ inlays: [] });
});

describe('a script that includes another one of its name', () => {
  const named = (id: number, name: string, source: string, includeName = '') =>
    ({ id, name, includeName, language: 'javascript', source }) as const;
  const world = (name: string) =>
    createWorld({
      startsAt: '2026-03-02T09:00:00Z',
      folders: [
        {
          id: 1,
          name: 'Bot',
          scripts: [named(1, name, first), named(2, 'received', second), named(3, 'Library', tools, 'tools')],
        },
      ],
    });

  it.each(['tools', 'Tools'])('uses what that declares, and so its edits are there, too: %s', (name) => {
    const asked = { script: 3, source: tools, written: [], offset: at(tools) };

    expect(lookOverJavaScript(editing, world(name), { ...asked, kind: 'references' })).toMatchObject({
      count: 3,
      places: [{ script: 1 }, { script: 2 }, { script: 3 }],
    });
    expect(
      lookOverJavaScript(editing, world(name), { ...asked, kind: 'rename', name: 'welcome' }),
    ).toMatchObject({ scripts: [{ script: 1 }, { script: 2 }, { script: 3 }] });
  });

  it.each(['tools', 'Tools'])(
    'is told the names of parameters, what is wrong, and where a name lies: %s',
    (name) => {
      const asked = { script: 1, source: first, written: [] };
      const offset = at(first);

      expect(
        lookOverJavaScript(editing, world(name), { ...asked, kind: 'inlays', start: 0, end: first.length }),
      ).toMatchObject({ inlays: [{ text: 'name:' }, { text: 'loud:' }] });
      const errors = (text: string) =>
        help.check(world(name), text, name, 1).filter(({ code }) => code !== 'not-in-dialect');
      expect(errors(first)).toEqual([]);
      expect(errors(`${first}nothing();\n`)).toMatchObject([{ span: { file: name, line: 3 } }]);
      expect(
        help.assist(world(name), { kind: 'definition', script: 1, source: first, offset }),
      ).toMatchObject({
        script: 3,
      });
    },
  );

  it('leads to the one that its line names, where another one bears the include name of that', () => {
    const two = createWorld({
      startsAt: '2026-03-02T09:00:00Z',
      folders: [
        {
          id: 1,
          name: 'Bot',
          scripts: [
            named(1, 'received', "#include 'Library';\n"),
            named(2, 'Other', second, 'tools'),
            named(3, 'Library', tools, 'tools'),
          ],
        },
      ],
    });
    const source = "#include 'Library';\n";

    expect(help.assist(two, { kind: 'definition', script: 1, source, offset: 12 })?.script).toBe(3);
  });
});
