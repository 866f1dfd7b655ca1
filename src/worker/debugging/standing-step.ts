import type { DebugApi, Hand, Waits } from '../../protocol/debug-api.ts';
import type { Answer } from '../../protocol/engine-api.ts';
import type { Log } from '../../storage/log.ts';
import { partLater } from '../part-later.ts';
import type { Engine } from '../ports.ts';
import { coded } from '../codes.ts';
import type { WaitingStep } from '../write/step-runner.ts';
import type { StepHooks } from '../write/take-step.ts';
import type { Writer } from '../write/writer.ts';
import { asksOf, keepWaiting, type DebugSettings, type KeptForDebugger, type KeptInput } from './kept.ts';
import type { LiveStops } from './live-stops.ts';

/** What a step that waits is told to do: meant for the one that stands before this statement, and for no later one. */
export type ContinueRequest = {
  readonly command: string;
  readonly from: number;
  readonly how: Parameters<DebugApi['goOn']>[1];
  /** From where it goes on: where the debugger stands. */
  readonly at: number;
  readonly hand: Hand;
};

/** A step that waits, for all tabs: what is shown of it, and what is needed to run it there. */
export type WaitingStepState = {
  readonly command: string;
  readonly waits: Waits;
  readonly leftOut?: readonly number[] | undefined;
};

export type StandingStepOptions = {
  readonly engine: Engine;
  readonly log: Log;
  readonly workspace: string;
  /** Another step waits, or none any more. */
  readonly changed: (standing: WaitingStepState | null) => void;
  /** Whether the page of some tab asks real services for calls that nobody answers. */
  readonly asksServices: () => boolean;
};

/**
 * What has the live steps of a workspace wait, and the one that does: it is kept beside the drafts, for the tab that writes next.
 * What looks into steps is loaded when there are breakpoints; without them none of it costs anything.
 */
export class StandingStep {
  readonly #options: StandingStepOptions;
  #settings: DebugSettings;
  #stops: LiveStops | null = null;
  #standing: WaitingStepState | null = null;
  #waiting: WaitingStep | null = null;
  /** The command of the input that is kept. */
  #kept: string | null;
  #keeping: Promise<void> = Promise.resolve();
  /** The step that stood when its tab went, and before which statement: what stops it before does not again. */
  #stood = { command: '', statement: 0 };
  readonly #part = partLater(async () => {
    const { LiveStops } = await import('./live-stops.ts');
    return (this.#stops = new LiveStops(this.#options.engine));
  });

  constructor(options: StandingStepOptions, { settings, waiting }: KeptForDebugger) {
    this.#options = options;
    this.#settings = settings;
    this.#kept = waiting?.id ?? null;
  }

  get settings(): DebugSettings {
    return this.#settings;
  }

  change(settings: DebugSettings): void {
    this.#settings = settings;
  }

  /** What waits here or, as the tab that writes said, there. */
  get standing(): WaitingStepState | null {
    return this.#standing;
  }

  /** What the tab that writes says of it. */
  follow(standing: WaitingStepState | null): void {
    if (JSON.stringify(standing) === JSON.stringify(this.#standing)) return;
    this.#standing = standing;
    this.#options.changed(standing);
  }

  get #hasBreakpoints(): boolean {
    return this.#settings.breakpoints.some(({ isOff }) => isOff !== true);
  }

  /** Loads what looks for breakpoints, where there are some; null when nobody has to wait for it. */
  prepare(): Promise<unknown> | null {
    return this.#hasBreakpoints && this.#stops === null ? this.#part() : null;
  }

  /** Who looks on while the next step is taken. What a mock holds waits whatever is set. */
  looking(command: string): StepHooks {
    const { breakpoints } = this.#settings;
    return {
      asks: asksOf(this.#holding),
      observer: this.#hasBreakpoints ? this.#stops?.observer(breakpoints, this.#stoodAt(command)) : undefined,
    };
  }

  stood(command: string, statement: number): void {
    this.#stood = { command, statement };
  }

  #stoodAt(command: string): number {
    return this.#stood.command === command ? this.#stood.statement : 0;
  }

  /** For whoever asks a real service, a step waits as it does for an answer by hand. */
  get #holding(): DebugSettings {
    return { ...this.#settings, asks: this.#settings.asks || this.#options.asksServices() };
  }

  /** Hears from the mailbox what waits. */
  waits(step: WaitingStep | null): void {
    this.#waiting = step;
    if (step === null) {
      this.follow(null);
      return;
    }
    const { command, input, base, at, hand, why } = step;
    const statement = why.kind === 'needs' ? why.statement : why.snapshot?.statement;
    this.#keep({ id: command, input, base, at, hand, statement: statement ?? this.#stoodAt(command) });
    if (this.#stops === null)
      void this.#part().then((stops) => {
        this.#show(step, stops);
      });
    else this.#show(step, this.#stops);
  }

  #show(step: WaitingStep, stops: LiveStops): void {
    const { command, leftOut } = step;
    if (step !== this.#waiting) return;
    const waits = stops.waits(step, this.#settings, this.#stoodAt(command));
    this.follow({ command, leftOut, waits });
  }

  /** An answered input is not asked again; one that was answered with nobody is for the tab that writes next. */
  answered(command: string, answer: Answer | null): void {
    if (command === this.#kept && answer !== null) this.#keep(null);
  }

  /** Lets the step go on in the tab that writes, unless it does not stand there any more. */
  async goOn(writer: Writer, wanted: ContinueRequest): Promise<Answer> {
    const stops = await this.#part();
    const { command, waits } = this.#standing ?? {};
    const isMeant = command === wanted.command && (waits?.place?.statement ?? 0) === wanted.from;
    // Whoever asks need not have seen anything first.
    return isMeant && stops.goOn(writer, wanted, this.#holding)
      ? { kind: 'committed', seq: 0 }
      : { kind: 'refused', reason: coded('not-waiting', {}) };
  }

  /** To be called every second where this tab writes: what waits for a page that is gone goes on, and nobody answers. */
  beat(writer: Writer): void {
    const { command = '', waits } = this.#standing ?? {};
    if (waits?.forService !== true || this.#holding.asks) return;
    const at = waits.place?.statement ?? 0;
    void this.goOn(writer, { command, from: at, how: 'continue', at, hand: {} });
  }

  /** One after the other; what cannot be written now may be lost with this tab. */
  #keep(waiting: KeptInput | null): void {
    const { log, workspace } = this.#options;
    this.#kept = waiting?.id ?? null;
    this.#keeping = this.#keeping.then(() => keepWaiting(log, workspace, waiting)).catch(() => undefined);
  }
}
