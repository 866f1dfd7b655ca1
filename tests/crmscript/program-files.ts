import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '../../src/crmscript/compile.ts';
import type { Library, NativeFunction } from '../../src/crmscript/library.ts';
import { run } from '../../src/crmscript/run.ts';
import { testEnvironment } from './run-source.ts';

const folder = fileURLToPath(new URL('../programs/', import.meta.url));
const isTold = /\/\/ expect(?: runtime error| host hint)?(?::| \()/;

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** The programs of tests/programs that say what they print or how they fail, by name. */
export const toldPrograms: ReadonlyMap<string, string> = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.crmscript') && !/(^|\/)parts\//.test(name))
    .map((name): [string, string] => [name, read(name)])
    .filter(([, source]) => isTold.test(source)),
);

/** The scripts that a program may include. */
export function partsOf(name: string): readonly { readonly name: string; readonly source: string }[] {
  const parts = join(folder, dirname(name), 'parts');
  if (!existsSync(parts)) return [];
  return readdirSync(parts).map((file) => ({
    name: file.replace('.crmscript', ''),
    source: readFileSync(join(parts, file), 'utf8'),
  }));
}

/** What a program prints, what it is told, and how it ends, with a library of one's own and its texts changed; '' when it does not run. */
export function outcomeOf(
  name: string,
  library: Library,
  changed = (source: string): string => source,
): string {
  const parts = join(folder, dirname(name), 'parts');
  const { program } = compile(changed(toldPrograms.get(name) ?? ''), {
    file: 'main',
    library,
    includes: (id) => {
      const part = join(parts, `${id}.crmscript`);
      return existsSync(part) ? { file: id, source: changed(readFileSync(part, 'utf8')) } : undefined;
    },
  });
  if (program === undefined) return '';
  const environment = testEnvironment();
  const { failure } = run(program, { environment });
  const { kind, text } = failure ?? { kind: '', text: '' };
  return [environment.printed.join(''), kind, text, ...environment.hints].join('\n');
}

/** A native function and how a failing test calls it. */
export type Named = { readonly name: string; readonly native: NativeFunction };

const namedIn = (owner: string, natives: readonly NativeFunction[]): Named[] =>
  natives.map((native) => ({
    name: owner === '' ? native.signature : `${owner}: ${native.signature}`,
    native,
  }));

/** Everything in a library that works here. */
export const nativesOf = (library: Library): readonly Named[] =>
  [
    ...namedIn('', library.functions),
    ...library.classes.flatMap(({ name, constructors, methods }) =>
      namedIn(name, [...constructors, ...methods]),
    ),
    ...namedIn('T[]', library.arrayMethods),
    ...namedIn('struct', library.structMethods),
  ].filter(({ native }) => native.needsServer === undefined);

/** The library with its functions put in the place of others. */
export function replaceNatives(library: Library, make: (native: NativeFunction) => NativeFunction): Library {
  return {
    ...library,
    functions: library.functions.map(make),
    classes: library.classes.map((native) => ({
      ...native,
      constructors: native.constructors.map(make),
      methods: native.methods.map(make),
    })),
    arrayMethods: library.arrayMethods.map(make),
    structMethods: library.structMethods.map(make),
  };
}
