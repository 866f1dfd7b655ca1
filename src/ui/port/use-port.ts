import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Folder } from '../../engine/definition.ts';
import type { Compared } from '../../protocol/compared.ts';
import type { Ported, PortedScript } from '../../protocol/port.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import { useAppContext } from '../context.ts';
import { createFilesClient } from '../files/save.ts';
import type { NotPreviewed } from '../files-client.ts';
import { requireWorld } from '../store/store.ts';
import { portable, type PortOf } from './port-state.ts';

/** As it is worked at: null; else what came of it, or why nothing did. */
export type Outcome<T> = T | NotPreviewed['because'] | 'lost' | null;

export type Porting = {
  readonly ported: Outcome<Ported>;
  /** Undefined until somebody asks for it. */
  readonly compared: Outcome<Compared> | undefined;
  /** Plays the conversation to the bot and to a port: the one just made, or that of a folder as it stands. */
  readonly compare: (made: Folder | undefined) => void;
};

const outcome = <T extends object>(made: T | NotPreviewed): Outcome<T> =>
  'because' in made ? made.because : made;

/** The scripts of a folder that stand for those of a port, by their names. */
const asTheyStand = (port: readonly PortedScript[], made: Folder): readonly PortedScript[] =>
  port.map((script) => ({
    ...script,
    source: made.scripts.find(({ name }) => name === script.name)?.source ?? script.source,
  }));

/** Makes a port when the dialog opens, and compares it when that is wanted, in a worker that ends with the dialog. */
export function usePort({ folder: id, script }: PortOf): Porting {
  const { store } = useAppContext();
  const client = useMemo(createFilesClient, []);
  const ported = useSignal<Outcome<Ported>>(null);
  const compared = useSignal<Outcome<Compared> | undefined>(undefined);
  const ending = useMemo(() => new AbortController(), []);
  const read = (what: 'setting' | 'conversation'): Promise<ScenarioFile | null> =>
    store.engine
      .scenario(store.workspace.peek()?.id ?? '', what)
      .then((file) => ('problem' in file ? null : file));
  const originals = () => {
    const folder = requireWorld(store).folders.find((one) => one.id === id);
    return folder === undefined ? [] : portable(folder, script);
  };

  useEffect(() => {
    let over = false;
    const put = (made: Outcome<Ported>) => {
      if (!over) ported.value = made;
    };
    read('setting')
      .then(async (setting) => {
        if (setting === null) return 'lost' as const;
        const scripts = originals().map((one) => one.id);
        return outcome<Ported>(await client.port({ setting: setting.world, scripts }, ending.signal));
      })
      .then(put, () => {
        put('lost');
      });
    return () => {
      over = true;
      ending.abort();
      client.stop();
    };
    // Once for each dialog.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  async function compare(made: Folder | undefined): Promise<void> {
    const port = ported.peek();
    if (port === null || typeof port === 'string') return;
    compared.value = null;
    const conversation = await read('conversation').catch(() => null);
    if (conversation === null) {
      compared.value = 'lost';
      return;
    }
    const scripts = made === undefined ? port.scripts : asTheyStand(port.scripts, made);
    const world = requireWorld(store);
    const before = new Set(port.scripts.map(({ of }) => of));
    const stands = world.folders
      .flatMap((folder) => folder.scripts)
      .filter((one) => before.has(one.id))
      .map((one) => ({ script: one.id, source: one.source }));
    const request = { conversation, originals: stands, port: scripts };
    compared.value = outcome<Compared>(await client.compare(request, ending.signal));
  }

  return { ported: ported.value, compared: compared.value, compare: (made) => void compare(made) };
}
