import { isLValue, type BoundExpression, type LValue } from '../analysis/types/bound-tree.ts';
import { onlyTells, unchanging } from '../harmless.ts';
import { MapValue } from '../library/collections/map.ts';
import { Provenance } from '../run/provenance.ts';
import { elementsOf, followList, itemsOf, readList } from './record-list.ts';
import type { Recorder } from '../run/recorder.ts';
import type { Eval, Frame, Run } from '../run/run-state.ts';
import { StructValue } from '../run/values.ts';

/* How calls of the library are recorded: what they gave, what they did to their object, and what they read back that was put there. */

type Native = Extract<BoundExpression, { kind: 'native' }>;

/** The place that a call changes, or the calls before it that hand it on; undefined where it changes none. */
function changedPlace({ callee, receiver }: Native): LValue | undefined {
  if (callee.native.changes === undefined) return undefined;
  let root = receiver;
  while (root?.kind === 'native' && root.callee.native.itself === true) root = root.receiver;
  return root !== undefined && isLValue(root) ? root : undefined;
}

export function recordNative(code: Native, evaluate: Eval): Eval {
  const place = changedPlace(code);
  if (place !== undefined) return recordChange(code, place, evaluate);
  return (run, frame) => {
    const { recorder } = run;
    const { here } = recorder;
    const open = recorder.begin(code);
    const value = evaluate(run, frame);
    recorder.end();
    recorder.here = here;
    const values = recorder.values.slice(open.mark);
    const from = recorder.take(open.mark);
    recorder.push(value, callOf(recorder, open, values, from, value));
    return value;
  };
}

type Open = ReturnType<Recorder['begin']> & { readonly code: BoundExpression };

function callOf(
  recorder: Recorder,
  open: Open,
  values: readonly unknown[],
  from: readonly Provenance[],
  value: unknown,
): Provenance {
  const { callee, receiver, args } = open.code as Native;
  const { name, owner } = callee;
  const given = receiver === undefined ? values : values.slice(1);
  const object = receiver === undefined ? undefined : objectIn(owner, values[0]);
  const subject = object ?? keeperOf(recorder, open.code as Native);
  const note = recorder.outside.note(owner, name, object, given);
  const tells = onlyTells(callee);
  const known = subject && tells ? readBack(recorder, subject, name, given, value, from[0]) : undefined;
  if (known !== undefined) return known;
  const history = subject && recorder.historyOf(subject);
  const elements =
    object !== undefined && tells && typeof value === 'string' ? elementsOf(recorder, object) : [];
  const made = recorder.called(
    open,
    value,
    elements.length === 0 ? from : [...from, ...elements],
    history,
    note,
  );
  args.forEach(({ type }, index) => {
    const object = given[index];
    if (type.kind === 'class' && !unchanging.has(type.name) && typeof object === 'object' && object !== null)
      recorder.did(object, made);
  });
  return subject === undefined || tells ? made : act(recorder, subject, name, given, from.at(-1), made);
}

const objectIn = (owner: string, value: unknown): object | undefined =>
  typeof value === 'object' && value !== null && !unchanging.has(owner) ? value : undefined;

/** What functions that belong to no object keep their values in. */
const keeperOf = (recorder: Recorder, { callee }: Native): object | undefined =>
  callee.owner === '' && /^(get|set)[A-Z]/.test(callee.name)
    ? recorder.outside.keeper(callee.name, recorder.here.run)
    : undefined;

/** Something is done to an object: what it leaves in it is known by the name and the first arguments. */
function act(
  recorder: Recorder,
  subject: object,
  name: string,
  given: readonly unknown[],
  last: Provenance | undefined,
  made: Provenance,
): Provenance {
  const followed = followList(recorder, subject, name, given, last);
  if (followed !== false) return followed === true ? made : followed;
  recorder.did(subject, made);
  if (itemsOf(subject) !== null || subject instanceof StructValue) recorder.heldIn(subject).length = 0;
  const key = /^(?:set|insert|put)(.*)$/i.exec(name)?.[1];
  if (key !== undefined && last !== undefined && given.length > 0) {
    const value = given.at(-1);
    const put = recorder.written(undefined, value, [last]);
    recorder.keep(subject, keyOf(key, given.slice(0, -1)), put);
  } else if (!leavesAll.test(name)) {
    recorder.forget(subject);
  }
  return made;
}

