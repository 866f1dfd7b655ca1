import type { BoundExpression, LValue } from '../analysis/types/bound-tree.ts';
import { Provenance } from '../run/provenance.ts';
import { heldAt, placeAt, recordNative } from './record-call.ts';
import type { Eval } from '../run/run-state.ts';

/*
 * What is put around each expression of a program whose values are recorded. When it has been evaluated, what its operands left is
 * taken from the stack, and one entry put there for it. It costs nothing in programs that are not recorded: they are other closures.
 */

export function recordExpression(code: BoundExpression, evaluate: Eval): Eval {
  switch (code.kind) {
    case 'constant':
      return (run, frame) => {
        const value = evaluate(run, frame);
        run.recorder.push(value, new Provenance('literal', run.recorder.here, code, value, []));
        return value;
      };
    case 'local':
    case 'global':
    case 'field':
    case 'element':
      return recordRead(code, evaluate);
    case 'convert':
      return code.type.kind === 'generic' ? recordComputed(code, evaluate) : recordConversion(evaluate);
    case 'assign':
      return recordAssign(code, evaluate);
    case 'update':
    case 'increment':
      return recordUpdate(code, evaluate);
    case 'native':
      return recordNative(code, evaluate);
    case 'call':
    case 'nothing':
      return evaluate;
    default:
      return recordComputed(code, evaluate);
  }
}

function recordRead(place: LValue, evaluate: Eval): Eval {
  if (place.kind === 'local') {
    const { slot } = place;
    return (run, frame) => {
      const value = evaluate(run, frame);
      run.recorder.push(value, run.recorder.read(frame, slot, value, place));
      return value;
    };
  }
  return (run, frame) => {
    const { recorder } = run;
    const mark = recorder.size;
    const value = evaluate(run, frame);
    const { slots, index } = placeAt(run, frame, place, mark);
    const owner = recorder.mades[mark];
    recorder.drop(mark);
    recorder.push(value, recorder.read(slots, index, value, place, owner));
    return value;
  };
}

/** A widening leaves its operand's entry, with the value that it has become. */
function recordConversion(evaluate: Eval): Eval {
  return (run, frame) => {
    const { recorder } = run;
    const mark = recorder.size;
    const value = evaluate(run, frame);
    recorder.values[mark] = value;
    return value;
  };
}

function recordComputed(code: BoundExpression, evaluate: Eval): Eval {
  return (run, frame) => {
    const { recorder } = run;
    const mark = recorder.size;
    const value = evaluate(run, frame);
    recorder.push(value, new Provenance('computed', recorder.here, code, value, recorder.take(mark)));
    return value;
  };
}

function recordAssign({ target }: Extract<BoundExpression, { kind: 'assign' }>, evaluate: Eval): Eval {
  return (run, frame) => {
    const { recorder } = run;
    const mark = recorder.size;
    const value = evaluate(run, frame);
    const given = recorder.mades.at(-1);
    const { slots, index } = placeAt(run, frame, target, mark);
    recorder.drop(mark);
    recorder.push(value, recorder.write(slots, index, target, value, given === undefined ? [] : [given]));
    return value;
  };
}

function recordUpdate(
  code: Extract<BoundExpression, { kind: 'update' | 'increment' }>,
  evaluate: Eval,
): Eval {
  const { target } = code;
  return (run, frame) => {
    const { recorder } = run;
    const mark = recorder.size;
    const before = heldAt(run, frame, target);
    const value = evaluate(run, frame);
    const { slots, index, now, used } = placeAt(run, frame, target, mark);
    const old = before ?? recorder.heldIn(slots)[index];
    const others = recorder.take(mark + used);
    recorder.drop(mark);
    const made = new Provenance(
      'computed',
      recorder.here,
      code,
      now,
      old === undefined ? others : [old, ...others],
    );
    const written = recorder.write(slots, index, target, now, [made]);
    recorder.push(value, code.kind === 'increment' && old !== undefined ? old : written);
    return value;
  };
}
