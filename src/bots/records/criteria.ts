import { isLike } from './sql-like.ts';

/** One condition of a search. `join` leads to the next one; a deeper `level` stands in parentheses (crm §14). */
export type Criterion<Field> = {
  readonly field: Field;
  readonly operator: Operator;
  readonly value: string | Field;
  readonly join: Join;
  readonly level: number;
};

/** How two conditions become one: `nand` and `nor` are the contrary of both together. */
export type Join = 'and' | 'or' | 'nand' | 'nor';

const joins: Readonly<Record<Join, (a: boolean, b: boolean) => boolean>> = {
  and: (a, b) => a && b,
  or: (a, b) => a || b,
  nand: (a, b) => !(a && b),
  nor: (a, b) => !(a || b),
};

const operators = {
  equals: (a: string | null, b: string) => compare(a, b) === 0,
  notEquals: (a: string | null, b: string) => compare(a, b) !== 0,
  greater: (a: string | null, b: string) => compare(a, b) > 0,
  greaterOrEqual: (a: string | null, b: string) => compare(a, b) >= 0,
  less: (a: string | null, b: string) => compare(a, b) < 0,
  lessOrEqual: (a: string | null, b: string) => compare(a, b) <= 0,
  like: (a: string | null, b: string) => isLike(a ?? '', b),
  notLike: (a: string | null, b: string) => !isLike(a ?? '', b),
  begins: (a: string | null, b: string) => (a ?? '').toLowerCase().startsWith(b.toLowerCase()),
  ends: (a: string | null, b: string) => (a ?? '').toLowerCase().endsWith(b.toLowerCase()),
  contains: (a: string | null, b: string) => (a ?? '').toLowerCase().includes(b.toLowerCase()),
  notContains: (a: string | null, b: string) => !(a ?? '').toLowerCase().includes(b.toLowerCase()),
  in: (a: string | null, b: string) => b.split(',').some((one) => compare(a, one.trim()) === 0),
  notIn: (a: string | null, b: string) => !b.split(',').some((one) => compare(a, one.trim()) === 0),
  isNull: (a: string | null) => a === null || a === '',
  isNotNull: (a: string | null) => a !== null && a !== '',
} as const;

export type Operator = keyof typeof operators;

/** Ways to write an operator, without `Operator` in front, in small letters. */
const spellings: Readonly<Record<string, Operator>> = {
  '=': 'equals',
  equal: 'equals',
  equals: 'equals',
  is: 'isNull',
  null: 'isNull',
  isnull: 'isNull',
  isnot: 'isNotNull',
  isnotnull: 'isNotNull',
  notnull: 'isNotNull',
  '!=': 'notEquals',
  '<>': 'notEquals',
  notequal: 'notEquals',
  notequals: 'notEquals',
  unequals: 'notEquals',
  '>': 'greater',
  gt: 'greater',
  greater: 'greater',
  greaterthan: 'greater',
  '>=': 'greaterOrEqual',
  gte: 'greaterOrEqual',
  gteq: 'greaterOrEqual',
  ge: 'greaterOrEqual',
  greaterequals: 'greaterOrEqual',
  '<': 'less',
  lt: 'less',
  less: 'less',
  lessthan: 'less',
  '<=': 'lessOrEqual',
  lte: 'lessOrEqual',
  lteq: 'lessOrEqual',
  le: 'lessOrEqual',
  lessequals: 'lessOrEqual',
  like: 'like',
  notlike: 'notLike',
  begins: 'begins',
  beginswith: 'begins',
  ends: 'ends',
  endswith: 'ends',
  contains: 'contains',
  notcontains: 'notContains',
  in: 'in',
  notin: 'notIn',
};

/** The operator that a script names, in any letter case, with or without `Operator` in front. */
export function operatorOf(text: string): Operator | undefined {
  const name = text
    .toLowerCase()
    .replace(/^operator/, '')
    .trim();
  return Object.hasOwn(spellings, name) ? spellings[name] : undefined;
}

/** `OperatorOr`, `OperatorNotAnd`, `OperatorNotOr`, with or without `Operator` in front; all else is and. */
export function joinOf(text: string): Join {
  const name = text
    .toLowerCase()
    .replace(/^operator/, '')
    .trim();
  if (name.endsWith('or')) return name.startsWith('n') ? 'nor' : 'or';
  return name.startsWith('n') ? 'nand' : 'and';
}

const number = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/;

/** Numbers by value, texts without their letter case, as the database compares them; no value is "". */
export function compare(a: string | null, b: string | null): number {
  const [left, right] = [a ?? '', b ?? ''];
  if (number.test(left) && number.test(right)) return Number(left) - Number(right);
  const [x, y] = [left.toLowerCase(), right.toLowerCase()];
  return x < y ? -1 : x > y ? 1 : 0;
}

/**
 * The conditions as one, in the order of SQL: deeper levels are worked out first, and and its contrary bind before or and
 * its. Undefined where there are none.
 */
export function combined<Field, T>(
  criteria: readonly Criterion<Field>[],
  leaf: (criterion: Criterion<Field>) => T,
  joined: (join: Join, a: T, b: T) => T,
): T | undefined {
  let at = 0;
  const group = (level: number): T | undefined => {
    /** What stands before the last or, and how it is joined. */
    let earlier: { readonly of: T; readonly join: Join } | undefined;
    let together: T | undefined;
    let join: Join = 'and';
    const all = (last: T): T => (earlier === undefined ? last : joined(earlier.join, earlier.of, last));
    for (let next = criteria[at]; next !== undefined && next.level >= level; next = criteria[at]) {
      const deeper = next.level > level;
      const one: T | undefined = deeper ? group(next.level) : leaf(next);
      if (!deeper) at += 1;
      if (one === undefined) continue;
      if (together === undefined) together = one;
      else if (join === 'and' || join === 'nand') together = joined(join, together, one);
      else {
        earlier = { of: all(together), join };
        together = one;
      }
      join = criteria[at - 1]?.join ?? 'and';
    }
    return together === undefined ? undefined : all(together);
  };
  return group(Math.min(0, ...criteria.map(({ level }) => level)));
}

/** Whether a row meets the conditions. */
export const meets = <Field>(
  criteria: readonly Criterion<Field>[],
  read: (field: Field) => string | null,
  isField: (value: string | Field) => value is Field,
): boolean =>
  combined<Field, boolean>(
    criteria,
    ({ field, operator, value }) =>
      operators[operator](read(field), isField(value) ? (read(value) ?? '') : value),
    (join, a, b) => joins[join](a, b),
  ) ?? true;
