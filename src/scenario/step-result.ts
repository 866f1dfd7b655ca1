import type { RecordedEvent } from '../engine/events.ts';
import type { Input } from '../engine/inputs.ts';
import type { CodedText } from '../engine/codes.ts';
import type { World } from '../engine/world.ts';

/** What a step did, as far as expectations can see it. */
export type StepResult = {
  readonly input: Input;
  /** All that the step caused: what scripts nested in it did, and what timers did on the way. */
  readonly events: readonly RecordedEvent[];
  /** The world after the step. */
  readonly world: World;
  /** Why the input was refused, or null. */
  readonly refusal: CodedText | null;
  /**
   * What comes of it by itself until so many milliseconds later, moment by moment, if nobody does anything. The
   * world of the step stands as it was: this is a continuation that is thrown away.
   */
  readonly later: (by: number) => readonly ClockTick[];
};

/** A moment of the clock after a step: what happened at it, and the world at its end. */
export type ClockTick = {
  readonly at: number;
  readonly events: readonly RecordedEvent[];
  readonly world: World;
};
