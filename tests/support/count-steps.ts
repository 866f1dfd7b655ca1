import { Session, type Profiler } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

/*
 * How much work a piece of code does, told by counting instead of by a clock, so that a busy machine changes nothing:
 * every block of code that is entered, as V8 counts them for coverage, and every element or character that the host
 * walks for us (a spread, a copy, a search), which no block shows.
 */

const session = new Session();
session.connect();
let started = false;

function post(method: string, parameters?: object): unknown {
  let answer: unknown;
  // In one thread the answer comes before `post` returns.
  session.post(method, parameters, (error: Error | null, result?: object) => {
    if (error !== null) throw new Error(error.message);
    answer = result;
  });
  return answer;
}

/** The blocks entered since it was last asked. */
function blocks(): number {
  if (!started) {
    // Optimised code leaves counters out.
    setFlagsFromString('--no-opt');
    post('Profiler.enable');
    post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    started = true;
  }
  const taken = post('Profiler.takePreciseCoverage') as Profiler.TakePreciseCoverageReturnType | undefined;
  let sum = 0;
  for (const { functions } of taken?.result ?? []) {
    for (const { ranges } of functions) for (const { count } of ranges) sum += count;
  }
  return sum;
}

type Method = (this: unknown, ...args: unknown[]) => unknown;
type Cost = (self: unknown, result: unknown, given: readonly unknown[]) => number;

const length = (value: unknown): number =>
  typeof value === 'string' || Array.isArray(value) ? value.length : 0;
const all: Cost = (self) => length(self);
const given: Cost = (_self, result) => length(result);
/** A search goes from where it begins to what it finds. */
const found: Cost = (self, result, [, from]) =>
  (typeof result === 'number' && result >= 0 ? result : length(self)) - (typeof from === 'number' ? from : 0);
const foundBack: Cost = (self, result, [, from]) =>
  (typeof from === 'number' ? from : length(self)) - (typeof result === 'number' ? result : 0);
// As they are before anything here counts what they do.
/* eslint-disable @typescript-eslint/unbound-method */
const textIndexOf = Function.prototype.call.bind(String.prototype.indexOf) as (
  a: unknown,
  b: unknown,
) => number;
const listIndexOf = Function.prototype.call.bind(Array.prototype.indexOf) as (
  a: unknown,
  b: unknown,
) => number;
/* eslint-enable @typescript-eslint/unbound-method */
const included: Cost = (self, _result, [sought]) =>
  found(self, typeof self === 'string' ? textIndexOf(self, sought) : listIndexOf(self, sought), []);
const matched: Cost = (self, result, [text]) => {
  const match = result as RegExpExecArray | null;
  if ((self as RegExp).sticky) return match?.[0].length ?? 1;
  return match === null ? length(text) : match.index + match[0].length;
};

const iterators = [new Map().entries(), new Set().values(), [].values()].map(
  (one) => Object.getPrototypeOf(one) as object,
);

/** What the host walks through for a script of ours. */
const walks: readonly (readonly [owner: object, names: readonly string[], cost: Cost])[] = [
  ...iterators.map((owner): [object, string[], Cost] => [owner, ['next'], () => 1]),
  [Array.prototype, ['slice', 'concat', 'flat', 'splice'], given],
  [Array.prototype, ['join', 'reverse', 'sort', 'unshift', 'shift', 'fill'], all],
  [Array.prototype, ['indexOf'], found],
  [Array.prototype, ['includes'], included],
  [String.prototype, ['split', 'replace', 'replaceAll', 'toLowerCase', 'toUpperCase', 'trim'], all],
  [String.prototype, ['trimEnd', 'trimStart'], all],
  [String.prototype, ['includes'], included],
  [String.prototype, ['repeat', 'padStart'], given],
  [String.prototype, ['indexOf', 'search'], found],
  [String.prototype, ['lastIndexOf'], foundBack],
  [RegExp.prototype, ['exec'], matched],
];

/** The steps that `run` takes. The same for the same code and data, on any machine. */
export function countSteps(run: () => void): number {
  let walked = 0;
  const undo: (() => void)[] = [];
  for (const [owner, names, cost] of walks) {
    for (const name of names) {
      const original = Object.getOwnPropertyDescriptor(owner, name);
      if (original === undefined) continue;
      const method = original.value as Method;
      const counting: Method = function counting(...args) {
        const result = method.apply(this, args);
        walked += Math.max(0, cost(this, result, args));
        return result;
      };
      undo.push(() => Object.defineProperty(owner, name, original));
      Object.defineProperty(owner, name, { ...original, value: counting });
    }
  }
  try {
    blocks();
    walked = 0;
    run();
  } finally {
    const sum = walked;
    for (const restore of undo) restore();
    walked = sum;
  }
  return blocks() + walked;
}
