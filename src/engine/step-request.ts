import type { RecordedEvent } from './events.ts';
import type { Input } from './inputs.ts';
import type { CodedText } from './codes.ts';
import type { Needs } from './script-call.ts';
import type { Edit, StoppedSnapshot, StepObserver } from './step-observer.ts';
import type { World } from './world.ts';

/** An HTTP answer recorded with a step (rulings 5). */
export type RecordedAnswer = {
  readonly method: string;
  readonly url: string;
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
  readonly error?: string | undefined;
  /** Milliseconds that the answer seems to take. */
  readonly delay?: number | undefined;
  /** The mock that answers after all, once it was released by hand: then nothing else is said. */
  readonly mock?: number | undefined;
  /** The real service gave it, when the step was made here. Files leave this out: for whoever opens one it is a recorded answer. */
  readonly live?: true | undefined;
};

/** One input with all that makes running it again give the same. */
export type StepRequest = {
  /** Number of the step, from 1. The caller counts: refused inputs count too (rulings 14). */
  readonly step: number;
  readonly input: Input;
  /** Milliseconds since 1970 to which the clock moves first, firing what is due on the way. */
  readonly at?: number | undefined;
  readonly answers?: readonly RecordedAnswer[] | undefined;
  /** Scripts that are not run, because they hung. */
  readonly leftOut?: readonly number[] | undefined;
  /** What was changed by hand on the way (rulings 44). */
  readonly edits?: readonly Edit[] | undefined;
  /** The statement at which somebody stopped it: the script fails there (rulings 44). */
  readonly stoppedAt?: number | undefined;
  /** A debugger that looks on, and may have the step end as `stopped`. */
  readonly observer?: StepObserver | undefined;
  /** Whether an HTTP call that nobody answers ends the step with `needs` (rulings 2); `held` is only those that a mock holds. */
  readonly asks?: boolean | 'held' | undefined;
};

export type Outcome =
  | { readonly kind: 'committed'; readonly events: readonly RecordedEvent[]; readonly world: World }
  /** The input is not possible now. What the clock's movement fired is committed all the same. */
  | {
      readonly kind: 'refused';
      readonly reason: CodedText;
      readonly events: readonly RecordedEvent[];
      readonly world: World;
    }
  | {
      readonly kind: 'stopped';
      /** Null where it stopped in the middle of a statement, for what came of that. */
      readonly snapshot: StoppedSnapshot | null;
      readonly events: readonly RecordedEvent[];
    }
  | (Needs & { readonly events: readonly RecordedEvent[] });
