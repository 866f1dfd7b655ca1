import { describe, expect, it } from 'vitest';
import { after, committed, connects, ofType, take, worldWith } from './given.ts';
import {
  botScriptPatterns,
  findBotScripts,
  findInclude,
  isBotFolder,
  isLike,
} from '../../src/engine/registration.ts';

const script = (id: number, name: string, includeName = '') => ({
  id,
  name,
  includeName,
  language: 'crmscript' as const,
  source: '',
});

describe('names of bot scripts', () => {
  it.each(['BotRegister', 'my bot registered', 'ECHOBOT REGISTER', 'echobot register'])(
    'takes "%s" for a register script (T75)',
    (name) => {
      expect(isLike(name, botScriptPatterns.register)).toBe(true);
    },
  );

  it.each(['register', 'register bot', 'bot regist', ''])('does not take "%s" for one (T75)', (name) => {
    expect(isLike(name, botScriptPatterns.register)).toBe(false);
  });

  it('finds "echobot session changed" as the changed script (T78)', () => {
    const folder = { id: 1, name: 'Echobot', scripts: [script(4, 'echobot session changed')] };

    expect(findBotScripts(folder).sessionChanged).toBe(4);
  });

  it('takes the lowest id of several scripts that match one role (Q2)', () => {
    const folder = {
      id: 1,
      name: 'B',
      scripts: [script(9, 'bot register two'), script(3, 'bot register one')],
    };

    expect(findBotScripts(folder).register).toBe(3);
  });

  it('offers a folder as a bot only if it holds a register script (T74)', () => {
    const created = script(1, 'bot session created');

    expect(isBotFolder({ id: 1, name: 'F', scripts: [created] })).toBe(false);
    expect(isBotFolder({ id: 1, name: 'F', scripts: [created, script(2, 'bot register')] })).toBe(true);
  });
});

describe('findInclude', () => {
  it('prefers the include name over the name, without case', () => {
    const folders = [{ id: 1, name: 'F', scripts: [script(1, 'lib'), script(2, 'other', 'LIB')] }];

    expect(findInclude(folders, 'Lib')?.id).toBe(2);
    expect(findInclude(folders, 'OTHER')?.id).toBe(2);
    expect(findInclude(folders, 'nothing')).toBeUndefined();
  });
});

describe('a folder that gets another name', () => {
  it('stays the bot of its channels, in one step', () => {
    const world = worldWith({});
    const [folder] = world.folders;
    if (folder === undefined) throw new Error('There is no folder.');

    const renamed = after(world, { type: 'admin.savesFolder', folder: { ...folder, name: 'Wisdom' } });

    expect(renamed.folders.map(({ name }) => name)).toEqual(['Wisdom']);
    expect(renamed.channels.map(({ bot }) => bot.folder)).toEqual(['Wisdom']);
    expect(renamed.registrations).toEqual([{ ...world.registrations[0], folder: 'Wisdom' }]);
  });
});

describe('a channel that is saved', () => {
  const events = (world: ReturnType<typeof worldWith>, bot: { enabled: boolean; folder: string }) =>
    committed(
      take(world, {
        type: 'admin.savesChannel',
        channel: { id: 1, name: 'Help', members: [{ agent: 1 }], bot: { ...bot, name: 'Eko' } },
      }),
    );
  const kinds = (saved: ReturnType<typeof committed>) =>
    saved.events.map(({ type }) => type).filter((type) => /^(?:bot|hint|script)\./.test(type));

  it('registers its bot again, as it was or not: unregister, then register (rulings 41)', () => {
    const saved = events(after(worldWith({}), connects), { enabled: true, folder: 'Bot' });

    expect(kinds(saved)).toEqual([
      'bot.unregistered',
      'script.started',
      'script.finished',
      'bot.registered',
      'script.started',
      'script.finished',
    ]);
    expect(ofType(saved.events, 'script.started').map(({ role }) => role)).toEqual(['register', 'register']);
  });

  it('finds scripts that were added since', () => {
    const added = { id: 9, name: 'bot message received', source: '' };
    const world = after(
      worldWith({}, { folders: [{ id: 1, name: 'Bot', scripts: [{ id: 1, name: 'bot register' }] }] }),
      { type: 'admin.savesScript', folder: 1, script: added },
    );

    expect(world.registrations[0]?.scripts.messageReceived).toBe(0);
    expect(
      events(world, { enabled: true, folder: 'Bot' }).world.registrations[0]?.scripts.messageReceived,
    ).toBe(9);
  });

  it('calls nothing when it has no bot', () => {
    const off = events(worldWith({}), { enabled: false, folder: 'Bot' });

    expect(kinds(off)).toContain('bot.unregistered');
    expect(kinds(events(off.world, { enabled: false, folder: 'Bot' }))).toEqual([]);
  });
});
