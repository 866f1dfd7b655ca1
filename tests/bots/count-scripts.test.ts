import { describe, expect, it } from 'vitest';
import { countScripts } from '../../src/bots/count-scripts.ts';
import { createRunScript } from '../../src/bots/run-script.ts';
import type { WorldFile } from '../../src/engine/definition.ts';
import type { ScriptHits } from '../../src/engine/script-hits.ts';
import { tables } from '../crmscript/tables.ts';
import { eraseTypes } from '../../src/javascript/erase-types.ts';
import { engine } from '../support/javascript.ts';
import { playWith } from './stage.ts';

const tools = { engine: await engine(), eraseTypes };

/** What ran while a customer connected and wrote, by the script's name: `line×hits`, a statement each. */
function counted(source: string, scripts: NonNullable<WorldFile['folders']>[number]['scripts'] = []) {
  const counter = countScripts(tables, () => tools);
  const more = { folders: folders(source, scripts) };
  const { world, events } = playWith(counter.runScript, { source }, more);
  const hits = counter.hits(world.folders);
  return { events, hits, of: (name: string) => shown(hits.find(({ script }) => script.name === name)) };
}

const folders = (source: string, more: NonNullable<WorldFile['folders']>[number]['scripts'] = []) => [
  {
    id: 1,
    name: 'Bot',
    scripts: [
      { id: 1, name: 'bot register', source: '' },
      { id: 2, name: 'bot message received', source },
      ...more,
    ],
  },
];

const shown = (hits: ScriptHits | undefined) =>
  hits?.statements.map(({ line, hits: count }) => `${String(line)}×${String(count)}`).join(' ');

describe('counting what runs of the scripts of a world', () => {
  it('counts each statement of a bot, and the ways of its conditions', () => {
    const { hits, of } = counted('if (1 == 2)\n  print("a");\nelse\n  print("b");');
    expect(of('bot message received')).toBe('1×1 2×0 4×1');
    expect(hits.find(({ script }) => script.id === 2)?.branches).toEqual([
      { line: 1, column: 1, kind: 'if', ways: [0, 1] },
    ]);
  });

  it('counts an included script as itself, from whichever script it is included', () => {
    const { of } = counted('#include "lib"\nprint(twice(1).toString());', [
      {
        id: 3,
        name: 'library',
        includeName: 'lib',
        source: 'Integer twice(Integer n) {\n  return 2 * n;\n}',
      },
      { id: 4, name: 'other', source: '#include "lib"\ntwice(2);\ntwice(3);' },
    ]);
    expect(of('library')).toBe('2×1');
    expect(of('other')).toBe('2×0 3×0');
  });

  it('counts a script that another executes as a text, but no text that was put together', () => {
    const inner = 'print("inner");';
    const { of } = counted(
      `Map none;\nString s = ${JSON.stringify(inner)};\nexecuteScript(s, none);\nexecuteScript("print(1);", none);`,
      [{ id: 3, name: 'inner', source: inner }],
    );
    expect(of('inner')).toBe('1×1');
  });

  it('counts scripts that never ran', () => {
    expect(counted('', [{ id: 3, name: 'idle', source: 'print("a");\nprint("b");' }]).of('idle')).toBe(
      '1×0 2×0',
    );
  });

  it('has no statements of a script that does not compile', () => {
    expect(counted('', [{ id: 3, name: 'broken', source: 'print(' }]).of('broken')).toBeUndefined();
  });

  it('counts a script in JavaScript as one statement, that of its run', () => {
    const script = { source: 'console.log("a");\nconsole.log("b");', language: 'javascript' as const };
    const counter = countScripts(tables, () => tools);
    const { world, printed } = playWith(counter.runScript, script);
    const [hits] = counter.hits(world.folders).filter(({ script: { id } }) => id === 2);
    expect(printed).toContain('b');
    expect(shown(hits)).toBe('1×1');
  });

  it('leaves every event as it is without counting', () => {
    const source =
      'Integer i;\nfor (i = 0; i < 3; i++)\n  if (i == 1 && i < 5)\n    addChatMessage(getEventData().getInputValue("chatMessage.sessionId").toInteger(), "a", 1, "Robot", 0, "");';
    const more = { folders: folders(source) };
    const plain = playWith(createRunScript(tables), { source }, more);
    expect(counted(source).events).toEqual(plain.events);
  });
});
