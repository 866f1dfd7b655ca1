import { describe, expect, it } from 'vitest';
import { lookOverScripts } from '../../../src/worker/scripts/look-over-scripts.ts';
import { greetings } from './greetings.ts';

const tools = 'String greet(String name) { return "Hi " + name; }\n';
const first = '#include "tools";\nprint(greet("Ada"));\n';
const second = '#include "tools";\n  print(greet("Bob"));\n';

const look = greetings('crmscript', { 1: first, 2: second, 3: tools }, lookOverScripts);

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
