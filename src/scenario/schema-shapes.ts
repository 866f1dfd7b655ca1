import * as v from 'valibot';
import { problemLimit } from './problem.ts';

/*
 * Objects and lists of a hostile file. Valibot takes a list for an object without fields, and finds the methods of
 * lists among its fields; it reads a list whole before it looks at its length, and collects every problem there is.
 * Here what a value is and how long it is comes first, and reading ends with as many problems as are ever told.
 */

type Run = v.GenericSchema['~run'];
type Config = Parameters<Run>[1];
type Dataset = ReturnType<Run>;
type Issue = v.BaseIssue<unknown>;
type Key = string | number;

/** An object with these fields and no others. What is said of another one names those there are, for `explain`. */
export const object = <const E extends v.ObjectEntries>(entries: E) =>
  noList(v.strictObject(entries, Object.keys(entries).join(' ')));

/** An object with these fields, and any others beside them. */
export const openObject = <const E extends v.ObjectEntries, const R extends v.GenericSchema>(
  entries: E,
  rest: R,
) => noList(v.objectWithRest(entries, rest));

/** One of several objects, told apart by the field `key`. */
export const oneOf = <const K extends string, const O extends v.VariantOptions<K>>(key: K, options: O) =>
  noList(v.variant(key, options));

/** An object whose fields have any names of one kind. */
export function recordOf<const N extends v.GenericSchema<string, string>, const V extends v.GenericSchema>(
  name: N,
  item: V,
) {
  return withRun(noList(v.record(name, item)), (run, value, config) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return run({ value }, config);
    return readEach(value, Object.entries(value), (field, key) => {
      const named = name['~run']({ value: key }, config);
      return named.issues === undefined ? item['~run']({ value: field }, config) : named;
    });
  });
}

/** A list of at most `limit` things. */
export function listOf<const S extends v.GenericSchema>(item: S, limit: number) {
  const most = v.maxLength<readonly unknown[], number>(limit);
  return withRun(v.pipe(v.array(item), v.maxLength(limit)), (run, value, config) => {
    if (!Array.isArray(value)) return run({ value }, config);
    if (value.length > limit) return most['~run']({ typed: true, value }, config);
    return readEach(value, value.entries(), (one) => item['~run']({ value: one }, config));
  });
}

/** One thing, or a list of at most `limit` of them. */
export function oneOrList<const S extends v.GenericSchema>(item: S, limit: number) {
  const list = listOf(item, limit);
  return withRun(v.union([item, list]), (_, value, config) =>
    (Array.isArray(value) ? list : item)['~run']({ value }, config),
  );
}

/** The same schema, read in another way. */
function withRun<const S extends v.GenericSchema>(
  schema: S,
  read: (run: Run, value: unknown, config: Config) => Dataset,
): S {
  const run: Run = (dataset, config) => schema['~run'](dataset, config);
  return { ...schema, '~run': ({ value }, config) => read(run, value, config) };
}

/** A list is no object, and is told as what it is. */
const noList = <const S extends v.GenericSchema>(schema: S): S =>
  withRun(schema, (run, value, config) => {
    if (!Array.isArray(value)) return run({ value }, config);
    const { issues } = run({ value: null }, config);
    const [first] = issues ?? [];
    return first === undefined
      ? { typed: true, value }
      : { typed: false, value, issues: [{ ...first, input: value }] };
  });

/** Reads the parts of a list or an object, up to the one with which there are problems enough. */
function readEach(
  input: object,
  parts: Iterable<readonly [Key, unknown]>,
  read: (part: unknown, key: Key) => Dataset,
): Dataset {
  const found: (readonly [Key, unknown])[] = [];
  const issues: Issue[] = [];
  for (const [key, value] of parts) {
    const one = read(value, key);
    found.push([key, one.value]);
    for (const issue of one.issues ?? []) {
      const item = { type: 'unknown', origin: 'value', input, key, value } as const;
      issues.push({ ...issue, path: [item, ...(issue.path ?? [])] });
    }
    if (issues.length >= problemLimit) break;
  }
  const [first, ...more] = issues;
  if (first !== undefined) return { typed: false, value: input, issues: [first, ...more] };
  const value = Array.isArray(input) ? found.map(([, part]) => part) : Object.fromEntries(found);
  return { typed: true, value };
}
