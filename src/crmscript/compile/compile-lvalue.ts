import type { BoundExpression, LValue, Site } from '../analysis/types/bound-tree.ts';
import { operationOf } from './compile-arithmetic.ts';
import { assignsNothing, isPure, takesRoom } from './pure.ts';
import { holdSlot } from './compile-list.ts';
import type { Compiler } from './compiler.ts';
import type { Eval, Frame, Run } from '../run/run-state.ts';
import type { StructValue } from '../run/values.ts';

type Element = Extract<LValue, { kind: 'element' }>;

const outOfRange = (run: Run, site: Site, index: number, length: number): never =>
  run.failAt(site, 'RunTimeException', describe(index, length));

const describe = (index: number, length: number): string =>
  length === 0
    ? `Index ${String(index)} is out of range: the array is empty.`
    : `Index ${String(index)} is out of range: the array has the elements 0 to ${String(length - 1)}.`;

export function compileRead(compiler: Compiler, place: LValue): Eval {
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
  const at = holding(array, index, compiler.expression(index));
  return (run, frame) => {
    const elements = list(run, frame) as unknown[];
    const position = (at(run, frame, elements) as number) | 0;
    if (position < 0 || position >= elements.length) return outOfRange(run, site, position, elements.length);
    return elements[position];
  };
}

/** Evaluates a value while what it belongs to is held; nothing needs to be where nothing can be measured. */
function holding(
  owner: BoundExpression,
  value: BoundExpression,
  evaluate: Eval,
): (run: Run, frame: Frame, held: unknown[]) => unknown {
  if (isPure(owner) || isPure(value)) return evaluate;
  return (run, frame, held) => {
    run.held.push(held);
    const result = evaluate(run, frame);
    run.held.pop();
    return result;
  };
}

/** Receiver and index first, then the value (crm §7.2). */
export function compileAssign(compiler: Compiler, code: Extract<BoundExpression, { kind: 'assign' }>): Eval {
  const { target } = code;
  const evaluate = compiler.expression(code.value);
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
      const value = holding(target.object, code.value, evaluate);
      return (run, frame) => {
        const { fields } = object(run, frame) as StructValue;
        return (fields[index] = value(run, frame, fields));
      };
    }
    case 'element': {
      const { array, index, site } = target;
      const list = compiler.expression(array);
      const at = holding(array, index, compiler.expression(index));
      const value = holding(array, code.value, evaluate);
      return (run, frame) => {
        const elements = list(run, frame) as unknown[];
        const position = (at(run, frame, elements) as number) | 0;
        const next = value(run, frame, elements);
        if (position < 0 || position >= elements.length) outOfRange(run, site, position, elements.length);
        return (elements[position] = next);
      };
    }
  }
}

/**
 * Puts into a place what it makes of what is there, and says what the result of that is. What runs script code
 * before it puts something into an `element` has to check that the element is still there.
 */
export type ValueChange = (run: Run, frame: Frame, slots: unknown[], at: number, element?: Site) => unknown;

export function checkElement(run: Run, slots: unknown[], at: number, element: Site | undefined): void {
  if (element !== undefined && at >= slots.length) outOfRange(run, element, at, slots.length);
}

/** Finds a place once, and changes it. `isCalmChange`: the change makes nothing and calls nothing. */
export function compileModify(
  compiler: Compiler,
  place: LValue,
  isCalmChange: boolean,
  change: ValueChange,
): Eval {
  switch (place.kind) {
    case 'local': {
      const { slot } = place;
      return (run, frame) => change(run, frame, frame, slot);
    }
    case 'global': {
      const { slot } = place;
      return (run, frame) => change(run, frame, run.globals, slot);
    }
    case 'field': {
      const { index } = place;
      const object = compiler.expression(place.object);
      const inside = isCalmChange || isPure(place.object) ? change : whileHeld(change);
      return (run, frame) => inside(run, frame, (object(run, frame) as StructValue).fields, index);
    }
    case 'element':
      return compileModifyElement(compiler, place, isCalmChange, change);
  }
}

const whileHeld =
  (change: ValueChange): ValueChange =>
  (run, frame, slots, at, element) => {
    run.held.push(slots);
    const result = change(run, frame, slots, at, element);
    run.held.pop();
    return result;
  };

function compileModifyElement(
  compiler: Compiler,
  place: Element,
  isCalmChange: boolean,
  change: ValueChange,
): Eval {
  const { array, index, site } = place;
  const list = compiler.expression(array);
  const at = holding(array, index, compiler.expression(index));
  const inside = isCalmChange || isPure(array) ? change : whileHeld(change);
  return (run, frame) => {
    const elements = list(run, frame) as unknown[];
    const position = (at(run, frame, elements) as number) | 0;
    if (position < 0 || position >= elements.length) outOfRange(run, site, position, elements.length);
    return inside(run, frame, elements, position, site);
  };
}

export function compileUpdate(compiler: Compiler, code: Extract<BoundExpression, { kind: 'update' }>): Eval {
  const { target, operator, site, type } = code;
  const value = compiler.expression(code.value);
  const operate = operationOf(type, operator);
  const isCalmValue = isPure(code.value);
  if (target.kind === 'local' && type.name === 'Integer' && operator === '+') {
    const { slot } = target;
    return (run, frame) => {
      const old = frame[slot] as number;
      return (frame[slot] = (old + (value(run, frame) as number)) | 0);
    };
  }
  if (target.kind === 'local' && type.name === 'String' && assignsNothing(code.value)) {
    const { slot } = target;
    // What is added cannot change the variable, so it may be read afterwards and needs no hold.
    return (run, frame) => {
      const added = (value(run, frame) as string | null) ?? '';
      const old = (frame[slot] as string | null) ?? '';
      run.join(old.length, added.length, site);
      return (frame[slot] = old + added);
    };
  }
  if (isCalmValue || !takesRoom(type)) {
    return compileModify(compiler, target, isCalmValue, (run, frame, slots, at, element) => {
      const old = slots[at];
      const next = operate(run, old, value(run, frame), site);
      checkElement(run, slots, at, element);
      return (slots[at] = next);
    });
  }
  return compileModify(compiler, target, false, (run, frame, slots, at, element) => {
    holdSlot(run, slots, at);
    const added = value(run, frame);
    const next = operate(run, run.held.pop(), added, site);
    checkElement(run, slots, at, element);
    return (slots[at] = next);
  });
}

/** `x++` and `x--`: the old value is the result. */
export function compileIncrement(
  compiler: Compiler,
  { target, delta, type }: Extract<BoundExpression, { kind: 'increment' }>,
): Eval {
  const next = incremented(type.name, delta);
  if (target.kind === 'local' && type.name === 'Integer') {
    const { slot } = target;
    return (_run, frame) => {
      const old = frame[slot] as number;
      frame[slot] = (old + delta) | 0;
      return old;
    };
  }
  return compileModify(compiler, target, true, (_run, _frame, slots, at) => {
    const old = slots[at];
    slots[at] = next(old);
    return old;
  });
}

function incremented(name: string, delta: 1 | -1): (old: unknown) => unknown {
  if (name === 'Integer') return (old) => ((old as number) + delta) | 0;
  if (name === 'Long') return (old) => BigInt.asIntN(64, ((old as bigint | null) ?? 0n) + BigInt(delta));
  return (old) => (old as number) + delta;
}
