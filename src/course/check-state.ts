import type { CodedText } from '../engine/codes.ts';

/** How a check of a lesson stands. */
export type CheckState = {
  readonly name: string;
  /**
   * `open`: not yet. `holding`: what may not come has not come so far; it passes with the last of the others, or when its time is
   * over. `failed`: it cannot pass any more, as it is too late or what may not come came.
   */
  readonly state: 'open' | 'holding' | 'passed' | 'failed';
  /** The step and the last event by which it passed or failed; null else. Of what holds as the lesson begins they are those of its opening scene. */
  readonly step: number | null;
  readonly seq: number | null;
  /** When that was by the world's clock, in milliseconds since 1970. */
  readonly at: number | null;
  /** Why it failed, or what came in the place of what is expected, where something can be told of it. */
  readonly why: CodedText | null;
};

export type LessonState = {
  readonly checks: readonly CheckState[];
  /** Every check has passed. */
  readonly isPassed: boolean;
  /** The place of the first check that has not passed, from 0; null where all have. */
  readonly next: number | null;
};