/** Methods that leave in an object what was put there by name. */
const leavesAll = /^(first|next|add|push|append|execute|finalize)/i;

/** What was put into an object, where the same is read out of it. */
function readBack(
  recorder: Recorder,
  subject: object,
  name: string,
  given: readonly unknown[],
  value: unknown,
  owner: Provenance | undefined,
): Provenance | undefined {
  const element = readList(recorder, subject, name, given, value, owner);
  if (element !== undefined) return element;
  if (subject instanceof MapValue && name === 'getVal')
    return recorder.kept(subject, keyOf('', [subject.keys()[subject.at]]), value);
  const key = /^get(.*?)(?:WithFallback)?$/i.exec(name)?.[1];
  if (key === undefined) return undefined;
  // What is not there came of nothing that was put there.
  if (subject instanceof MapValue && value === null)
    return new Provenance('unset', recorder.here, undefined, value, []);
  return recorder.kept(subject, keyOf(key, name.endsWith('WithFallback') ? given.slice(0, 1) : given), value);
}

export const keyOf = (name: string, given: readonly unknown[]): string =>
  [name.toLowerCase(), ...given.map((value) => (isPlain(value) ? String(value) : '?'))].join('\n');

const isPlain = (value: unknown): value is string | number | bigint | boolean =>
  ['string', 'number', 'bigint', 'boolean'].includes(typeof value);

/** Methods that change the variable on which they are called. */
function recordChange(code: Native, place: LValue, evaluate: Eval): Eval {
  return (run, frame) => {
    const { recorder } = run;
    const { here } = recorder;
    const before = heldAt(run, frame, place);
    const open = recorder.begin(code);
    const value = evaluate(run, frame);
    recorder.end();
    recorder.here = here;
    const { slots, index, now, used } = placeAt(run, frame, place, open.mark);
    const old = before ?? recorder.heldIn(slots)[index];
    const args = recorder.take(open.mark + used);
    recorder.drop(open.mark);
    const made = recorder.called(open, now, old === undefined ? args : [old, ...args], undefined, undefined);
    recorder.write(slots, index, place, now, [made]);
    recorder.push(value, made);
    return value;
  };
}

/** How that came to be what a variable holds now; undefined for fields and elements, which are not found yet. */
export function heldAt(run: Run, frame: Frame, place: LValue): Provenance | undefined {
  const { recorder } = run;
  if (place.kind === 'local') return recorder.read(frame, place.slot, frame[place.slot], place);
  if (place.kind === 'global') return recorder.read(run.globals, place.slot, run.globals[place.slot], place);
  return undefined;
}

/** Where a place is that has just been evaluated, what it holds, and how much of the stack finding it took. */
export function placeAt(
  run: Run,
  frame: Frame,
  place: LValue,
  mark: number,
): { readonly slots: object; readonly index: number; readonly now: unknown; readonly used: number } {
  const { values } = run.recorder;
  switch (place.kind) {
    case 'local':
      return { slots: frame, index: place.slot, now: frame[place.slot], used: 0 };
    case 'global':
      return { slots: run.globals, index: place.slot, now: run.globals[place.slot], used: 0 };
    case 'field': {
      const object = values[mark] as StructValue;
      return { slots: object, index: place.index, now: object.fields[place.index], used: 1 };
    }
    case 'element': {
      const list = values[mark] as unknown[];
      const index = (values[mark + 1] as number) | 0;
      return { slots: list, index, now: list[index], used: 2 };
    }
  }
}
