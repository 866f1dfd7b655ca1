import { describe, expect, it } from 'vitest';
import { checkScript } from '../../../../src/bots/check-script.ts';
import { createRunScript } from '../../../../src/bots/run-script.ts';
import { createWorld } from '../../../../src/engine/create-world.ts';
import type { Input } from '../../../../src/engine/inputs.ts';
import { step } from '../../../../src/engine/step.ts';
import type { World } from '../../../../src/engine/world.ts';
import { botRoles } from '../../../../src/engine/registration-found.ts';
import {
  missingPartsOf,
  nameFor,
  patternInWords,
  roleOfName,
} from '../../../../src/ui/bots/folders/bot-parts.ts';
import { sourceFor, type Template } from '../../../../src/ui/bots/scripts/script-templates.ts';

const worldOf = (name: string, scripts: readonly { id: number; name: string; source?: string }[]) =>
  createWorld({
    startsAt: '2026-03-02T09:00:00Z',
    agents: [{ id: 1, name: 'Kari Nord', present: true }],
    channels: [
      { id: 1, name: 'Help', members: [{ agent: 1 }], bot: { enabled: true, folder: name, name: 'Eko' } },
    ],
    folders: [{ id: 1, name, scripts: [...scripts] }],
  });
const folderOf = (world: World) => {
  const [folder] = world.folders;
  if (folder === undefined) throw new Error('There is no folder.');
  return folder;
};
const lacks = (name: string, ...names: readonly string[]) => {
  const world = worldOf(
    name,
    names.map((one, index) => ({ id: index + 1, name: one })),
  );
  return missingPartsOf(world, folderOf(world));
};

describe('a bot folder says what it lacks:', () => {
  it('the register script, without which it is no bot', () => {
    expect(lacks('Echobot')).toEqual([{ kind: 'script', role: 'register' }]);
    expect(lacks('Parcel', 'parcel bot message received')).toEqual([{ kind: 'script', role: 'register' }]);
    expect(patternInWords('register')).toBe('*bot register*');
  });

  it('the message script, without which it answers nobody', () => {
    expect(lacks('Echobot', 'echobot register')).toEqual([{ kind: 'script', role: 'messageReceived' }]);
  });

  it('nothing when it has both, nor when no bot is meant', () => {
    expect(lacks('Echobot', 'echobot register', 'echobot message received')).toEqual([]);
    const world = createWorld({
      startsAt: '2026-03-02T09:00:00Z',
      folders: [{ id: 1, name: 'Tools', scripts: [{ id: 1, name: 'dates' }] }],
    });
    expect(missingPartsOf(world, folderOf(world))).toEqual([]);
  });

  it('a script whose name nearly has the role', () => {
    expect(lacks('Echobot', 'echobot register', 'echobot mesage received')).toMatchObject([
      {
        kind: 'almost',
        role: 'messageReceived',
        script: { id: 2, slips: [{ word: 'mesage', meant: 'message' }] },
      },
    ]);
  });

  it('a script that is called although its name has lost the role', () => {
    const world = worldOf('Echobot', [
      { id: 1, name: 'echobot register' },
      { id: 2, name: 'echobot message received' },
    ]);
    const renamed = take(world, {
      type: 'admin.savesScript',
      folder: 1,
      script: { id: 2, name: 'echobot answers', source: '' },
    });

    expect(missingPartsOf(renamed, folderOf(renamed))).toMatchObject([
      { kind: 'renamed', role: 'messageReceived', script: { id: 2 } },
    ]);
  });

  it('that a script which was added later is not called yet', () => {
    const world = worldOf('Echobot', [
      { id: 1, name: 'echobot register' },
      { id: 2, name: 'echobot message received' },
    ]);
    const late = { id: 3, name: 'echobot session created' };
    const next = take(world, {
      type: 'admin.savesScript',
      folder: 1,
      script: { ...late, language: 'crmscript', source: '' },
    });

    expect(missingPartsOf(next, folderOf(next))).toMatchObject([{ kind: 'registration', scripts: [late] }]);
    const [channel] = next.channels;
    if (channel === undefined) throw new Error('There is no channel.');
    const again = take(next, { type: 'admin.savesChannel', channel });
    expect(missingPartsOf(again, folderOf(again))).toEqual([]);
  });
});

function take(world: World, input: Input): World {
  const outcome = step(world, { step: world.step + 1, input }, createRunScript());
  if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
  return outcome.world;
}

describe('a new script', () => {
  it.each([
    ['Echobot', [], 'echobot register'],
    ['Parcel', [], 'parcel bot register'],
    ['Parcel', ['my bot session created', 'my bot session changed'], 'my bot register'],
    ['Echobot', ['echobot message received'], 'echobot register'],
    ['Echobot', ['echobot register'], 'echobot register 2'],
    ['Echobot', ['echobot register', 'Echobot register 2'], 'echobot register 3'],
  ])('in folder %s with %j is proposed a name that gives it its role', (name, names, expected) => {
    const folder = folderOf(
      worldOf(
        name,
        names.map((one, index) => ({ id: index + 1, name: one })),
      ),
    );

    expect(nameFor(folder, 'register')).toBe(expected);
    for (const role of botRoles) expect(roleOfName(nameFor(folder, role))).toBe(role);
  });

  it.each(['empty', 'library', ...botRoles] satisfies Template[])(
    'begins with a text on which the editor has no remark: %s',
    (template) => {
      const source = sourceFor(template, 'crmscript');

      expect(checkScript(worldOf('Echobot', []), source, template)).toEqual([]);
    },
  );

  it('of each role makes a bot that greets, answers, ends the chat and hands over', () => {
    const scripts = botRoles.map((role, index) => ({
      id: index + 1,
      name: `echobot ${nameFor(folderOf(worldOf('Echobot', [])), role).replace('echobot ', '')}`,
      source: sourceFor(role, 'crmscript'),
    }));
    const connects: Input = { type: 'customer.connects', channel: 1, customer: { name: 'Ada' } };
    const writes = (text: string): Input => ({ type: 'customer.writes', session: 1, text });

    const talked = [connects, writes('hello')].reduce(take, worldOf('Echobot', scripts));
    const texts = Array.from(talked.messages, ({ text }) => text);
    expect(texts).toEqual(['Hi, I am Eko. How can I help?', 'hello', 'You wrote: hello']);
    expect(take(talked, writes('Human')).sessions.get(1)).toMatchObject({ status: 4, botActive: false });
    expect(take(talked, writes('bye')).sessions.get(1)).toMatchObject({ status: 7 });
  });
});
