import type { Hand } from '../../debug/debuggee.ts';
import type { World } from '../../engine/world.ts';
import type { Answer, ServiceError } from '../../protocol/engine-api.ts';
import type { Fence, Log } from '../../storage/log.ts';
import type { StoredStep } from '../../storage/rows.ts';
import { StorageError, toStorageError } from '../../storage/storage-error.ts';
import type { LiveClock } from '../clock/live-clock.ts';
import type { Loaded } from './load-world.ts';
import type { Engine } from '../ports.ts';
import { engineProblem, storageProblem } from '../problems.ts';
import type { Snapshots } from './snapshots.ts';
import { coded } from '../codes.ts';
import type { WaitingStep } from './step-runner.ts';
import {
  answerOf,
  runStep,
  type StepHooks,
  type CommandResult,
  type Interrupted,
  type StepCommand,
} from './take-step.ts';

/** What the writer tells whoever it writes for. */
export type WriterEvents = {
  /** These steps are on disk. */
  readonly committed: (steps: readonly StoredStep[]) => void;
  /** The log was read again from the disk, which may hold more or other events than were told. */
  readonly reread: (loaded: Loaded) => void;
  /** Which script runs from now on, while the clock has come to the moment `at`. */
  readonly running: (script: number | null, at: number) => void;
  /** A step waits, and with it all that comes behind; null when it does not any more. */
  readonly waits: (step: WaitingStep | null) => void;
  /** What became of a command. */
  readonly answered: (command: string, answer: Answer | null) => void;
  /** The world in memory changed: another timer may be the next one. */
  readonly moved: () => void;
  /** Writing fails, or works (null). */
  readonly trouble: (problem: ServiceError | null) => void;
  /** Another tab writes now. */
  readonly fenced: () => void;
};

export type WriterOptions = {
  readonly engine: Engine;
  readonly log: Log;
  readonly fence: Fence;
  readonly clock: LiveClock;
  readonly load: () => Promise<Loaded>;
  readonly snapshots: Snapshots;
  /** Scripts that hung; they are taken out as they are saved anew. */
  readonly hung: Set<number>;
  /** Who looks on while steps are taken, and may have one wait; asked before each. */
  readonly looking?: ((command: string) => StepHooks) | undefined;
  readonly tell: WriterEvents;
};

/** `null` says: not decided here, ask the tab that writes now. */
type Settle = (answer: Answer | null) => void;
type Entry = { readonly command: StepCommand; readonly settle: Settle; attempts: number };
/** What waits: the command as it was run, and when. */
type Waiting = {
  readonly entry: Entry;
  readonly command: StepCommand;
  readonly at: number;
  readonly why: Interrupted;
};
/** `jump` is how far the step moved the live clock ahead: what to take back if the step is dropped. */
type Stepped = { readonly entry: Entry; readonly taken: CommandResult; readonly jump: number };

/**
 * The mailbox of one workspace: takes commands one at a time in the order in which they come, and commits them
 * in groups. While a transaction runs, further steps are taken in memory and written together by the next
 * one. Nobody is answered before what the answer stands on is on disk, refusals included (rulings 11). When a
 * transaction fails, all steps since the last durable one are dropped, the disk is read again, and what the
 * disk does not hold yet is taken once more.
 */
export class Writer {
  readonly #options: WriterOptions;
  #world: World;
  #step: number;
  #durable: { readonly world: World; readonly step: number };
  #taken: Stepped[] = [];
  #waiting: Entry[] = [];
  readonly #inFlight = new Map<string, Promise<Answer | null>>();
  /** The step that waits until somebody lets it go on. */
  #held: Waiting | null = null;
  /** Above 0, commands wait: the log is being reread, or a step waits. */
  #holds = 0;
  #committing: Promise<void> | null = null;
  #stopped = false;

  constructor(options: WriterOptions, loaded: Loaded) {
    this.#options = options;
    this.#world = loaded.world;
    this.#step = loaded.step;
    this.#durable = loaded;
  }

  /** The world as it is in memory: steps that are not on disk yet included. */
  get world(): World {
    return this.#world;
  }

