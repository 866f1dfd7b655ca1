import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  createLibrary,
  withTables,
  type Library,
  type NativeFunction,
  type NativeImplementation,
} from '../../src/crmscript/library.ts';
import { nativesOf, outcomeOf, replaceNatives, toldPrograms, type Named } from './program-files.ts';
import { tables } from './tables.ts';

/*
 * Each constructor, method and function of the language's own library is called by at least one program of
 * tests/programs, and a program fails when it gives something else.
 */

const own = createLibrary();
const natives = nativesOf(own);

type Wrap = (implementation: NativeImplementation) => NativeImplementation;

/** The native with each of its implementations wrapped. */
function wrapped(native: NativeFunction, wrap: Wrap): NativeFunction {
  const { run, changes, bind, returning } = native;
  return {
    ...native,
    ...(run && { run: wrap(run) }),
    ...(changes && { changes: wrap(changes) }),
    ...(bind && { bind: (type) => wrap(bind(type)) }),
    ...(returning && { returning: (type) => wrap(returning(type)) }),
  };
}

const complete = (library: Library): Library => withTables(library, tables);

/** The programs that call each native, and what each program comes to. */
function watch(): {
  readonly callers: ReadonlyMap<NativeFunction, ReadonlySet<string>>;
  readonly outcomes: ReadonlyMap<string, string>;
} {
  const callers = new Map<NativeFunction, Set<string>>();
  let program = '';
  const watching = replaceNatives(own, (native) => {
    const found = new Set<string>();
    callers.set(native, found);
    return wrapped(native, (implementation) => (context, ...args) => {
      found.add(program);
      return implementation(context, ...args);
    });
  });
  const library = complete(watching);
  const outcomes = new Map<string, string>();
  for (const name of toldPrograms.keys()) {
    program = name;
    outcomes.set(name, outcomeOf(name, library));
  }
  return { callers, outcomes };
}

/** Another value of the same type; the same where there is none to be made. */
function other(value: unknown): unknown {
  if (typeof value === 'number') return value === 0 ? 1 : value - 1;
  if (typeof value === 'bigint') return value + 1n;
  if (typeof value === 'string') return value === '' ? 'x' : value.slice(0, -1);
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return value.slice(1);
  if (value instanceof Temporal.PlainTime) return value.add({ minutes: 1 });
  if (value instanceof Temporal.PlainDate) return value.subtract({ days: 1 });
  if (value instanceof Temporal.PlainDateTime) return value.subtract({ days: 1 });
  return value;
}

/** Gives something else; what changes a variable leaves it, and what gives nothing does nothing. */
function spoilt(native: NativeFunction): NativeFunction {
  if (native.changes !== undefined) return { ...native, changes: (_context, self: unknown) => self };
  if (native.signature.startsWith('Void ')) return wrapped(native, () => () => null);
  return wrapped(
    native,
    (implementation) =>
      (context, ...args) =>
        other(implementation(context, ...args)),
  );
}

/** They do nothing here, or give an empty object. */
const withoutConsequence =
  /^(?:Void (?:debugWait|enableDebug|flushCaches|forceSaveTrace)\(|(?:Integer|Long|Float|String): \w+\(\)$)/;
/** What gives an object of ours: there is none other to be made. */
const givesObject =
  /(?:^|: )(?:XMLNode|Map|Vector|Generic|NSStream|TimeZone|TimeSpan|JSONBuilder|StringMatrix|StringObjectDictionary|Timer|FHBitSet|Parser|Rsa)[ (]/;

describe('the programs of the language', () => {
  const { callers, outcomes } = watch();

  it('call everything that the library has', () => {
    expect(natives.length).toBeGreaterThan(300);
    expect(natives.filter(({ native }) => callers.get(native)?.size === 0).map(({ name }) => name)).toEqual(
      [],
    );
  });

  it('notice when any of it gives something else', () => {
    const isNoticed = ({ native }: Named): boolean => {
      const library = complete(replaceNatives(own, (one) => (one === native ? spoilt(native) : one)));
      return [...(callers.get(native) ?? [])].some((name) => outcomeOf(name, library) !== outcomes.get(name));
    };
    const told = natives.filter(({ name }) => !withoutConsequence.test(name) && !givesObject.test(name));

    expect(told.length).toBeGreaterThan(250);
    expect(told.filter((one) => !isNoticed(one)).map(({ name }) => name)).toEqual([]);
  });
});
