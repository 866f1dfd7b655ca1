import type { Debuggee } from '../../debug/debuggee.ts';
import type { World } from '../../engine/world.ts';
import type { DebugApi, DebugTarget, DebugView, PastStops } from '../../protocol/debug-api.ts';
import type { ServiceError } from '../../protocol/engine-api.ts';
import type { Log } from '../../storage/log.ts';
import { loadWorld } from '../write/load-world.ts';
import type { OpenWorkspace } from '../open-workspace.ts';
import { pastStep } from '../past/past-step.ts';
import { pastStops } from '../past/past-runs.ts';
import type { LoadFile, Ports } from '../ports.ts';
import { notOpenProblem } from '../problems.ts';
import { coded } from '../codes.ts';
import { scriptsOf } from '../scripts/script-sources.ts';
import { StepRunner } from '../write/step-runner.ts';
import type { TabMessage } from '../tabs/tab-messages.ts';
import { keepSettings, type DebugSettings } from './kept.ts';
import { stepsBefore } from './left-before.ts';
import { DebuggedStepView, type DebuggedStep } from './debugged-step-view.ts';
import type { WaitingStepState } from './standing-step.ts';
import type { Script } from '../../engine/definition.ts';

const scriptsIn = (world: World): readonly Script[] => world.folders.flatMap(({ scripts }) => scripts);

/** Scripts of an earlier world that are other now, or gone: their texts as they were. */
function textsThen(then: World, now: World): Readonly<Record<number, string>> {
  const sources = new Map(scriptsIn(now).map(({ id, source }) => [id, source]));
  return Object.fromEntries(
    scriptsIn(then).flatMap(({ id, source }) => (sources.get(id) === source ? [] : [[id, source]])),
  );
}

export type DebuggerOptions = {
  readonly ports: Ports;
  /** The log with what the browser had lost of it. */
  readonly log: () => Promise<Log>;
  readonly loadFile: LoadFile;
  /** The workspace, once it is open; null for another one. */
  readonly opened: (workspace: string) => Promise<OpenWorkspace | null>;
  readonly send: (message: TabMessage) => void;
  readonly problemOf: (error: unknown) => ServiceError;
};

/** What is told of the log is given away after so many milliseconds, so that whoever else asks comes in between. */
const portion = 30;