  /** The same command, posted again before it is answered, is the same command. */
  post(command: StepCommand): Promise<Answer | null> {
    const known = this.#inFlight.get(command.id);
    if (known !== undefined) return known;
    if (this.#stopped) return Promise.resolve(null);
    const answer = new Promise<Answer | null>((resolve) => {
      const settle: Settle = (value) => {
        this.#inFlight.delete(command.id);
        this.#options.tell.answered(command.id, value);
        resolve(value);
      };
      this.#accept({ command, settle, attempts: 0 });
    });
    this.#inFlight.set(command.id, answer);
    return answer;
  }

  /** The step that waits; null where none does. */
  get waiting(): WaitingStep | null {
    const held = this.#held;
    if (held === null) return null;
    const { command, at, why } = held;
    const { id, answers, edits, stoppedAt, base, leftOut } = command;
    const input = typeof command.input === 'function' ? command.input(this.#world) : command.input;
    if ('code' in input) return null;
    const hand = { answers, edits, stoppedAt };
    return { command: id, input, step: this.#step + 1, at, world: this.#world, hand, base, leftOut, why };
  }

  /**
   * Runs the step that waits again, with what a hand adds, which is recorded with it. It is taken, or waits for something
   * else: whoever looks says what for. False where none waits.
   */
  goOn(hand: Hand = {}, looking: StepHooks = {}): boolean {
    const held = this.#held;
    if (held === null) return false;
    // Where it has to be taken anew, it is with what was done by hand.
    const entry = { ...held.entry, command: { ...held.entry.command, ...hand } };
    this.#run(entry, { ...held.command, ...hand }, held.at, looking);
    return true;
  }

  /** Does not apply the step that waits: it is refused, and nothing of it stays. False where none waits. */
  drop(): boolean {
    const held = this.#release();
    if (held === null) return false;
    const answer: Answer = { kind: 'refused', reason: coded('dropped-by-hand', {}) };
    this.#keep(held.entry, { world: this.#world, answer, step: null });
    this.#takeWaiting();
    return true;
  }

  /** Writes what was taken and takes no more; what waits is left for the next writer. */
  async stop(): Promise<void> {
    this.#holds++;
    await this.#committing;
    this.#giveUp();
  }

  /** Takes no more from now on, because another tab writes already. */
  abandon(): void {
    this.#giveUp();
  }

  #accept(entry: Entry): void {
    if (this.#stopped) entry.settle(null);
    else if (this.#holds > 0) this.#waiting.push(entry);
    else this.#take(entry);
  }

  #take(entry: Entry): void {
    const { clock, hung } = this.#options;
    const live = typeof entry.command.input === 'function' ? 0 : (entry.command.at ?? clock.now());
    const at = Math.max(this.#world.now, live);
    const command = hung.size === 0 ? entry.command : { ...entry.command, leftOut: [...hung] };
    this.#run(entry, command, at, this.#options.looking?.(command.id) ?? {});
  }

  #run(entry: Entry, command: StepCommand, at: number, looking: StepHooks): void {
    const { engine, clock, tell } = this.#options;
    const running = (script: number | null) => {
      tell.running(script, Math.max(at, clock.now()));
    };
    const ran = runStep(engine, this.#world, this.#step + 1, command, at, { ...looking, running });
    if ('kind' in ran) {
      this.#hold({ entry, command, at, why: ran });
      return;
    }
    const wasHeld = this.#release() !== null;
    this.#keep(entry, ran);
    if (wasHeld) this.#takeWaiting();
  }

  #hold(waiting: Waiting): void {
    if (this.#held === null) {
      this.#holds++;
      this.#options.clock.hold(true);
    }
    this.#held = waiting;
    this.#options.tell.waits(this.waiting);
    this.#options.tell.moved();
  }

  /** Nothing waits any more; what did is given back. */
  #release(): Waiting | null {
    const held = this.#held;
    if (held === null) return null;
    this.#held = null;
    this.#holds--;
    this.#options.clock.hold(false);
    this.#options.tell.waits(null);
    this.#options.tell.moved();
    return held;
  }

  /** The world that it waits in is no more, so that it has to be taken anew. */
  #putBack(): void {
    const held = this.#release();
    if (held !== null) this.#waiting.unshift(held.entry);
  }

  #keep(entry: Entry, taken: CommandResult): void {
    const { clock, hung, tell } = this.#options;
    for (const script of this.#world.leftOut) if (!taken.world.leftOut.includes(script)) hung.delete(script);
    const jump = Math.max(0, taken.world.now - clock.now());
    this.#taken.push({ entry, taken, jump });
    if (taken.step !== null) {
      this.#world = taken.world;
      this.#step = taken.step.step;
      clock.notBefore(taken.world.now);
      tell.moved();
    }
    this.#committing ??= this.#commitAll();
  }

  #takeWaiting(): void {
    if (this.#holds > 0) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const entry of waiting) this.#accept(entry);
  }

  async #commitAll(): Promise<void> {
    await Promise.resolve(); // commands that come in one go are written in one go
    while (this.#taken.length > 0) {
      const batch = this.#taken;
      this.#taken = [];
      try {
        await this.#commit(batch);
      } catch (error) {
        await this.#recover(batch, error);
      }
    }
    this.#committing = null;
  }

