import type { RunView, RunObserver } from '../../src/crmscript/run.ts';
import { References } from '../../src/engine/references.ts';

/** A debugger that does something at statements, from one on. */
export function watching(
  from: number,
  reached: (view: RunView, isMarked: boolean) => void,
  more: Partial<Pick<RunObserver, 'marks' | 'thrown'>> = {},
): RunObserver {
  let view: RunView | undefined;
  return {
    from,
    begin: (begun) => {
      view = begun;
    },
    end: () => undefined,
    reached: (isMarked) => {
      if (view !== undefined) reached(view, isMarked);
    },
    thrown: () => undefined,
    ...more,
  };
}

/** Where a run stands: the statement, and its open calls, innermost first. */
export function standing(view: RunView) {
  const references = new References();
  return { statement: view.statement, frames: view.calls(false).map((call) => call.show(references)) };
}

/** Ends the run. */
export class Stopped extends Error {}
