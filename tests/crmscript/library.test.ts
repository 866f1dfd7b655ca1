import { describe, expect, it } from 'vitest';
import { botLibrary, libraryWith } from '../../src/bots/bot-library.ts';
import { link } from '../../src/crmscript/analysis/link.ts';
import { parseSignature } from '../../src/crmscript/analysis/types/signature.ts';
import { mentionsTables } from '../../src/crmscript/library.ts';
import { tableClasses, tableFunctions } from '../../src/crmscript/library/superoffice/table-names.ts';
import { nameOf } from '../../src/crmscript/library/superoffice/tables.ts';
import { tables } from './tables.ts';

const library = libraryWith(tables);
const linked = link(library);

const shapeOf = (signature: string): string => {
  const { name, parameters } = parseSignature(signature);
  return `${name}(${parameters.map(({ type }) => type).join(', ')})`;
};

/** Every overload of a class, as names and types, however it came there. */
function shapesOf(className: string): ReadonlySet<string> {
  const type = linked.type(className);
  if (type?.kind !== 'class') throw new Error(`There is no class ${className}.`);
  const { constructors, methods } = type.definition;
  const found = [...methods.keys()].flatMap((name) => methods.get(name) ?? []);
  return new Set([...constructors, ...found].map(({ native }) => shapeOf(native.signature)));
}

function documented(className: string): string[] {
  const { fields, methods = [], constructors = [`${className}()`] } = tables().classes[className] ?? {};
  const accessors = (fields ?? '')
    .split(' ')
    .filter((field) => field !== '')
    .flatMap((field) => {
      const [name = '', type = ''] = field.split(':');
      return [`Get${name}()`, `Set${name}(${type})`];
    });
  return [...accessors, ...methods.map(shapeOf), ...constructors.map(shapeOf)];
}

describe('the library', () => {
  it('has every documented method and constructor', () => {
    const missing = Object.keys(tables().classes).flatMap((className) => {
      const shapes = shapesOf(className);
      return documented(className).filter((shape) => !shapes.has(shape));
    });

    expect(missing).toEqual([]);
  });

  it('has every documented function, in every overload', () => {
    const missing = tables().functions.filter((signature) => {
      const overloads = linked.functionsOf(nameOf(signature));
      return !overloads.some(({ native }) => shapeOf(native.signature) === shapeOf(signature));
    });

    expect(missing).toEqual([]);
  });

  it('can run everything that it has', () => {
    const classes = [...new Set([...linked.classNames(), ...Object.keys(tables().classes)])];
    const broken = classes.flatMap((className) => {
      const type = linked.type(className);
      if (type?.kind !== 'class') return [className];
      const { constructors, methods } = type.definition;
      const all = [...constructors, ...[...methods.keys()].flatMap((name) => methods.get(name) ?? [])];
      return all
        .filter(({ run, native }) => run === undefined && native.changes === undefined)
        .map(({ native }) => `${className}: ${native.signature}`);
    });

    expect(broken).toEqual([]);
  });

  it('knows the names in the tables without loading them', () => {
    expect(
      Object.keys(tables().classes).filter((name) => !name.startsWith('NS') && !tableClasses.has(name)),
    ).toEqual([]);
    expect([...new Set(tables().functions.map(nameOf))].filter((name) => !tableFunctions.has(name))).toEqual(
      [],
    );
    expect(Object.keys(tables().enums).filter((name) => !name.startsWith('NS'))).toEqual([]);
  });

  it('needs the tables for what only they have', () => {
    expect(mentionsTables(library, 'Map m; HTTP h; SearchEngine s; NSStream t; print("x");')).toBe(false);
    expect(mentionsTables(library, 'Ticket t;')).toBe(true);
    expect(mentionsTables(library, 'Integer i = NSUDefType.Contact;')).toBe(true);
    expect(mentionsTables(library, 'getMainMenu();')).toBe(true);
  });

  it('never asks for the tables where no word of a script needs them', () => {
    const never = libraryWith(() => {
      throw new Error('The tables were asked for.');
    });
    const strict = link(never);
    const own = [...botLibrary.classes].filter((native) => native.tables === undefined);
    const types = own.map(({ name }) => strict.type(name));

    for (const type of types) {
      if (type?.kind !== 'class') continue;
      const { methods } = type.definition;
      for (const name of methods.keys()) if (name !== 'showDialog') methods.get(name);
    }
    for (const { signature } of botLibrary.functions) strict.functionsOf(nameOf(signature));
    expect(types).not.toContain(undefined);
  });
});
