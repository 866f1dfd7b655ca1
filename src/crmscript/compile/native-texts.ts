import type { BoundExpression } from '../analysis/types/bound-tree.ts';
import type { Type } from '../analysis/types/types.ts';
import { takesRoom } from './pure.ts';
import { ownedObject } from './default-value.ts';
import { detached } from '../run/detach.ts';
import { longText, type Run } from '../run/run-state.ts';

export type Native = (run: Run, ...args: readonly unknown[]) => unknown;

const isText = ({ type }: BoundExpression): boolean => type.name === 'String';

/** Long texts that natives are given are paid for when they are looked into. */
export function looking(native: Native, operands: readonly BoundExpression[]): Native {
  const [first, second, third, fourth] = operands.map(isText);
  if (second === true && third !== true && fourth !== true && operands.length <= 4) {
    return (run, a, b, c, d) => {
      if (first === true) lookAt(run, a);
      lookAt(run, b);
      return native(run, a, b, c, d);
    };
  }
  if (third === true || fourth === true || operands.length > 4) {
    return (run, ...args) => {
      for (const value of args) if (typeof value === 'string') lookAt(run, value);
      return native(run, ...args);
    };
  }
  if (first !== true) return native;
  return (run, a, b, c) => {
    lookAt(run, a);
    return native(run, a, b, c);
  };
}

function lookAt(run: Run, text: unknown): void {
  if (text !== null && (text as string).length > longText) run.look(text as string);
}

type Own = (run: Run, value: unknown, whole: number) => unknown;

/** Texts that natives give back are accounted for here, and do not keep the text that they were cut out of. */
export function owning(native: Native, operands: readonly BoundExpression[], type: Type): Native {
  const [first] = operands;
  const ofText = first !== undefined && isText(first);
  const own = ownerOf(type, ofText);
  if (own === undefined) return native;
  if (own === ownText && !ofText && operands.length <= 4) {
    return (run, a, b, c, d) => {
      const text = native(run, a, b, c, d) as string | null;
      if (text !== null) run.allocate(16 + 2 * Math.min(text.length, 1024), run.at);
      return text;
    };
  }
  const whole = ofText ? (self: unknown) => (self as string | null)?.length ?? 0 : () => 0;
  if (operands.length > 4) return (run, ...args) => own(run, native(run, ...args), whole(args[0]));
  return (run, a, b, c, d) => own(run, native(run, a, b, c, d), whole(a));
}

function ownerOf(type: Type, ofText: boolean): Own | undefined {
  if (type.name === 'String') return ownText;
  if (type.kind === 'array') return type.name === 'String[]' && ofText ? ownTexts : undefined;
  if (dates.has(type.name)) return ownDate;
  return type.kind === 'class' && takesRoom(type) ? ownObject : undefined;
}

/** Calendars are slow: as much work as some statements. */
const dates: ReadonlySet<string> = new Set(['Date', 'Time', 'DateTime']);
const workOfDate = 10_240;

function ownDate(run: Run, value: unknown): unknown {
  run.work(workOfDate);
  return ownObject(run, value);
}

function ownObject(run: Run, value: unknown): unknown {
  run.allocate(ownedObject, run.at);
  return value;
}

function ownText(run: Run, value: unknown, whole: number): unknown {
  const text = value as string | null;
  if (text === null) return null;
  run.allocate(16 + 2 * Math.min(text.length, 1024), run.at);
  const own = detached(text, whole);
  if (own.length > longText) run.memory.made(own);
  return own;
}

function ownTexts(_run: Run, value: unknown, whole: number): unknown {
  const texts = value as string[];
  if (whole > 64) texts.forEach((text, index) => (texts[index] = detached(text, whole)));
  return texts;
}
