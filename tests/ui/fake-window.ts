import type { ScriptFile } from '../../src/engine/definition.ts';
import type { Publication } from '../../src/protocol/engine-api.ts';
import type { AppContextValue } from '../../src/ui/context.ts';
import { createStore, type Engine } from '../../src/ui/store/store.ts';
import { createUndo } from '../../src/ui/undo/undo.ts';
import { createFakeEngine } from './fake-engine.ts';
import { helpDesk } from './world-file.ts';

/** A window on the help desk, whose folder Eko has these scripts, in the page's own thread; `calls` are answered in place of the engine's. */
export async function openFakeWindow(scripts: readonly ScriptFile[], calls: Partial<Engine> = {}) {
  let hear: (publication: Publication) => void = () => undefined;
  const engine = {
    ...createFakeEngine(
      { ...helpDesk, folders: [{ id: 1, name: 'Eko', scripts: [...scripts] }] },
      (publication) => {
        hear(publication);
      },
    ),
    ...calls,
  };
  const store = createStore(engine, {
    newId: () => crypto.randomUUID(),
    mono: () => 0,
    after: (_, run) => {
      queueMicrotask(run);
    },
  });
  hear = store.receive;
  await store.open(null);
  const context = { store, undo: createUndo() } as unknown as AppContextValue;
  return { engine, store, context };
}
