import type { DebugProtocol } from '@vscode/debugprotocol';
import type { Debuggee } from '../../debug/debuggee.ts';
import { Play } from '../../debug/play.ts';
import { step as takeStep } from '../../engine/step.ts';
import type { World } from '../../engine/world.ts';
import { withLeftOut } from '../../scenario/play-step.ts';
import { impossibleStep, requestOf } from '../../scenario/replay.ts';
import type { BreakpointBook } from './breakpoint-book.ts';
import type { Client } from './client.ts';
import { Console, type Output } from './console.ts';
import { VariableHandles } from './variable-handles.ts';
import type { LaunchedSession } from './launch.ts';
import { Sources } from './sources.ts';
import { whyStopped } from './why-stopped.ts';
import { StepResults } from './verdict.ts';

/** The one thread that there is. */
export const thread = 1;

/** What a rehearsal tells the editor by itself. */
export type Tell = (event: string, body?: object) => void;

/** How to play: with whom one speaks, where it stops, and what hears of each step, so that it is known what hangs. */
export type RehearsalOptions = {
  readonly client: Client;
  readonly book: BreakpointBook;
  readonly tell: Tell;
  readonly beginsStep: (step: number) => void;
  readonly nextId: () => number;
};

/** What was launched, played: it stands somewhere, or it has ended. */
export class Rehearsal {
  readonly launched: LaunchedSession;
  readonly sources: Sources;
  readonly #options: RehearsalOptions;
  readonly #console: Console;
  readonly #results: StepResults;
  readonly #play: Play;
  #here: VariableHandles | null = null;

  constructor(launched: LaunchedSession, options: RehearsalOptions) {
    this.launched = launched;
    this.#options = options;
    this.sources = new Sources(launched, options.client);
    this.#results = new StepResults(launched, this.sources);
    this.#console = new Console(launched, this.sources, options.client, (output: Output) => {
      options.tell('output', output);
    });
    this.#play = new Play(
      {
        count: launched.steps.length,
        world: launched.world,
        debuggee: (step, world) => debuggeeOf(launched, step, world, options.beginsStep),
        hand: (step) => {
          const { edits, answers, stoppedAt } = launched.steps[step - 1] ?? {};
          return { edits, answers, stoppedAt };
        },
        ...(launched.step !== undefined && { isStoppedIn: (step) => step === launched.step }),
      },
      (passed, before) => {
        const { step, outcome, session, log } = passed;
        this.#console.came({ step, events: outcome.events, session, log }, before);
        this.#results.passed(passed, before);
      },
    );
  }

  /** Where it stands, with all that is to be seen there; null before it began and once it has ended. */
  get here(): VariableHandles | null {
    return this.#here;
  }

  get client(): Client {
    return this.#options.client;
  }

  /** Writes a line of the adapter's own into the editor's debug console. */
  say(text: string): void {
    this.#console.say('console', text);
  }

  /** The world whose scripts are meant: the one before the step in which it stands. */
  get world(): World {
    return this.#play.world;
  }

  begin(): void {
    this.takeBreakpoints();
    this.#play.begin(this.launched.stopsOnEntry && !this.launched.isRun);
    this.#arrive();
  }

  /** Has the breakpoints of the book, as they are now, stop it. */
  takeBreakpoints(): void {
    const { book } = this.#options;
    this.#play.setBreakpoints(this.launched.isRun ? [] : book.all(this.sources, this.world));
    if (this.#play.stop !== null) this.#here?.lookedAt(this.#play.stop);
  }

  /** Moves, and tells where it has come to. */
  move(how: (play: Play) => void): void {
    how(this.#play);
    this.#arrive();
  }

  /** Changes a variable where it stands; gives why it cannot be changed, or null. */
  edit(frame: number, variable: string, value: string): ReturnType<Play['edit']> {
    const problem = this.#play.edit({ frame, variable, value });
    const { stop } = this.#play;
    if (problem !== null || stop === null) return problem;
    this.#here?.changed(stop);
    const { step, events, session } = stop;
    const logged = session.stops.log.filter(({ statement }) => statement <= session.at).length;
    this.#console.again(step, events, logged);
    if (this.#options.client.hearsOfInvalidated)
      this.#options.tell('invalidated', { areas: ['variables'], threadId: thread });
    return null;
  }

  #arrive(): void {
    const { stop } = this.#play;
    const { tell, book, nextId } = this.#options;
    if (stop === null) {
      this.#here = null;
      const exitCode = this.#results.tell(this.#console);
      tell('exited', { exitCode });
      tell('terminated');
      return;
    }
    const { session, step, events } = stop;
    const log = session.stops.log.filter(({ statement }) => statement <= session.at);
    this.#console.came({ step, events, session, log }, this.world);
    const why = whyStopped(session, book);
    for (const problem of why.problems) this.#console.say('stderr', problem);
    this.#here = new VariableHandles(stop, this.world, this.launched.steps[step - 1]?.input, nextId);
    const body: DebugProtocol.StoppedEvent['body'] = {
      reason: why.reason,
      ...(why.description !== undefined && { description: why.description, text: why.description }),
      threadId: thread,
      allThreadsStopped: true,
      ...(why.ids.length > 0 && { hitBreakpointIds: [...why.ids] }),
    };
    tell('stopped', body);
  }
}

/** Runs a step of what was launched, as often as it is asked to. A step that is impossible does nothing. */
function debuggeeOf(
  { steps, runScript }: LaunchedSession,
  step: number,
  world: World,
  beginsStep: (step: number) => void,
): Debuggee {
  const entry = steps[step - 1];
  if (entry === undefined || impossibleStep(entry, world, step) !== null)
    return () => ({ kind: 'committed', events: [], world });
  const request = withLeftOut(requestOf(entry, step, world), world);
  return (looking, hand) => {
    beginsStep(step);
    return takeStep(world, { ...request, ...hand, observer: looking }, runScript);
  };
}
