import type { BoundExpression, Site } from '../analysis/types/bound-tree.ts';
import type { Type } from '../analysis/types/types.ts';
import type { Compiler } from './compiler.ts';
import type { Maker } from './default-value.ts';
import type { Eval, Run } from '../run/run-state.ts';

/** `T[2][3] x;`: two rows of three (rulings 34). Sizes are evaluated once, from left to right. */
export function compileSizes(
  compiler: Compiler,
  type: Type,
  sizes: readonly BoundExpression[],
  site: Site,
): Eval {
  const lengths = sizes.map((size) => compiler.expression(size));
  const makers: Maker[] = [];
  let element = type;
  for (let n = 0; n < sizes.length && element.kind === 'array'; n++) {
    element = element.element;
    makers.push(compiler.maker(element));
  }
  return (run, frame) => {
    const numbers = lengths.map((length) => (length(run, frame) as number) | 0);
    run.at = site;
    for (const length of numbers) {
      if (length < 0) run.fail('RunTimeException', `An array cannot have ${String(length)} elements.`);
    }
    return build(run, numbers, makers, 0);
  };
}

function build(run: Run, lengths: readonly number[], makers: readonly Maker[], level: number): unknown[] {
  const length = lengths[level] ?? 0;
  run.allocate(16 + 8 * length, run.at);
  run.work(16 * length);
  const array: unknown[] = [];
  const make = makers[level];
  // Held, so that a measurement sees what has been built so far.
  run.held.push(array);
  for (let index = 0; index < length; index++) {
    run.pending = 0;
    array.push(level + 1 < lengths.length ? build(run, lengths, makers, level + 1) : make?.(run));
  }
  run.held.pop();
  return array;
}
