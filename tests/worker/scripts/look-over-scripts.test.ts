import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../src/engine/create-world.ts';
import type { Look, Looked } from '../../../src/protocol/look.ts';
import { lookOverScripts } from '../../../src/worker/scripts/look-over-scripts.ts';

const tools = 'String greet(String name) { return "Hi " + name; }\n';
const first = '#include "tools";\nprint(greet("Ada"));\n';
const second = '#include "tools";\n  print(greet("Bob"));\n';

type Asked = Look extends infer Each
  ? Each extends Look
    ? Omit<Each, 'script' | 'source' | 'written'>
    : never
  : never;

/** Scripts 1 and 2 include 3; asks about one of them at its first `greet`. */
function look(
  script: number,
  asked: Asked,
  texts: Readonly<Record<number, string>> = {},
  written: Look['written'] = [],
): Looked | null {
  const sources: Readonly<Record<number, string>> = { 1: first, 2: second, 3: tools, ...texts };
  const named = (id: number, name: string, includeName = '') => ({
    id,
    name,
    includeName,
    source: sources[id] ?? '',
  });
  const world = createWorld({
    startsAt: '2026-03-02T09:00:00Z',
    folders: [
      { id: 1, name: 'One', scripts: [named(1, 'received')] },
      { id: 2, name: 'Two', scripts: [named(2, 'received'), named(3, 'Library of greetings', 'tools')] },
      {
        id: 3,
        name: 'Other',
        scripts: [{ ...named(4, 'in JavaScript'), language: 'javascript', source: 'greet()' }],
      },
    ],
  });
  return lookOverScripts(world, { ...asked, script, source: sources[script] ?? '', written });
}

const at = (script: number): number => [0, first, second, tools].at(script)?.toString().indexOf('greet') ?? 0;

describe('what an editor is told of all scripts', () => {
  it('are the places of a name, by script, with their lines, although scripts have one name', () => {
    expect(look(1, { kind: 'references', offset: at(1) })).toEqual({
      kind: 'references',
      name: 'greet',
      of: 'function',
      count: 3,
      scripts: 3,
      places: [
        { script: 2, line: 2, column: 9, text: 'print(greet("Bob"));', from: 6, to: 11, declares: false },
        { script: 1, line: 2, column: 7, text: 'print(greet("Ada"));', from: 6, to: 11, declares: false },
        {
          script: 3,
          line: 1,
          column: 8,
          text: 'String greet(String name) { return "Hi " + name; }',
          from: 7,
          to: 12,
          declares: true,
        },
      ],
    });
  });

  it('are the edits of a new name, by script', () => {
    expect(look(3, { kind: 'rename', offset: at(3), name: 'welcome' })).toMatchObject({
      kind: 'renamed',
      scripts: [
        { script: 2, edits: [{ start: 26, end: 31, text: 'welcome' }] },
        { script: 1, edits: [{ start: 24, end: 29, text: 'welcome' }] },
        { script: 3, edits: [{ start: 7, end: 12, text: 'welcome' }] },
      ],
    });
  });

  it('are told of what is written and not saved', () => {
    const written = [{ script: 2, source: '#include "tools";\nString welcome(String s) { return s; }\n' }];
    expect(look(3, { kind: 'rename', offset: at(3), name: 'welcome' }, {}, written)).toMatchObject({
      kind: 'refused',
      reason: { code: 'rename-taken', params: { name: 'welcome', file: 'Two/received', line: 2 } },
    });
  });

  it('say why a name cannot be changed', () => {
    expect(look(1, { kind: 'renameAt', offset: 20 })).toMatchObject({ reason: { code: 'rename-library' } });
    expect(look(1, { kind: 'renameAt', offset: at(1) })).toEqual({
      kind: 'name',
      start: 24,
      end: 29,
      name: 'greet',
    });
  });
});

it('scripts that only include each other are programs, too', () => {
  const texts = {
    1: '#include "tools";\nInteger greet = 1;',
    3: '#include "received";\nprint(greet.toString());',
  };
  const found = look(3, { kind: 'references', offset: 28 }, texts);
  expect(found).toMatchObject({ kind: 'references', places: [{ script: 1 }, { script: 3 }] });
});

it('of one script it is told what it declares and what can be folded', () => {
  expect(look(3, { kind: 'outline' })).toMatchObject({ items: [{ name: 'greet' }] });
  expect(look(1, { kind: 'folds' }, { 1: 'if (true) {\n}' })).toMatchObject({ folds: [{ kind: 'block' }] });
});
