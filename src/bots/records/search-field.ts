import type { Caller } from '../api/caller.ts';
import { compare } from './criteria.ts';

/** `table.column`, or `table.link.column` through columns that name rows of other tables; perhaps with a function. */
export type Field = {
  readonly text: string;
  readonly table: string;
  readonly path: readonly string[];
  /** The table and the path in small letters, as they are compared. */
  readonly owner: string;
  readonly keys: readonly string[];
  readonly function?: FieldFunction;
};

/** Functions of one value. */
const scalars = {
  upper: (text: string): string => text.toUpperCase(),
  lower: (text: string): string => text.toLowerCase(),
  hour: (text: string): string => String(Number(text.slice(11, 13))),
  /** 0 is Monday, as `getWeekDay` counts; the numbers of the database are not documented. */
  wday: (text: string): string => {
    const day = Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / 86_400_000;
    return Number.isNaN(day) ? '' : String((((day + 3) % 7) + 7) % 7);
  },
  date: (text: string): string => text.slice(0, 10),
  time: (text: string): string => text.slice(11),
  casttovarchar: (text: string): string => text,
} as const;

/** Functions of all values of a group that there are. */
const aggregates = {
  count: (values: readonly string[]) => String(values.length),
  sum: (values: readonly string[]) => (values.length === 0 ? null : String(sum(values))),
  avg: (values: readonly string[]) => (values.length === 0 ? null : String(sum(values) / values.length)),
  min: (values: readonly string[]) => [...values].sort(compare)[0] ?? null,
  max: (values: readonly string[]) => [...values].sort(compare).at(-1) ?? null,
} as const;

type Scalar = keyof typeof scalars;
type Aggregate = keyof typeof aggregates;
export type FieldFunction = Scalar | Aggregate;

const isScalar = (name: string): name is Scalar => Object.hasOwn(scalars, name);
const isAggregateName = (name: string): name is Aggregate => Object.hasOwn(aggregates, name);

/** Whether the field is about all rows of a group. */
export const isAggregate = (field: Field): boolean =>
  field.function !== undefined && isAggregateName(field.function);

export function fieldOf(caller: Caller, text: string, name = ''): Field {
  const [table = '', ...path] = text.trim().split('.');
  if (table === '' || path.length === 0 || path.includes('')) {
    return caller.fail(
      'RunTimeException',
      `SearchEngine: "${text}" is no field. Write the table in front: table.column.`,
    );
  }
  const keys = path.map((column) => column.toLowerCase());
  const field = { text: text.trim(), table, path, owner: table.toLowerCase(), keys };
  return name === '' ? field : { ...field, function: functionOf(caller, name) };
}

/** `FuncCount` and `count` are the same, in any letter case. */
function functionOf(caller: Caller, text: string): FieldFunction {
  const name = text.trim().toLowerCase().replace(/^func/, '');
  if (isScalar(name) || isAggregateName(name)) return name;
  return caller.fail(
    'NotAvailableOffline',
    `SearchEngine: the function "${text}" is not rehearsed. There are count, avg, sum, max, min, hour, wday, upper and lower.`,
  );
}

/** The field of one row, its function applied. */
export function applied(field: Field, value: string | null): string | null {
  const { function: name } = field;
  return value === null || name === undefined || !isScalar(name) ? value : scalars[name](value);
}

/** The field of a group of rows: an aggregate of all, else that of the first. */
export function ofGroup<Row>(
  field: Field,
  group: readonly Row[],
  read: (row: Row, field: Field) => string | null,
): string | null {
  const [first] = group;
  const { function: name } = field;
  if (name !== undefined && isAggregateName(name)) {
    return aggregates[name](group.flatMap((row) => read(row, field) ?? []));
  }
  return first === undefined ? null : read(first, field);
}

const sum = (values: readonly string[]): number =>
  values.reduce((total, value) => total + (Number(value) || 0), 0);
