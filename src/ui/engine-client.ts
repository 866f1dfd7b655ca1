import { proxy, releaseProxy, wrap, type Endpoint, type Remote } from 'comlink';
import type { Answer, EngineApi, Listener, Publication } from '../protocol/engine-api.ts';
import { Broken, problemOf } from './connection/broken.ts';
import { HungScripts } from './connection/hung-scripts.ts';
import { PendingCalls } from './connection/pending-calls.ts';
import { Supervisor, type ConnectionState, type StartedWorker } from './connection/supervisor.ts';
import { coded } from './codes.ts';

/** A worker with the engine in it. */
export type EngineWorker = StartedWorker<Endpoint>;

export type EngineClientOptions = {
  readonly startWorker: () => Promise<EngineWorker>;
  /** Hears what the worker tells, as it comes: the feed puts it in order. */
  readonly listener: Listener;
  readonly stateChanged: (state: ConnectionState) => void;
  /** Address of the page, beside which the samples are. */
  readonly base: string;
  readonly after: (milliseconds: number, run: () => void) => () => void;
  readonly monotonic: () => number;
  readonly newId: () => string;
};

/**
 * What the page calls. No promise is ever rejected or left open: a call that a dying worker did not answer is
 * sent to the next one, and ids keep it from being done twice; what has no id fails then.
 */
export type EngineClient = Omit<EngineApi, 'connect' | 'ping'> & {
  /** Starts over after the state `failed`. */
  retry(): void;
  /** Ends the worker. */
  stop(): void;
};