  async #commit(batch: readonly Stepped[]): Promise<void> {
    const { log, fence, tell } = this.#options;
    const steps = batch.flatMap(({ taken }) => taken.step ?? []);
    if (steps.length > 0) await log.append(fence, steps);
    const unwritten = batch.filter(({ taken }) => taken.step === null).map(({ entry }) => entry.command.id);
    const applied = unwritten.length > 0 ? await log.applied(fence.workspace, unwritten) : null;
    const last = batch.findLast(({ taken }) => taken.step !== null)?.taken;
    if (last !== undefined) {
      this.#durable = { world: last.world, step: last.step?.step ?? this.#durable.step };
      tell.committed(steps);
      tell.trouble(null);
    }
    for (const { entry, taken } of batch) {
      const earlier = applied?.get(entry.command.id);
      entry.settle(earlier === undefined ? taken.answer : answerOf(earlier));
    }
    this.#options.snapshots.note(this.#durable.world);
  }

  /** After a failed transaction: the disk says what became of each step. */
  async #recover(batch: readonly Stepped[], error: unknown): Promise<void> {
    const failure = error instanceof StorageError ? error : null;
    const dropped = [...batch, ...this.#taken];
    const entries = dropped.map(({ entry }) => entry);
    const moment = dropped.reduce((at, { jump }) => at - jump, this.#options.clock.now());
    this.#taken = [];
    this.#holds++;
    this.#putBack();
    try {
      if (failure?.fault === 'fenced') {
        this.#loseFence();
        for (const entry of entries) entry.settle(null);
      } else if (failure?.fault === 'gone' || failure?.fault === 'newer') {
        this.#forget(moment);
        this.#fail(entries, failure);
      } else {
        await this.#retry(entries, error, moment);
      }
    } finally {
      this.#holds--;
      this.#takeWaiting();
    }
  }

  async #retry(entries: readonly Entry[], error: unknown, moment: number): Promise<void> {
    const { log, fence } = this.#options;
    const { fault } = toStorageError(error);
    try {
      await this.#reload(moment);
      const applied = await log.applied(
        fence.workspace,
        entries.map(({ command }) => command.id),
      );
      const again: Entry[] = [];
      for (const entry of entries) {
        const row = applied.get(entry.command.id);
        if (row !== undefined) entry.settle(answerOf(row));
        else if (fault !== 'quota' && entry.attempts++ === 0) again.push(entry);
        else this.#fail([entry], error);
      }
      const behind: Entry[] = [];
      for (const entry of again) {
        if (this.#held === null) this.#take(entry);
        else behind.push(entry);
      }
      this.#waiting.unshift(...behind);
    } catch (second) {
      this.#forget(moment);
      this.#fail(
        entries.filter(({ command }) => this.#inFlight.has(command.id)),
        second,
      );
    }
  }

  async #reload(moment: number): Promise<void> {
    this.#reset(await this.#options.load(), moment);
  }

  #reset(loaded: Loaded, moment: number): void {
    this.#world = loaded.world;
    this.#step = loaded.step;
    this.#durable = loaded;
    this.#options.snapshots.begin(loaded.snapshotSeq);
    this.#options.tell.reread(loaded);
    this.#options.clock.set(Math.max(moment, loaded.world.now));
    this.#options.tell.moved();
  }

  /** Back to the last durable step as memory knows it, where the disk cannot be read. */
  #forget(moment: number): void {
    this.#world = this.#durable.world;
    this.#step = this.#durable.step;
    this.#options.clock.set(Math.max(moment, this.#world.now));
    this.#options.tell.moved();
  }

  #fail(entries: readonly Entry[], error: unknown): void {
    const problem = error instanceof StorageError ? storageProblem(error) : engineProblem(error);
    this.#options.tell.trouble(problem);
    for (const entry of entries) entry.settle({ kind: 'failed', problem });
  }

  #giveUp(): void {
    this.#stopped = true;
    this.#putBack();
    this.#options.snapshots.stop();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const entry of waiting) entry.settle(null);
  }

  #loseFence(): void {
    this.#giveUp();
    this.#options.tell.fenced();
  }
}
