/**
 * What the runs of one step share: runs nest, because what a script does may call the next script. A run
 * learns here how deep the host's stack already is.
 */
export type Nesting = {
  /** Calls that are open in the runs around this one. */
  openCalls: number;
  /** How much of the host's stack they take. */
  load: number;
};

export const noNesting = (): Nesting => ({ openCalls: 0, load: 0 });

/** Runs what may run scripts, with so much more open around them. */
export function nested<T>(nesting: Nesting, more: Nesting, action: () => T): T {
  const { openCalls, load } = nesting;
  nesting.openCalls = openCalls + more.openCalls;
  nesting.load = load + more.load;
  try {
    return action();
  } finally {
    nesting.openCalls = openCalls;
    nesting.load = load;
  }
}