/** The page's end of the wire, beside that of the worker for help. */
export function createEngineClient(options: EngineClientOptions): EngineClient {
  const calls = new PendingCalls<Remote<EngineApi>>();
  let engine: Remote<EngineApi> | null = null;
  let shown: string | null = null;
  /** A worker was lost over opening again what is shown: the page is left to ask for it. */
  let reopeningHung = false;
  const hung = new HungScripts();

  const receive = (publication: Publication) => {
    if (publication.type === 'running') {
      hung.running(publication);
      return;
    }
    if (publication.type === 'events')
      for (const event of publication.events)
        if (event.type === 'script.saved') hung.saved(publication.workspace, event.script.id);
    options.listener(publication);
  };

  async function greet(endpoint: Endpoint, isRestart: boolean): Promise<void> {
    const greeted = wrap<EngineApi>(endpoint);
    engine = greeted;
    const isCurrent = () => engine === greeted;
    /** What the worker says before its answer is here: that of the answer is older. */
    let early: Publication[] | null = [];
    const heard: Listener = (publication) => {
      if (early !== null) early.push(publication);
      else if (isCurrent()) receive(publication);
    };
    const connecting = greeted.connect(proxy(heard), options.base, hung.all);
    // What is asked for first need not wait for that answer: the worker takes one after the other.
    const isFirst = shown === null;
    if (isFirst) calls.use(greeted);
    const { tabs, storage } = await connecting;
    if (!isCurrent()) return;
    options.listener({ type: 'storage', storage });
    options.listener({ type: 'tabs', tabs });
    for (const publication of early) receive(publication);
    early = null;
    if (shown !== null && !reopeningHung) {
      reopeningHung = true;
      await greeted.open(shown);
    }
    reopeningHung = false;
    if (!isCurrent()) return;
    if (!isFirst) calls.use(greeted);
    if (isRestart && shown !== null) receive({ type: 'reopen', workspace: shown });
  }

  const supervisor = new Supervisor<Endpoint>({
    startWorker: options.startWorker,
    greet,
    ping: async () => engine?.ping(),
    lost: () => {
      const isKnown = hung.blame();
      calls.lost(new Broken(coded('opening-hung', {})));
      engine?.[releaseProxy]();
      engine = null;
      return isKnown;
    },
    changed: (state) => {
      if (state.kind === 'failed') calls.fail(new Broken(state.problem.reason));
      options.stateChanged(state);
    },
    after: options.after,
    monotonic: options.monotonic,
  });

  /** What hangs while somebody looks into a step is not looked at again. */
  const looking = <T>(run: (to: Remote<EngineApi>) => Promise<T>, otherwise: (error: unknown) => T) =>
    calls.call(run, otherwise, 1);

  const failed = (error: unknown): Answer => ({ kind: 'failed', problem: problemOf(error) });
  const client: EngineClient = {
    async open(workspace) {
      const opened = await calls.call(async (to) => to.open(workspace), notMade, workersForOpening);
      if (!('problem' in opened)) shown = opened.workspace.id;
      return opened;
    },
    makeReady: (workspace) => calls.call(async (to) => to.makeReady(workspace), noMatter),
    workspaces: () => calls.call(async (to) => to.workspaces(), nothing),
    details: () => calls.call(async (to) => to.details(), nothing),
    createPlayed: (scenario, id = options.newId()) =>
      calls.call(async (to) => to.createPlayed(scenario, id), notMade),
    createSample: (sample, id = options.newId()) =>
      calls.call(async (to) => to.createSample(sample, id), notMade),
    startOver: (workspace, id = options.newId()) =>
      calls.call(async (to) => to.startOver(workspace, id), notMade),
    copy: (workspace, how, id = options.newId()) =>
      calls.call(async (to) => to.copy(workspace, how, id), notMade),
    rename: (workspace, name) => calls.call(async (to) => to.rename(workspace, name), problemOf),
    remove: (workspace) => calls.call(async (to) => to.remove(workspace), problemOf),
    putBack: (workspace) => calls.call(async (to) => to.putBack(workspace), problemOf),
    scenario: (workspace, what) => calls.call(async (to) => to.scenario(workspace, what), notMade),
    pack: (workspace) => calls.call(async (to) => to.pack(workspace), notMade),
    restore: (workspace, id = options.newId()) =>
      calls.call(async (to) => to.restore(workspace, id), notMade),
    copies: () => calls.call(async (to) => to.copies(), noCopies),
    keepCopies: (folder) => calls.call(async (to) => to.keepCopies(folder), noCopies),
    scriptFolder: (workspace) => calls.call(async (to) => to.scriptFolder(workspace), noStory),
    keepScriptFolder: (...of) => calls.call(async (to) => to.keepScriptFolder(...of), notDone),
    erase: () => calls.call(async (to) => to.erase(), notErased),
    story: (...of) => calls.call(async (to) => to.story(...of), noStory),
    momentAt: (...of) => calls.call(async (to) => to.momentAt(...of), noStory),
    stepMarks: (...of) => calls.call(async (to) => to.stepMarks(...of), nothing),
    bookmark: (...of) => calls.call(async (to) => to.bookmark(...of), notMade),
    tests: (workspace) => calls.call(async (to) => to.tests(workspace), nothing),
    saveTests: (...of) => calls.call(async (to) => to.saveTests(...of), problemOf),
    deleteTests: (...of) => calls.call(async (to) => to.deleteTests(...of), problemOf),
    steps: (workspace) =>
      calls.call(
        async (to) => to.steps(workspace),
        () => 0,
      ),
    takeAlong: (workspace, to) => calls.call(async (at) => at.takeAlong(workspace, to), noMatter),
    breakpoints: (workspace) => calls.call(async (to) => to.breakpoints(workspace), nothing),
    saveBreakpoints: (...of) => calls.call(async (to) => to.saveBreakpoints(...of), problemOf),
    asksForAnswers: (workspace) => calls.call(async (to) => to.asksForAnswers(workspace), notDone),
    saveAsksForAnswers: (...of) => calls.call(async (to) => to.saveAsksForAnswers(...of), problemOf),
    debug: (...of) => looking(async (to) => to.debug(...of), notShown),
    leaveDebug: (workspace) => looking(async (to) => to.leaveDebug(workspace), noMatter),
    debugMove: (...of) => looking(async (to) => to.debugMove(...of), noStory),
    debugLastChange: (...of) => looking(async (to) => to.debugLastChange(...of), noStory),
    debugOrigin: (...of) => looking(async (to) => to.debugOrigin(...of), notShown),
    debugUnfold: (...of) => looking(async (to) => to.debugUnfold(...of), nothing),
    debugEvaluate: (workspace, expressions, frame) =>
      looking(
        async (to) => to.debugEvaluate(workspace, expressions, frame),
        (error) => expressions.map(() => notShown(error)),
      ),
    debugSet: (...of) => looking(async (to) => to.debugSet(...of), notSet),
    goOn: (...of) => looking(async (to) => to.goOn(...of), notDone),
    handOf: (...of) => looking(async (to) => to.handOf(...of), noHand),
    asksServices: (...of) => calls.call(async (to) => to.asksServices(...of), noMatter),
    pastStops: (workspace, breakpoints, found) =>
      looking(async (to) => to.pastStops(workspace, breakpoints, proxy(found)), noMatter),
    personas: (workspace) => calls.call(async (to) => to.personas(workspace), noStory),
    startCrowd: (...of) => calls.call(async (to) => to.startCrowd(...of), problemOf),
    stopCrowd: (workspace) => calls.call(async (to) => to.stopCrowd(workspace), noMatter),
    askCourses: (name, given) =>
      calls.call(async (to) => to.askCourses(name, given), fails, once.has(name) ? 1 : Infinity),
    dispatch: (command) => calls.call(async (to) => to.dispatch(command), failed),
    events: (workspace, from, to) => calls.call(async (at) => at.events(workspace, from, to), nothing),
    setClock: (workspace, clock) => calls.call(async (to) => to.setClock(workspace, clock), noMatter),
    nextTimer: (workspace, id = options.newId()) =>
      calls.call(async (to) => to.nextTimer(workspace, id), failed),
    jump: (workspace, jump, id = options.newId()) =>
      calls.call(async (to) => to.jump(workspace, jump, id), failed),
    saveDraft: (workspace, key, text) =>
      calls.call(async (to) => to.saveDraft(workspace, key, text), notDone),
    retry: () => {
      supervisor.retry();
    },
    stop: () => {
      supervisor.stop();
    },
  };
  supervisor.start();
  return client;
}

/** So many workers may be lost over opening a workspace, before that is taken for the reason. */
const workersForOpening = 2;

/** What has no id to be known again by, and would be done twice; one of them plays what a course file says, which may never end. */
const once = new Set(['lessonWorkspace', 'resetCourse', 'takeResults', 'takeHint']);

const nothing = () => [];
const noStory = () => null;
const noCopies = () => ({ kind: 'off' }) as const;
const notErased = () => ({ left: ['database', 'journals'] }) as const;
const notMade = (error: unknown) => ({ problem: problemOf(error) });
const notShown = (error: unknown) => ({ problem: problemOf(error).reason });
const notSet = () => ({ problem: 'fails' }) as const;
const noHand = () => ({});
const noMatter = () => undefined;
const notDone = () => false;
const fails = (error: unknown) => Promise.reject(new Broken(problemOf(error).reason));
