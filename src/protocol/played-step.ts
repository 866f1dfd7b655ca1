import type { RecordedEvent } from '../engine/events.ts';
import type { Input } from '../engine/inputs.ts';
import type { CodedText } from '../engine/codes.ts';
import type { RecordedAnswer } from '../engine/step-request.ts';
import type { Edit } from '../engine/step-observer.ts';
import type { Expectation } from '../scenario/format.ts';

/** What the file of a workspace said of one step, beside its input: kept, and saved again. */
export type StepNotes = {
  readonly note?: string;
  readonly expect?: readonly Expectation[];
};

/** One input as it was applied, with its events. */
export type PlayedStep = StepNotes & {
  readonly step: number;
  readonly command: string;
  /** Offset from the clock as it stood, `+<n>ms` (rulings 15), or the moment that a file said. */
  readonly at: string;
  readonly input: Input;
  /** `seq` of the last event of the log after this step. */
  readonly seq: number;
  readonly answers?: readonly RecordedAnswer[];
  readonly edits?: readonly Edit[];
  readonly leftOut?: readonly number[];
  /** The statement at which somebody stopped it (rulings 44). */
  readonly stoppedAt?: number;
  /** Why it was refused: recorded only when the clock's movement caused events (rulings 14), and of a step of a file. */
  readonly refused?: CodedText;
  readonly events: readonly RecordedEvent[];
};
