import { effect } from '@preact/signals';
import type { RanAgain, RunAgainRequest } from '../../protocol/compared.ts';
import type { World } from '../../engine/world.ts';
import type { NotPreviewed } from '../files-client.ts';
import type { Store } from '../store/store.ts';
import type { SaveVerdict } from './run-again-state.ts';

/** Longer conversations are run again when somebody asks for it: reading them takes time from the one that is going on. */
export const mostSteps = 2000;

/** How long nothing more is saved before it runs, in milliseconds: several saves at once are one. */
const rest = 250;

/** What of a world is set up and saved. The people in it come and go by themselves, and so do rows that scripts write. */
const settings = [
  'options',
  'channels',
  'folders',
  'triggers',
  'webhooks',
  'faqFolders',
  'faqEntries',
  'mocks',
] as const satisfies readonly (keyof World)[];

/** Whether something was saved between two worlds: what did not change is the same in both. */
export const isSaved = (before: World, now: World): boolean =>
  settings.some((part) => before[part] !== now[part]);

type Client = {
  readonly runAgain: (
    request: RunAgainRequest,
    stop: AbortSignal,
    differs: (step: number) => void,
  ) => Promise<RanAgain | NotPreviewed>;
  readonly stop: () => void;
};

type RunOnSavePorts = {
  readonly store: Pick<Store, 'live' | 'workspace' | 'engine'>;
  readonly client: Client;
  readonly after: (milliseconds: number, run: () => void) => () => void;
  readonly tell: (verdict: SaveVerdict | null) => void;
};

/** The step at which people see something else first; null where they never do. */
export function firstDifference({ compared: { differences, endsAt } }: RanAgain): number | null {
  const steps = [differences[0]?.step ?? 0, endsAt].filter((step) => step > 0);
  return steps.length === 0 ? null : Math.min(...steps);
}

export type RunOnSave = {
  /** Ends the run that is under way; the next save begins another one. */
  readonly stop: () => void;
  readonly end: () => void;
};

/**
 * After each save, runs the open conversation again in a worker of its own and tells whether people would see the same. A
 * save during a run begins it anew; another workspace forgets what was told.
 */
export function runOnSave({ store, client, after, tell }: RunOnSavePorts): RunOnSave {
  let known: { readonly workspace: string; readonly world: World } | null = null;
  let run: AbortController | null = null;
  let stopWaiting = () => {};

  function stop(): void {
    stopWaiting();
    run?.abort();
    run = null;
  }

  async function read(workspace: string): Promise<RunAgainRequest | null> {
    const was = await store.engine.scenario(workspace, 'conversation');
    const setting = await store.engine.scenario(workspace, 'setting');
    return 'problem' in was || 'problem' in setting ? null : { was, now: { setting: setting.world } };
  }

  async function begin(workspace: string): Promise<void> {
    const own = new AbortController();
    run = own;
    const isOver = () => run !== own;
    tell({ kind: 'running', differs: null });
    const request = await read(workspace).catch(() => null);
    if (isOver()) return;
    const ran =
      request === null
        ? ({ because: 'lost' } as const)
        : await client.runAgain(request, own.signal, (step) => {
            if (!isOver()) tell({ kind: 'running', differs: step });
          });
    if (isOver()) return;
    run = null;
    if ('because' in ran) tell({ kind: ran.because });
    else {
      const step = firstDifference(ran);
      tell(step === null ? { kind: 'same' } : { kind: 'differs', step });
    }
  }

  const forget = effect(() => {
    const world = store.live.value?.world;
    const workspace = store.workspace.value?.id;
    if (world === undefined || workspace === undefined) return;
    const before = known;
    known = { workspace, world };
    if (before?.workspace !== workspace) {
      stop();
      tell(null);
    } else if (isSaved(before.world, world)) {
      stop();
      if (world.step > mostSteps) tell({ kind: 'long' });
      else stopWaiting = after(rest, () => void begin(workspace));
    }
  });

  return {
    stop() {
      stop();
      tell({ kind: 'stopped' });
    },
    end() {
      forget();
      stop();
      client.stop();
    },
  };
}
