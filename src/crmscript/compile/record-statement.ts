import type { BoundExpression, Site, Slot } from '../analysis/types/bound-tree.ts';
import type { FunctionSymbol } from '../analysis/types/symbols.ts';
import { Provenance } from '../run/provenance.ts';
import type { Eval, Frame, Run } from '../run/run-state.ts';

/* What is put around the parts of statements in a program whose values are recorded. */

/** A statement runs: what its expressions leave on the stack is used up when it is over. */
export const recordStatement =
  <T>(site: Site, begin: (run: Run, frame: Frame) => T): ((run: Run, frame: Frame) => T) =>
  (run, frame) => {
    const { recorder } = run;
    const mark = recorder.size;
    recorder.here = { statement: run.statements, site, run: recorder.run };
    const result = begin(run, frame);
    recorder.drop(mark);
    return result;
  };

/** A declaration puts something into its variable. */
export function recordDeclaration(site: Site, variable: Slot, evaluate: Eval, isGiven: boolean): Eval {
  const { global, slot } = variable;
  const name = declaredAt(site, variable);
  return (run, frame) => {
    const { recorder } = run;
    const mark = recorder.size;
    const value = evaluate(run, frame);
    const given = isGiven ? recorder.mades[mark] : undefined;
    recorder.drop(mark);
    const made = given ?? new Provenance('unset', recorder.here, undefined, value, []);
    recorder.write(global ? run.globals : frame, slot, name, value, [made]);
    return value;
  };
}

export const recordReturn =
  (evaluate: Eval): Eval =>
  (run, frame) => {
    const { recorder } = run;
    const mark = recorder.size;
    const value = evaluate(run, frame);
    const given = recorder.mades[mark];
    recorder.returned = new Provenance(
      'returned',
      recorder.here,
      undefined,
      value,
      given === undefined ? [] : [given],
    );
    return value;
  };

export const recordThrow =
  (evaluate: Eval): Eval =>
  (run, frame) => {
    const { recorder } = run;
    const mark = recorder.size;
    const value = evaluate(run, frame);
    recorder.thrown = recorder.mades[mark];
    return value;
  };

/** Says how what `catch` is told came to be. */
export function recordCaught(site: Site, variables: readonly Slot[]): (run: Run, frame: Frame) => void {
  const named = variables.map((variable) => ({ ...variable, name: declaredAt(site, variable) }));
  return (run, frame) => {
    const { recorder } = run;
    const { thrown } = recorder;
    recorder.here = { statement: run.statements, site, run: recorder.run };
    for (const { global, slot, name } of named) {
      const where = global ? run.globals : frame;
      const value = where[slot];
      const made = new Provenance(
        'caught',
        recorder.here,
        undefined,
        value,
        thrown === undefined ? [] : [thrown],
      );
      recorder.write(where, slot, name, value, [made]);
    }
    recorder.thrown = undefined;
  };
}

/** What a `foreach` goes through. */
export const recordList =
  (evaluate: Eval): Eval =>
  (run, frame) => {
    const { recorder } = run;
    const mark = recorder.size;
    const list = evaluate(run, frame);
    const made = recorder.mades[mark];
    if (made !== undefined) recorder.lists.set(list as object, made);
    return list;
  };

/** An element is put into the variable of a `foreach`. */
export function recordElement(
  site: Site,
  variable: Slot,
): (run: Run, frame: Frame, list: readonly unknown[], at: number) => void {
  const { global, slot } = variable;
  const name = declaredAt(site, variable);
  return (run, frame, list, at) => {
    const { recorder } = run;
    recorder.here = { statement: run.statements, site, run: recorder.run };
    const made = recorder.read(list, at, list[at], undefined, recorder.lists.get(list));
    recorder.write(global ? run.globals : frame, slot, name, list[at], [made]);
  };
}

/** A value that is made beside what is being evaluated, such as what a field begins with. */
export const recordAside =
  (evaluate: Eval): Eval =>
  (run, frame) => {
    const { recorder } = run;
    const mark = recorder.size;
    const value = evaluate(run, frame);
    recorder.drop(mark);
    return value;
  };

/** What a call hands over, and what it gives. */
export function recordCall(
  code: Extract<BoundExpression, { kind: 'call' }>,
  prepare: (run: Run, frame: Frame) => Frame,
  perform: (run: Run, frame: Frame) => unknown,
): Eval {
  const names = parametersOf(code.callee);
  return (run, frame) => {
    const { recorder } = run;
    const { here } = recorder;
    const mark = recorder.size;
    const next = prepare(run, frame);
    const given = recorder.take(mark);
    next.forEach((value, slot) => {
      const made = given[slot];
      recorder.heldIn(next)[slot] = new Provenance(
        'argument',
        here,
        names[slot],
        value,
        made === undefined ? [] : [made],
      );
    });
    recorder.returned = undefined;
    const value = perform(run, next);
    const returned = recorder.takeReturned();
    recorder.here = here;
    recorder.push(
      value,
      returned === undefined
        ? new Provenance('unset', here, code, value, [])
        : new Provenance('returned', returned.here, code, value, returned.from),
    );
    return value;
  };
}

const parametersOf = ({ owner, parameters }: FunctionSymbol): readonly string[] => {
  const names = parameters.map(({ name }) => name);
  return owner === undefined ? names : ['this', ...names];
};

/** The name of a variable that a statement declares: it is seen from there, or from the statement behind. */
const declaredAt = ({ routine, order }: Site, { slot, global }: Slot): string | undefined =>
  routine.variables.find((one) => one.slot === slot && one.global === global && one.from >= order)?.name;
