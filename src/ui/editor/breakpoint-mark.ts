/** A breakpoint as the margin of an editor shows it. */
export type BreakpointMark = {
  readonly id: number;
  readonly line: number;
  /** `problem`: nobody knows whether it should stop, or it stops nowhere. */
  readonly look: 'plain' | 'log' | 'problem';
  /** What stands in it: how often, or that it depends on something; nothing else has room. */
  readonly text: string;
  readonly isOff: boolean;
  /** All of it, in words. */
  readonly title: string;
};
