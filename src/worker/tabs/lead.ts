import type { Answer, ClockState } from '../../protocol/engine-api.ts';
import type { Fence } from '../../storage/log.ts';
import { toStorageError } from '../../storage/storage-error.ts';
import { loadMended, type WorkspaceOptions } from '../write/claim-log.ts';
import type { KeptInput } from '../debugging/kept.ts';
import type { StandingStep } from '../debugging/standing-step.ts';
import { clampClock } from '../clock/live-clock.ts';
import type { Loaded } from '../write/load-world.ts';
import type { HeldLock } from '../ports.ts';
import type { Preparation } from '../scripts/preparation.ts';
import { storageProblem } from '../problems.ts';
import { Snapshots } from '../write/snapshots.ts';
import type { Call } from './tab-messages.ts';
import type { WriteFailure } from '../write/write-failure.ts';
import { toMoment, toNextTimer, whatIsDue } from '../write/clock-commands.ts';
import type { WorkspaceView } from '../workspace-view.ts';
import { heldByLesson } from '../write/held-by-lesson.ts';
import { Writer } from '../write/writer.ts';

export type LeadOptions = {
  readonly options: WorkspaceOptions;
  readonly view: WorkspaceView;
  readonly preparation: Preparation;
  readonly trouble: WriteFailure;
  readonly standingStep: StandingStep;
  /** From the claim on, the writes of any earlier writer fail. */
  readonly fence: Fence;
  readonly held: HeldLock;
  /** The next timer may be another one. */
  readonly moved: () => void;
  /** Another tab writes now. */
  readonly fenced: () => void;
};

/** What the tab that writes a workspace does: it takes the calls of all tabs. */
export class Lead {
  readonly #given: LeadOptions;
  readonly writer: Writer;

  constructor(given: LeadOptions, loaded: Loaded) {
    const { options, view, trouble, standingStep, fence, moved, fenced } = given;
    const { ports, log, hung, send, tell, id: workspace, stands } = options;
    const { engine } = ports;
    const { clock } = view;
    this.#given = given;
    const snapshots = new Snapshots(log, fence, ports.timers, loaded.snapshotSeq);
    this.writer = new Writer(
      {
        engine: heldByLesson(engine, loaded.workspace.lesson),
        log,
        fence,
        clock,
        load: () => loadMended(options, fence),
        snapshots,
        hung: hung.scripts,
        looking: (command) => standingStep.looking(command),
        tell: {
          committed: (steps) => {
            const events = view.committed(steps);
            const { generation } = view;
            if (events.length > 0) send?.({ type: 'events', workspace, generation, events });
          },
          reread: (reread) => {
            view.reread(reread);
            stands();
          },
          running: (script, at) => {
            tell({ type: 'running', workspace, script, at });
          },
          waits: (step) => {
            standingStep.waits(step);
          },
          answered: (command, answer) => {
            standingStep.answered(command, answer);
          },
          moved,
          trouble: (problem) => {
            trouble.report(problem);
          },
          fenced,
        },
      },
      loaded,
    );
    // What came whole, out of a file, has no snapshot yet.
    snapshots.note(loaded.world);
  }

  get fence(): Fence {
    return this.#given.fence;
  }

  get held(): HeldLock {
    return this.#given.held;
  }

  /** Null: not decided here, another tab writes. */
  async run(call: Call): Promise<Answer | null> {
    const { preparation } = this.#given;
    const preparing = takesStep(call) ? preparation.start(this.writer.world, call) : null;
    const problem = preparing === null ? null : await preparing;
    return problem ? { kind: 'failed', problem } : this.#take(call);
  }

  /** What waited when its tab went, before anything that came behind it. */
  async askAgain({ hand, statement = 0, ...command }: KeptInput): Promise<void> {
    this.#given.standingStep.stood(command.id, statement);
    // Posted at once where nothing has to be loaded: what is asked next comes behind it.
    const { preparation, trouble } = this.#given;
    const preparing = preparation.start(this.writer.world);
    const problem = preparing === null ? null : await preparing;
    if (problem === null) await this.writer.post({ ...command, ...hand });
    else trouble.report(problem);
  }

  /** The timers that are due fire, unless the scripts that they would run cannot be compiled yet. */
  async runDue(): Promise<void> {
    const { options, view } = this.#given;
    const { engine, newId } = options.ports;
    if (await this.isPrepared())
      await this.writer.post({ id: newId(), input: whatIsDue(engine, view.clock) });
  }

  /** Whether the scripts that the next step may run can be compiled. */
  async isPrepared(): Promise<boolean> {
    const { preparation, trouble } = this.#given;
    const preparing = preparation.start(this.writer.world);
    const problem = preparing === null ? null : await preparing;
    if (problem !== null) trouble.report(problem);
    return problem === null;
  }

  #take(call: Call): Promise<Answer | null> {
    const { options, view, standingStep } = this.#given;
    const { writer } = this;
    const { id } = call;
    switch (call.kind) {
      case 'dispatch':
        return writer.post({ ...call.command, ...call.command.hand, id });
      case 'nextTimer':
        return writer.post({ id, input: toNextTimer(options.ports.engine) });
      case 'jump':
        return writer.post({ id, input: toMoment(view.clock, call.jump) });
      case 'setClock':
        return this.#setClock(call.clock);
      case 'settle':
        return this.#settle();
      case 'goOn':
        return standingStep.goOn(writer, call.goOn);
    }
  }

  async #settle(): Promise<Answer | null> {
    const { log, id } = this.#given.options;
    try {
      await log.settle(id);
      return { kind: 'committed', seq: 0 }; // whoever asks need not have seen anything first
    } catch (error) {
      return isFenced(error) ? null : { kind: 'failed', problem: storageProblem(error) };
    }
  }

  async #setClock(clock: ClockState): Promise<Answer | null> {
    const { options, view, fence, moved, fenced } = this.#given;
    const clamped = clampClock(clock);
    view.changeClock(clamped);
    options.stands();
    moved();
    try {
      await options.log.setClock(fence, clamped);
      return { kind: 'committed', seq: view.seq };
    } catch (error) {
      if (!isFenced(error)) return { kind: 'failed', problem: storageProblem(error) };
      fenced();
      return null;
    }
  }
}

const isFenced = (error: unknown): boolean => toStorageError(error).fault === 'fenced';

const takesStep = ({ kind }: Call): boolean => kind !== 'setClock' && kind !== 'settle' && kind !== 'goOn';
