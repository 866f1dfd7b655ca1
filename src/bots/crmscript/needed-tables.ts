import type { Library, NativeFunction, Tables, TablesSource } from '../../crmscript/library.ts';
import type { World } from '../../engine/world.ts';
import { carrierOf } from '../records/fixtures.ts';
import { lookupTables } from '../records/lookups.ts';
import { recordTables } from '../records/record-classes.ts';
import { hasTable } from '../records/rows.ts';

/** The table of each class that is a row of one. */
const classTables: ReadonlyMap<string, string> = new Map([
  ...recordTables,
  ['ReplyTemplate', 'reply_template'],
]);

/** Methods of records that read or write their table; the others only look at what the record holds. */
const reaching = /^\w+ (?:load|save\w*|find\w+|remove|delete)\(/;

const marked = (native: NativeFunction, name: string): NativeFunction =>
  native.needsServer === undefined ? { ...native, needsServer: name } : native;

const nameIn = (signature: string): string => /(\w+)\(/.exec(signature)?.[1] ?? '';

/** What is marked, by the library and the tables that a world lacks: few worlds differ in that. */
const made = new WeakMap<Library, Map<string, Library>>();

/**
 * The library as a world has it, to check with: what needs a table that is not there is marked as what needs a
 * server is, so that an author hears of it before the run.
 */
export function libraryFor(world: World, library: Library): Library {
  const wanted = new Set([...classTables.values(), ...lookupTables.values()]);
  const absent = [...wanted].filter((table) => !hasTable(world, table)).sort();
  const versions = made.get(library) ?? new Map<string, Library>();
  made.set(library, versions);
  const carriers = Object.keys(world.tables).filter((name) => name.startsWith('NS'));
  const key = [...absent, ...carriers.sort()].join(' ');
  const known = versions.get(key) ?? mark(library, new Set(absent), new Set(carriers));
  versions.set(key, known);
  return known;
}

const mark = (library: Library, absent: ReadonlySet<string>, carriers: ReadonlySet<string>): Library => ({
  ...library,
  ...(library.tables !== undefined && carriers.size > 0 && { tables: unmarked(library.tables, carriers) }),
  functions: library.functions.map((native) => {
    const name = nameIn(native.signature);
    return absent.has(lookupTables.get(name) ?? '') ? marked(native, name) : native;
  }),
  classes: library.classes.map((native) =>
    absent.has(classTables.get(native.name) ?? '')
      ? {
          ...native,
          methods: native.methods.map((method) =>
            reaching.test(method.signature)
              ? marked(method, `${native.name}.${nameIn(method.signature)}`)
              : method,
          ),
        }
      : native,
  ),
});

/** The tables, in which what stands on a table of the world needs no server. */
function unmarked(source: TablesSource, carriers: ReadonlySet<string>): TablesSource {
  let made: Tables | undefined;
  return () => {
    const tables = source();
    made ??= {
      ...tables,
      fixture: (signature, absent) => {
        const native = tables.fixture?.(signature, absent);
        if (native === undefined || !carriers.has(carrierOf(signature) ?? '')) return native;
        const { needsServer: _none, ...works } = native;
        return works;
      },
    };
    return made;
  };
}
