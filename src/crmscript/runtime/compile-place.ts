import type { Code, Place, Site } from '../analysis/tree.ts';
import { operationOf } from './compile-arithmetic.ts';
import type { Compiler } from './compiler.ts';
import type { Eval, Frame, Run } from './run-state.ts';
import type { StructValue } from './values.ts';

type Element = Extract<Place, { kind: 'element' }>;

const outOfRange = (run: Run, site: Site, index: number, length: number): never =>
  run.failAt(site, 'RunTimeException', describe(index, length));

const describe = (index: number, length: number): string =>
  length === 0
    ? `Index ${String(index)} is out of range: the array is empty.`
    : `Index ${String(index)} is out of range: the array has the elements 0 to ${String(length - 1)}.`;

export function compileRead(compiler: Compiler, place: Place): Eval {
  switch (place.kind) {
    case 'local': {
      const { slot } = place;
      return (_run, frame) => frame[slot];
    }
    case 'global': {
      const { slot } = place;
      return (run) => run.globals[slot];
    }
    case 'field': {
      const { index } = place;
      const object = compiler.expression(place.object);
      return (run, frame) => (object(run, frame) as StructValue).fields[index];
    }
    case 'element':
      return compileElement(compiler, place);
  }
}

function compileElement(compiler: Compiler, { array, index, site }: Element): Eval {
  const list = compiler.expression(array);
  const at = compiler.expression(index);
  return (run, frame) => {
    const elements = list(run, frame) as unknown[];
    const position = (at(run, frame) as number) | 0;
    if (position < 0 || position >= elements.length) return outOfRange(run, site, position, elements.length);
    return elements[position];
  };
}

/** Receiver and index first, then the value (crm §7.2). */
export function compileAssign(
  compiler: Compiler,
  { target, value }: Extract<Code, { kind: 'assign' }>,
): Eval {
  const evaluate = compiler.expression(value);
  switch (target.kind) {
    case 'local': {
      const { slot } = target;
      return (run, frame) => (frame[slot] = evaluate(run, frame));
    }
    case 'global': {
      const { slot } = target;
      return (run, frame) => (run.globals[slot] = evaluate(run, frame));
    }
    case 'field': {
      const { index } = target;
      const object = compiler.expression(target.object);
      return (run, frame) => {
        const { fields } = object(run, frame) as StructValue;
        return (fields[index] = evaluate(run, frame));
      };
    }
    case 'element': {
      const list = compiler.expression(target.array);
      const at = compiler.expression(target.index);
      const { site } = target;
      return (run, frame) => {
        const elements = list(run, frame) as unknown[];
        const position = (at(run, frame) as number) | 0;
        const next = evaluate(run, frame);
        if (position < 0 || position >= elements.length) outOfRange(run, site, position, elements.length);
        return (elements[position] = next);
      };
    }
  }
}

/** Reads a place, and puts there what `change` makes of it; the place itself is found once. */
export type Modify = (run: Run, frame: Frame, change: (old: unknown) => unknown) => void;

export function compileModify(compiler: Compiler, place: Place): Modify {
  switch (place.kind) {
    case 'local': {
      const { slot } = place;
      return (_run, frame, change) => {
        frame[slot] = change(frame[slot]);
      };
    }
    case 'global': {
      const { slot } = place;
      return (run, _frame, change) => {
        run.globals[slot] = change(run.globals[slot]);
      };
    }
    case 'field': {
      const { index } = place;
      const object = compiler.expression(place.object);
      return (run, frame, change) => {
        const { fields } = object(run, frame) as StructValue;
        fields[index] = change(fields[index]);
      };
    }
    case 'element': {
      const list = compiler.expression(place.array);
      const at = compiler.expression(place.index);
      const { site } = place;
      return (run, frame, change) => {
        const elements = list(run, frame) as unknown[];
        const position = (at(run, frame) as number) | 0;
        if (position < 0 || position >= elements.length) outOfRange(run, site, position, elements.length);
        const next = change(elements[position]);
        // `change` runs script code, which may have shortened the array.
        if (position >= elements.length) outOfRange(run, site, position, elements.length);
        elements[position] = next;
      };
    }
  }
}

export function compileUpdate(compiler: Compiler, code: Extract<Code, { kind: 'update' }>): Eval {
  const { target, operator, site, type } = code;
  const value = compiler.expression(code.value);
  const operate = operationOf(type, operator);
  if (target.kind === 'local') {
    const { slot } = target;
    if (type.name === 'Integer' && operator === '+') {
      return (run, frame) => {
        const old = frame[slot] as number;
        return (frame[slot] = (old + (value(run, frame) as number)) | 0);
      };
    }
    return (run, frame) => {
      const old = frame[slot];
      return (frame[slot] = operate(run, old, value(run, frame), site));
    };
  }
  const modify = compileModify(compiler, target);
  return (run, frame) => {
    let result: unknown;
    modify(run, frame, (old) => (result = operate(run, old, value(run, frame), site)));
    return result;
  };
}

/** `x++` and `x--`: the old value is the result. */
export function compileStep(
  compiler: Compiler,
  { target, delta, type }: Extract<Code, { kind: 'step' }>,
): Eval {
  const next = stepOf(type.name, delta);
  if (target.kind === 'local') {
    const { slot } = target;
    if (type.name === 'Integer') {
      return (_run, frame) => {
        const old = frame[slot] as number;
        frame[slot] = (old + delta) | 0;
        return old;
      };
    }
    return (_run, frame) => {
      const old = frame[slot];
      frame[slot] = next(old);
      return old;
    };
  }
  const modify = compileModify(compiler, target);
  return (run, frame) => {
    let result: unknown;
    modify(run, frame, (old) => {
      result = old;
      return next(old);
    });
    return result;
  };
}

function stepOf(name: string, delta: 1 | -1): (old: unknown) => unknown {
  if (name === 'Integer') return (old) => ((old as number) + delta) | 0;
  if (name === 'Long') return (old) => BigInt.asIntN(64, ((old as bigint | null) ?? 0n) + BigInt(delta));
  return (old) => (old as number) + delta;
}
