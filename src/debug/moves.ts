import type { Trace, TracedPlace } from './trace.ts';

/**
 * How one moves over the statements of a step, forwards and backwards. `stepIn`, `next`, `stepOut`, `continue`, `stepBack` and
 * `reverseContinue` are those of the debug adapter protocol, which lacks the others.
 */
export type Verb =
  | 'stepIn'
  | 'next'
  | 'stepOut'
  | 'stepOutScope'
  | 'stepBack'
  | 'backOver'
  | 'backOut'
  | 'backOutScope'
  | 'toStart'
  | 'toEnd';

/**
 * The statement before which a verb stops that was said before statement `at`. The end of the step is behind its last statement; whoever
 * stands at the start or at the end and goes on stays there.
 */
export function moved(trace: Trace, at: number, verb: Verb): number {
  switch (verb) {
    case 'stepIn':
      return Math.min(at + 1, endOf(trace));
    case 'stepBack':
      return Math.max(at - 1, 1);
    case 'toStart':
      return 1;
    case 'toEnd':
      return endOf(trace);
    case 'next':
      return forwards(trace, at, isHere(trace, at));
    case 'stepOut':
      return forwards(trace, at, isOutside(trace, at));
    case 'stepOutScope':
      return forwards(trace, at, isOutOfScope(trace, at));
    case 'backOver':
      return backwards(trace, at, isHere(trace, at));
    case 'backOut':
      return backwards(trace, at, isOutside(trace, at));
    case 'backOutScope':
      return backwards(trace, at, isOutOfScope(trace, at));
  }
}

/** Behind the last statement. */
export const endOf = (trace: Trace): number => trace.length + 1;

/** The next statement on a line of a script; the end where there is none. */
export const runToLine = (trace: Trace, at: number, script: number, line: number): number =>
  forwards(trace, at, (other) => isOn(trace.placeOf(other), script, line));

/** The last statement on a line of a script before; undefined where there is none. */
export function backToLine(trace: Trace, at: number, script: number, line: number): number | undefined {
  for (let other = at - 1; other >= 1; other--) {
    if (isOn(trace.placeOf(other), script, line)) return other;
  }
  return undefined;
}

const isOn = (place: TracedPlace | undefined, script: number, line: number): boolean =>
  place?.script === script && place.line === line;

type Is = (statement: number) => boolean;

function forwards(trace: Trace, at: number, is: Is): number {
  for (let other = at + 1; other <= trace.length; other++) if (is(other)) return other;
  return endOf(trace);
}

function backwards(trace: Trace, at: number, is: Is): number {
  for (let other = at - 1; other >= 1; other--) if (is(other)) return other;
  return 1;
}

/**
 * In the same call, or in one around it. The scripts that the engine starts one after the other are taken for one: the next
 * statement of the last of a script is the first of the next script.
 */
function isHere(trace: Trace, at: number): Is {
  const frame = trace.frameOf(at);
  const isOutermost = at > trace.length || trace.depthOf(at) === 0;
  return (other) => {
    if (trace.depthOf(other) === 0) return isOutermost || trace.isAround(trace.frameOf(other), frame);
    return !isOutermost && trace.isAround(trace.frameOf(other), frame);
  };
}

/** In a call around it; from the outermost, in another script. */
function isOutside(trace: Trace, at: number): Is {
  const here = isHere(trace, at);
  const frame = trace.frameOf(at);
  return (other) => here(other) && trace.frameOf(other) !== frame;
}

/** Out of the innermost block or loop around it, in the same call or in one around it. */
function isOutOfScope(trace: Trace, at: number): Is {
  const here = isHere(trace, at);
  const frame = trace.frameOf(at);
  const block = trace.placeOf(at)?.block;
  return (other) => {
    if (!here(other)) return false;
    const order = trace.placeOf(other)?.order ?? 0;
    const isInside = block !== undefined && block.from <= order && order < block.to;
    return trace.frameOf(other) !== frame || !isInside;
  };
}
