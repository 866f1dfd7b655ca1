import { describe, expect, it } from 'vitest';
import { assistScript, type Question } from '../../src/bots/assist-script.ts';
import { chatTables } from '../../src/bots/records/field-names.ts';
import { fieldChoices } from '../../src/bots/reference/field-choices.ts';
import { isLiveTable } from '../../src/bots/records/live-tables.ts';
import { inputNames, roles } from '../../src/bots/api/input-names.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import type { FolderFile, Script, TriggerFile } from '../../src/engine/definition.ts';
import type { Input } from '../../src/engine/inputs.ts';
import type { ScriptCall } from '../../src/engine/script-call.ts';
import { step } from '../../src/engine/step.ts';
import { tables } from '../crmscript/tables.ts';

const names = ['register', 'session created', 'session changed', 'message received'];
const events = [400, 401, 402, 403] as const;
const folder: FolderFile = {
  id: 1,
  name: 'Bot',
  scripts: [
    ...names.map((name, index) => ({ id: index + 1, name: `bot ${name}`, source: '' })),
    ...events.map((event) => ({ id: event, name: `on ${String(event)}`, source: '' })),
    { id: 9, name: 'Tools', includeName: 'tools', source: 'Integer answers = 42;\n' },
    { id: 10, name: 'plain', source: '#include "tools";\n' },
    { id: 11, name: 'js', language: 'javascript', source: '' },
  ],
};
const triggers: TriggerFile[] = events.map((event) => ({ id: event, event, script: event, enabled: true }));
const channel = (enabled: boolean) => ({
  id: 1,
  name: 'Support',
  members: [{ agent: 1, canRespond: true, notifications: true, canListen: true, manager: false }],
  bot: { enabled, folder: 'Bot', name: 'Robot' },
  preChatForm: { enabled: false },
});
const world = createWorld({
  startsAt: '2024-01-01T10:00:00Z',
  agents: [{ id: 1, name: 'Kari', present: true }],
  channels: [channel(false)],
  folders: [folder],
  triggers,
});
const scriptOf = (id: number): Script => {
  const found = world.folders[0]?.scripts.find((script) => script.id === id);
  if (found === undefined) throw new Error(`There is no script ${String(id)}.`);
  return found;
};

/** What every script is given when a bot is registered and a customer talks to it. */
function givenInputs(): ReadonlyMap<number, ReadonlySet<string>> {
  const given = new Map<number, ReadonlySet<string>>();
  const inputs: Input[] = [
    { type: 'admin.savesChannel', channel: channel(true) },
    { type: 'customer.connects', channel: 1 },
    { type: 'customer.writes', session: 1, text: 'hello' },
    { type: 'customer.leaves', session: 1 },
  ];
  let now = world;
  for (const [index, input] of inputs.entries()) {
    const outcome = step(now, { step: index + 1, input }, (call: ScriptCall) => {
      const known = given.get(call.script.id) ?? [];
      given.set(call.script.id, new Set([...known, ...call.inputs().map(([name]) => name)]));
      return { data: { outputs: {}, state: {}, blocked: false, message: '' } };
    });
    if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
    now = outcome.world;
  }
  return given;
}

describe('the names that getInputValue offers', () => {
  const given = givenInputs();

  it.each(roles.map((role, index) => [role.title, [1, 2, 3, 4, ...events][index] ?? 0] as const))(
    'are those that a script is given: %s',
    (_, id) => {
      const offered = inputNames(world, scriptOf(id)).map(({ text }) => text);

      expect([...offered].sort()).toEqual([...(given.get(id) ?? [])].sort());
    },
  );

  it('are all of them where nothing is known of the script', () => {
    const offered = inputNames(world, scriptOf(9)).map(({ text }) => text);

    expect(offered).toEqual(expect.arrayContaining(['action', 'status.old', 'chatMessage.message']));
  });
});

describe('an editor is helped with', () => {
  const ask = (kind: Question['kind'], marked: string, script = 10) => {
    const offset = marked.indexOf('|');
    const source = marked.replace('|', '');
    return assistScript(world, { kind, script, source, offset }, tables);
  };

  it('the scripts that can be included, those with an include name first', () => {
    const items = ask('completions', '#include "|";')?.help;

    expect(items).toMatchObject({
      kind: 'completions',
      items: [{ label: 'tools' }, { label: 'bot register' }, {}, {}, {}, {}, {}, {}, {}],
    });
  });

  it('the functions that only bots have', () => {
    expect(ask('hover', 'setChat|Status(1, 6);')?.help).toMatchObject({ kind: 'hover' });
  });

  it('the inputs of a message script', () => {
    const found = ask('completions', 'getEventData().getInputValue("|");', 4)?.help;

    expect(found).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ label: 'chatMessage.message', kind: 'text', detail: 'message received' }),
      ]) as unknown,
    });
  });

  it('the fields of the tables that the world has', () => {
    const shop = createWorld({
      startsAt: '2024-01-01T10:00:00Z',
      agents: [{ id: 1, name: 'Kari' }],
      tables: { sale: [{ id: 1, heading: 'One' }] },
    });

    const names = fieldChoices(shop, '').choices.map(({ text }) => text);

    expect(names).toEqual(expect.arrayContaining(['sale.heading', 'ejuser.chat_status']));
    expect(chatTables.filter((table) => !isLiveTable(table))).toEqual([]);
    expect(ask('completions', 'SearchEngine se;\nse.addField("ejuser.|");')?.help).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ label: 'ejuser.firstname' })]) as unknown,
    });
  });

  it('the script in which a name is declared', () => {
    expect(ask('definition', '#include "tools";\nans|wers = 1;')).toEqual({
      help: { kind: 'definition', file: 'tools', line: 1, column: 9 },
      script: 9,
    });
    expect(ask('definition', '#include "TOOLS|";')).toMatchObject({ script: 9 });
    expect(ask('definition', 'Integer a;\n|a = 1;')).toMatchObject({ script: 10 });
  });

  it('nothing, where there is nothing to say, or the script is none of this language', () => {
    expect(ask('hover', '| ')).toBeNull();
    expect(ask('signature', 'print(|', 11)).toBeNull();
    expect(ask('signature', 'print(|', 99)).toBeNull();
  });

  it('the language itself, where the tables could not be loaded', () => {
    const question = { kind: 'completions', script: 10, source: 'String s;\ns.', offset: 12 } as const;

    expect(assistScript(world, question)?.help).toMatchObject({ kind: 'completions' });
  });
});
