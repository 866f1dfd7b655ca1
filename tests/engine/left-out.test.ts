import { describe, expect, it } from 'vitest';
import type { Input, InputOf } from '../../src/engine/inputs.ts';
import { committed, connects, ofType, take, worldWith, writes } from './given.ts';

const saves = (id: number, source: string): InputOf<'admin.savesScript'> => ({
  type: 'admin.savesScript',
  folder: 'Bot',
  script: { id, name: 'bot session created', source },
});

describe('a script that hung (rulings 45)', () => {
  it('is known to the world from its first failure on, and no longer once it is saved', () => {
    const hung = committed(take(worldWith({}), connects, { leftOut: [2] })).world;
    const again = committed(take(hung, connects, { leftOut: [2] })).world;
    const mended = committed(take(again, saves(2, 'post 1 mended'), { leftOut: [2] })).world;

    expect([hung, again, mended].map(({ leftOut }) => leftOut)).toEqual([[2], [2], []]);
  });

  it('runs again in the very step that saves it', () => {
    const { world } = committed(take(worldWith({}), connects, { leftOut: [2] }));

    const { events } = committed(
      take(world, writes('hi'), { leftOut: [2] }, (call) => {
        if (call.script.id === 4) {
          call.host.perform({ script: 4, line: 1 }, saves(2, 'post 1 mended'));
          call.host.perform({ script: 4, line: 2 }, { type: 'customer.connects', channel: 1 });
        }
        return { data: { outputs: {}, state: {}, blocked: false, message: '' } };
      }),
    );

    expect(ofType(events, 'script.started').map(({ script }) => script)).toContain(2);
    expect(ofType(events, 'script.failed')).toEqual([]);
  });

  it('is forgotten with the script or its folder', () => {
    const { world } = committed(take(worldWith({}), connects, { leftOut: [2] }));

    const without = committed(take(world, { type: 'admin.deletesScript', script: 2 })).world;
    const folderless = committed(take(world, { type: 'admin.deletesFolder', folder: 1 })).world;

    expect([without.leftOut, folderless.leftOut]).toEqual([[], []]);
  });

  it('stays left out when its folder is saved with the same text, and runs again with another', () => {
    const { world } = committed(take(worldWith({}), connects, { leftOut: [2] }));
    const [folder] = world.folders;
    if (folder === undefined) throw new Error('no folder');
    const savesFolder = (source: string): Input => ({
      type: 'admin.savesFolder',
      folder: {
        ...folder,
        scripts: folder.scripts.map((script) => (script.id === 2 ? { ...script, source } : script)),
      },
    });

    const renamed = committed(take(world, savesFolder('post 1 hello'))).world;
    const changed = committed(take(world, savesFolder('post 1 mended'))).world;

    expect([renamed.leftOut, changed.leftOut]).toEqual([[2], []]);
  });
});
