import type { EngineApi } from '../../protocol/engine-api.ts';
import type { Keeping, KeepingOptions } from './keeping.ts';
import { partLater } from '../part-later.ts';
import { scriptsProblem } from '../problems.ts';
import type { WorkspaceCalls } from './workspace-calls.ts';

/** Whoever keeps copies writes them when nothing has happened for so long, in milliseconds. */
const quiet = 60_000;
/** What was deleted before this start is thrown away when the first conversation has long been shown. */
const sweepAfter = 5000;

export type KeepLater = Omit<WorkspaceCalls, 'sweep'> &
  Pick<EngineApi, 'copies' | 'keepCopies' | 'scriptFolder' | 'keepScriptFolder'> & {
    /** Something happened in a workspace that is written here: its copy is due when nothing more does. */
    readonly touched: () => void;
    /** The first workspace is shown. */
    readonly begun: () => void;
    readonly stop: () => void;
  };

/** The part for workspaces as a whole, loaded when it is first needed: a first visit does without it. */
export function keepLater(options: Omit<KeepingOptions, 'copyLater'>): KeepLater {
  const { after } = options.ports.timers;
  let loaded: Keeping | undefined;
  let stopWaiting = () => {};
  let stopSweeping: (() => void) | null = null;
  const part = partLater(
    async () => (loaded = (await import('./keeping.ts')).createKeeping({ ...options, copyLater: touched })),
  );

  function touched(): void {
    stopWaiting();
    stopWaiting = after(quiet, () => {
      background(({ copies }) => copies.write());
    });
  }

  /** What the part answers; `otherwise` where it cannot be loaded. */
  async function late<T, U>(work: (keeping: Keeping) => Promise<T>, otherwise: (error: unknown) => U) {
    let keeping: Keeping;
    try {
      keeping = await part();
    } catch (error) {
      return otherwise(error);
    }
    return work(keeping);
  }
  const notMade = (error: unknown) => ({ problem: scriptsProblem(error) });
  const background = (work: (keeping: Keeping) => Promise<unknown>) => {
    void part()
      .then(work)
      .catch(() => undefined);
  };

  return {
    details: () => late(({ shelf }) => shelf.details(), nothing),
    createPlayed: (...given) => late(({ shelf }) => shelf.createPlayed(...given), notMade),
    createSample: (...given) => late(({ shelf }) => shelf.createSample(...given), notMade),
    copy: (...given) => late(({ shelf }) => shelf.copy(...given), notMade),
    startOver: (...given) => late(({ shelf }) => shelf.startOver(...given), notMade),
    rename: (...given) => late(({ shelf }) => shelf.rename(...given), scriptsProblem),
    remove: (...given) => late(({ shelf }) => shelf.remove(...given), scriptsProblem),
    putBack: (...given) => late(({ shelf }) => shelf.putBack(...given), scriptsProblem),
    scenario: (...given) => late(({ shelf }) => shelf.scenario(...given), notMade),
    pack: (...given) => late(({ shelf }) => shelf.pack(...given), notMade),
    restore: (...given) => late(({ shelf }) => shelf.restore(...given), notMade),
    steps: (...given) =>
      late(
        ({ shelf }) => shelf.steps(...given),
        () => 0,
      ),
    story: (...given) => late(({ shelf }) => shelf.story(...given), noStory),
    momentAt: (...given) => late(({ shelf }) => shelf.momentAt(...given), noStory),
    stepMarks: (...given) => late(({ shelf }) => shelf.stepMarks(...given), nothing),
    bookmark: (...given) => late(({ shelf }) => shelf.bookmark(...given), notMade),
    tests: (...given) => late(({ shelf }) => shelf.tests(...given), nothing),
    saveTests: (...given) => late(({ shelf }) => shelf.saveTests(...given), scriptsProblem),
    deleteTests: (...given) => late(({ shelf }) => shelf.deleteTests(...given), scriptsProblem),
    copies: () => late(({ copies }) => copies.state(), noCopies),
    keepCopies: (folder) => late(({ copies }) => copies.keep(folder), noCopies),
    scriptFolder: (workspace) => late(({ folders }) => folders.scriptFolder(workspace), noStory),
    keepScriptFolder: (...given) => late(({ folders }) => folders.keepScriptFolder(...given), notKept),
    touched,
    begun() {
      stopSweeping ??= after(sweepAfter, () => {
        background(({ shelf }) => shelf.sweep());
      });
    },
    stop() {
      stopWaiting();
      stopSweeping?.();
      loaded?.shelf.stop();
    },
  };
}

const nothing = () => [];
const notKept = () => false;
const noStory = () => null;
const noCopies = () => ({ kind: 'off' }) as const;