/** The debugger of one tab: what the page asks of it, and the step that it looks at. */
export function createDebugger(options: DebuggerOptions): DebugApi {
  const { ports, log, loadFile, opened, send, problemOf } = options;
  const { engine } = ports;
  let looked: {
    readonly workspace: string;
    readonly step: DebuggedStepView;
    readonly standing?: WaitingStepState;
  } | null = null;
  /** How often somebody asked for the stops of a log. */
  let asked = 0;
  /** The breakpoints that are being kept: whoever moves from then on comes to them. */
  let changing: Promise<unknown> = Promise.resolve();

  const stepIn = (workspace: string): DebuggedStepView | null =>
    looked?.workspace === workspace ? looked.step : null;

  async function settings(workspace: string): Promise<DebugSettings | null> {
    return (await opened(workspace))?.standingStep.settings ?? null;
  }

  async function change(workspace: string, changes: Partial<DebugSettings>): Promise<ServiceError | null> {
    const open = await opened(workspace);
    if (open === null) return notOpenProblem();
    const changed = { ...open.standingStep.settings, ...changes };
    try {
      await keepSettings(await log(), workspace, changed);
    } catch (error) {
      return problemOf(error);
    }
    open.standingStep.change(changed);
    send({ type: 'breakpoints', workspace, settings: changed });
    return null;
  }

  /** The step that waits, here or in the tab that writes: as all before it is on disk, it can be run in any. */
  async function waitingStep(
    workspace: string,
  ): Promise<(DebuggedStep & { standing: WaitingStepState }) | null> {
    const open = await opened(workspace);
    const standing = open?.standingStep.standing;
    if (open === null || standing === null || standing === undefined) return null;
    const { command, leftOut, waits } = standing;
    const world = await open.worldNow();
    await engine.prepare?.(scriptsOf(world, [waits.input]), loadFile);
    const { step, at, input } = waits;
    const { debuggee } = new StepRunner(engine, world, step, { id: command, input, leftOut }, at);
    return { ...whole({ target: 'waiting', step, at, input, debuggee, world }), standing };
  }

  const whole = (given: Omit<DebuggedStep, 'fold' | 'textsThen'>, now?: World): DebuggedStep => ({
    ...given,
    fold: engine.fold,
    textsThen: now === undefined ? {} : textsThen(given.world, now),
  });

  async function lookAtPast(workspace: string, target: Extract<DebugTarget, { kind: 'past' }>) {
    const open = await opened(workspace);
    await open?.settled();
    const from = await log();
    const step = await pastStep(engine, from, workspace, target.step, loadFile);
    const now = await loadWorld(engine, from, workspace);
    if (step === null || now === undefined) return null;
    const { runner, world, at, input } = step;
    const debuggee: Debuggee = (observer, hand) => runner.run(observer, hand);
    const past = whole({ target: 'past', step: target.step, at, input, debuggee, world }, now.world);
    return new DebuggedStepView(past, open?.standingStep.settings.breakpoints ?? [], target.where);
  }

  async function lookAtWaiting(workspace: string) {
    const found = await waitingStep(workspace);
    const open = await opened(workspace);
    if (found === null || open === null) return null;
    const { standing, ...waiting } = found;
    const { hand, place } = standing.waits;
    const where = place === null ? 'breakpoint' : { statement: place.statement };
    return {
      standing,
      step: new DebuggedStepView(waiting, open.standingStep.settings.breakpoints, where, hand),
    };
  }

  const shown = (step: DebuggedStepView | null): DebugView | null => step?.view() ?? null;

  return {
    breakpoints: async (workspace) => (await settings(workspace))?.breakpoints ?? [],
    saveBreakpoints(workspace, breakpoints) {
      const kept = change(workspace, { breakpoints });
      changing = kept;
      return kept;
    },
    asksForAnswers: async (workspace) => (await settings(workspace))?.asks ?? false,
    saveAsksForAnswers: (workspace, asks) => change(workspace, { asks }),
    async debug(workspace, target) {
      looked = null;
      try {
        if (target.kind === 'waiting') {
          const waiting = await lookAtWaiting(workspace);
          if (waiting === null) return { problem: coded('not-waiting', {}) };
          looked = { workspace, ...waiting };
          return waiting.step.view();
        }
        const step = await lookAtPast(workspace, target);
        if (step === null) return { problem: coded('no-such-step', { step: target.step }) };
        looked = { workspace, step };
        return step.view();
      } catch (error) {
        return { problem: problemOf(error).reason };
      }
    },
    leaveDebug() {
      looked = null;
      return Promise.resolve();
    },
    async debugMove(workspace, move) {
      await changing;
      const kept = await settings(workspace);
      const step = stepIn(workspace);
      if (kept !== null) step?.stopAt(kept.breakpoints);
      step?.move(move);
      return shown(step);
    },
    debugLastChange(workspace, expression, frame) {
      const step = stepIn(workspace);
      return Promise.resolve(step?.toLastChange(expression, frame) === true ? shown(step) : null);
    },
    async debugOrigin(workspace, asked) {
      const step = stepIn(workspace);
      const chain = step?.originOf(asked) ?? { problem: coded('nothing-stands', {}) };
      if (step === null || 'problem' in chain) return chain as Extract<typeof chain, { problem: unknown }>;
      return { ...chain, before: await stepsBefore(await log(), workspace, step.number, chain) };
    },
    debugUnfold: (workspace, reference, page) =>
      Promise.resolve(stepIn(workspace)?.snapshot?.unfold(reference, page) ?? []),
    debugEvaluate(workspace, expressions, frame) {
      const snapshot = stepIn(workspace)?.snapshot ?? null;
      const nowhere = { problem: coded('nothing-stands', {}) };
      return Promise.resolve(expressions.map((one) => snapshot?.evaluate(one, frame) ?? nowhere));
    },
    debugSet(workspace, frame, variable, value) {
      const step = stepIn(workspace);
      const problem = step === null ? 'no-frame' : step.set({ frame, variable, value });
      return Promise.resolve(
        problem === null && step !== null ? step.view() : { problem: problem ?? 'no-frame' },
      );
    },
    async goOn(workspace, how, hand) {
      const open = await opened(workspace);
      const standing = open?.standingStep.standing;
      if (open === null || standing === null || standing === undefined) return false;
      const { command, waits } = standing;
      const from = waits.place?.statement ?? 0;
      // It may have gone on since it was looked at.
      const session = looked?.standing === standing ? looked.step.session : undefined;
      const goOn = { command, from, how, at: session?.at ?? from, hand: hand ?? session?.hand ?? {} };
      const answer = await open.ask({ id: ports.newId(), kind: 'goOn', goOn });
      return answer.kind === 'committed';
    },
    async handOf(workspace, step) {
      await (await opened(workspace))?.settled();
      const [stored] = await (await log()).steps(workspace, step, step);
      return { edits: stored?.edits, answers: stored?.answers, stoppedAt: stored?.stoppedAt };
    },
    async pastStops(workspace, breakpoints, found) {
      const mine = ++asked;
      let steps: PastStops[] = [];
      let told = ports.monotonic();
      await (await opened(workspace))?.settled();
      for await (const { step, statements, log: lines } of pastStops(
        engine,
        await log(),
        workspace,
        breakpoints,
        loadFile,
      )) {
        if (mine !== asked) return;
        steps.push({ step, stops: statements, log: lines });
        if (ports.monotonic() - told < portion) continue;
        found(steps);
        steps = [];
        await new Promise<void>((resolve) => {
          ports.timers.after(0, resolve);
        });
        told = ports.monotonic();
      }
      if (mine === asked && steps.length > 0) found(steps);
    },
  };
}
