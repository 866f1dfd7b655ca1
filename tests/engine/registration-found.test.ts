import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/engine/inputs.ts';
import { almostOf, registrationFound } from '../../src/engine/registration-found.ts';
import type { World } from '../../src/engine/world.ts';
import { after, worldWith } from './given.ts';

const saves = (id: number, name: string): Input => ({
  type: 'admin.savesScript',
  folder: 1,
  script: { id, name, source: '' },
});

function found(world: World) {
  const [channel] = world.channels;
  if (channel === undefined) throw new Error('There is no channel.');
  return registrationFound(world, channel);
}
const received = (world: World) => found(world).roles.find(({ role }) => role === 'messageReceived');

describe('the registration of a bot', () => {
  it('names the script of each role', () => {
    const { roles, ...rest } = found(worldWith({}));

    expect(rest).toEqual({ isRegistered: true, folder: 'Bot', against: null, isOld: false });
    expect(roles.map(({ role, state, script }) => [role, state, script?.id])).toEqual([
      ['register', 'found', 1],
      ['sessionCreated', 'found', 2],
      ['sessionChanged', 'found', 3],
      ['messageReceived', 'found', 4],
    ]);
  });

  it('names scripts that a lower number keeps from their role (Q2)', () => {
    const world = after(worldWith({}), saves(9, 'bot message received too'));

    expect(received(world)).toMatchObject({
      state: 'found',
      script: { id: 4 },
      shadowed: [{ id: 9, name: 'bot message received too' }],
    });
    expect(found(world).isOld).toBe(false);
  });

  it('does not notice what was added since, until it is registered again (T77)', () => {
    const without = after(worldWith({}), { type: 'admin.deletesScript', script: 4 });
    const added = after(without, saves(9, 'bot message received'));

    expect(received(without)).toMatchObject({ state: 'gone', script: { id: 4, name: '' }, next: null });
    expect(received(added)).toMatchObject({ state: 'gone', next: { id: 9, name: 'bot message received' } });
    expect(found(added).isOld).toBe(true);

    const again = after(added, { type: 'admin.registersBot', channel: 1 });

    expect(received(again)).toMatchObject({ state: 'found', script: { id: 9 } });
    expect(received(again)).not.toHaveProperty('next');
    expect(found(again).isOld).toBe(false);
  });

  it('tells of a script that goes on being called under a name that has lost its role, and what the name almost is', () => {
    const world = after(worldWith({}), saves(4, 'bot mesage received'));

    expect(received(world)).toMatchObject({
      state: 'renamed',
      script: { id: 4, name: 'bot mesage received' },
      next: null,
      almost: [
        {
          id: 4,
          slips: [{ kind: 'word', word: 'mesage', meant: 'message' }],
          mended: 'bot message received',
        },
      ],
    });
    expect(almostOf(world.folders[0] ?? { id: 0, name: '', scripts: [] }).map(({ role }) => role)).toEqual([
      'messageReceived',
    ]);
  });

  it('says why there is none', () => {
    const folderGone = after(worldWith({}), { type: 'admin.deletesFolder', folder: 1 });
    const off = after(worldWith({}), {
      type: 'admin.savesChannel',
      channel: { id: 1, name: 'Help', bot: { enabled: false, folder: 'Bot' } },
    });

    expect(found(folderGone)).toMatchObject({
      isRegistered: true,
      isOld: true,
      against: { code: 'folder-gone' },
    });
    expect(found(off)).toMatchObject({ isRegistered: false, isOld: false, against: { code: 'bot-off' } });
  });
});
