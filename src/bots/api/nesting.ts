import type { StoppedSnapshot } from '../../engine/script-call.ts';

/**
 * What the runs of one step share: runs nest, because what a script does may call the next script. A run
 * learns here how deep the host's stack already is, and what a debugger shows around it.
 */
export type Nesting = {
  /** Calls that are open in the runs around this one. */
  openCalls: number;
  /** How much of the host's stack they take. */
  load: number;
  /** The frames of the runs around this one, innermost first; asked for by debuggers only, as they show every variable. */
  frames: () => ScriptFrames;
};

export type ScriptFrames = StoppedSnapshot['frames'];

export const noNesting = (): Nesting => ({ openCalls: 0, load: 0, frames: () => [] });

/** Runs what may run scripts, with so much more open around them. */
export function nested<T>(
  nesting: Nesting,
  more: Pick<Nesting, 'openCalls' | 'load'>,
  frames: (around: () => ScriptFrames) => ScriptFrames,
  action: () => T,
): T {
  const { openCalls, load, frames: around } = nesting;
  nesting.openCalls = openCalls + more.openCalls;
  nesting.load = load + more.load;
  nesting.frames = () => frames(around);
  try {
    return action();
  } finally {
    nesting.openCalls = openCalls;
    nesting.load = load;
    nesting.frames = around;
  }
}
