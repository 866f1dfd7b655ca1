/** One condition of a search. `join` and `not` lead to the next one; a deeper `level` stands in parentheses (crm §14). */
export type Criterion<Field> = {
  readonly field: Field;
  readonly operator: Operator;
  readonly value: string | Field;
  readonly join: 'and' | 'or';
  /** The next one must not be met. */
  readonly not: boolean;
  readonly level: number;
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
export function joinOf(text: string): { readonly join: 'and' | 'or'; readonly not: boolean } {
  const name = text
    .toLowerCase()
    .replace(/^operator/, '')
    .trim();
  return { join: name.endsWith('or') ? 'or' : 'and', not: name.startsWith('not') };
}

const number = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/;

/** Numbers by value, texts without their letter case, as the database compares them; no value is "". */
export function compare(a: string | null, b: string | null): number {
  const [left, right] = [a ?? '', b ?? ''];
  if (number.test(left) && number.test(right)) return Number(left) - Number(right);
  const [x, y] = [left.toLowerCase(), right.toLowerCase()];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** `%` is any run of characters, `_` any one. */
function isLike(text: string, pattern: string): boolean {
  const source = text.toLowerCase();
  const parts = pattern.toLowerCase().split('%');
  const fits = (part: string, at: number): boolean => {
    if (at < 0 || at + part.length > source.length) return false;
    for (let k = 0; k < part.length; k++) {
      if (part[k] !== '_' && part[k] !== source[at + k]) return false;
    }
    return true;
  };
  const first = parts.shift() ?? '';
  if (!fits(first, 0)) return false;
  if (parts.length === 0) return source.length === first.length;
  const last = parts.pop() ?? '';
  let from = first.length;
  for (const part of parts) {
    while (from <= source.length && !fits(part, from)) from += 1;
    if (from > source.length) return false;
    from += part.length;
  }
  return source.length - last.length >= from && fits(last, source.length - last.length);
}

/** Whether a row meets the conditions, as in SQL: deeper levels are worked out first, and binds before or. */
export function meets<Field>(
  criteria: readonly Criterion<Field>[],
  read: (field: Field) => string | null,
  isField: (value: string | Field) => value is Field,
): boolean {
  let at = 0;
  const test = ({ field, operator, value }: Criterion<Field>): boolean =>
    operators[operator](read(field), isField(value) ? (read(value) ?? '') : value);
  const group = (level: number): boolean => {
    let earlier = false;
    let together: boolean | undefined;
    let before: Criterion<Field> | undefined;
    for (let next = criteria[at]; next !== undefined && next.level >= level; next = criteria[at]) {
      const deeper = next.level > level;
      const met = deeper ? group(next.level) : test(next);
      if (!deeper) at += 1;
      const value = met !== (before?.not ?? false);
      if (before?.join === 'or') {
        earlier ||= together ?? false;
        together = value;
      } else together = (together ?? true) && value;
      before = criteria[at - 1];
    }
    return earlier || (together ?? true);
  };
  return group(Math.min(0, ...criteria.map(({ level }) => level)));
}
