import type { Library } from '../library/parts.ts';
import { classFrom, enumFrom, functionsFrom, type EnumMembers } from '../library/superoffice/from-tables.ts';
import { tableClasses, tableFunctions } from '../library/superoffice/table-names.ts';
import { mayBeInTables, nameOf, type Tables } from '../library/superoffice/tables.ts';
import type { LinkedClass, LinkedFunction, MethodTable } from './types/linked.ts';
import type { NativeClass, NativeFunction } from './types/native.ts';
import { parseSignature } from './types/signature.ts';
import { arrayOf, genericType, voidType, type ClassType, type Type } from './types/types.ts';

/** The library with type names resolved as they are needed, made once for each library. */
export class LinkedLibrary {
  readonly #library: Library;
  readonly #natives: ReadonlyMap<string, NativeClass>;
  readonly #functionsByName: ReadonlyMap<string, readonly NativeFunction[]>;
  readonly #types = new Map<string, ClassType>();
  readonly #functions = new Map<string, readonly LinkedFunction[]>();
  /** Methods of arrays and structs, as long as there is the type. */
  readonly #bound = new WeakMap<Type, MethodTable>();

  constructor(library: Library) {
    this.#library = library;
    this.#natives = new Map(library.classes.map((native) => [native.name, native]));
    this.#functionsByName = byName(library.functions);
  }

  /** A built-in type by name. */
  type(name: string): Type | undefined {
    if (name === 'Void') return voidType;
    if (name === 'Generic') return genericType;
    const known = this.#types.get(name);
    if (known !== undefined) return known;
    const native = this.#native(name);
    if (native === undefined) return undefined;
    // Not as the script has it: a piece of a text may keep all of it.
    const own = native.name;
    let definition: LinkedClass | undefined;
    const type: ClassType = {
      kind: 'class',
      name: own,
      get definition() {
        return (definition ??= define());
      },
    };
    const define = (): LinkedClass => ({
      native,
      constructors: native.constructors.map((constructor) => this.#link(constructor, own)),
      methods: this.#methodTable(native.methods, own),
    });
    this.#types.set(own, type);
    return type;
  }

  /** The built-in type that must be there. */
  basic(name: string): Type {
    const type = this.type(name);
    if (type === undefined) throw new Error(`The library has no type ${name}.`);
    return type;
  }

  /** Every overload of a function; none where there is no such function. */
  functionsOf(name: string): readonly LinkedFunction[] {
    const known = this.#functions.get(name);
    if (known !== undefined) return known;
    const natives =
      this.#functionsByName.get(name) ??
      (tableFunctions.has(name) ? this.#tables(name, (tables) => functionsFrom(tables, name)) : undefined) ??
      [];
    if (natives.length === 0) return [];
    const linked = natives.map((native) => this.#link(native, ''));
    this.#functions.set(linked[0]?.name ?? name, linked);
    return linked;
  }

  /** The members of an enumeration; `counted` when their numbers are only their places. */
  enumOf(name: string): EnumMembers | undefined {
    const members = this.#library.enums.get(name);
    if (members !== undefined) return { members, counted: false };
    return name.startsWith('NS') ? this.#tables(name, (tables) => enumFrom(tables, name)) : undefined;
  }

  get hasTables(): boolean {
    return this.#library.tables !== undefined;
  }

  /** Names of types, to compare a misspelt one with. The same with and without the tables. */
  classNames(): string[] {
    return [...this.#natives.keys(), ...(this.#library.tables === undefined ? [] : tableClasses)];
  }

  functionNames(): string[] {
    return [...this.#functionsByName.keys(), ...(this.#library.tables === undefined ? [] : tableFunctions)];
  }

  /** The methods of a type. */
  methodsOf(type: Type): MethodTable {
    if (type.kind === 'class') return type.definition.methods;
    if (type.kind !== 'array' && type.kind !== 'struct') return noMethods;
    const known = this.#bound.get(type);
    if (known !== undefined) return known;
    const natives = type.kind === 'array' ? this.#library.arrayMethods : this.#library.structMethods;
    const methods = this.#methodTable(natives, type.name, type.kind === 'array' ? type.element : type);
    this.#bound.set(type, methods);
    return methods;
  }

  /** The class in the library, completed by the tables where it says so, else that of the tables. */
  #native(name: string): NativeClass | undefined {
    const native = this.#natives.get(name);
    if (native !== undefined && native.tables === undefined) return native;
    const entry = this.#tables(name, (tables) => classFrom(tables, name));
    if (native === undefined) return entry;
    if (entry === undefined) return native.tables === 'optional' ? native : undefined;
    const own = new Set(native.methods.map(({ signature }) => shapeOf(signature)));
    const others = entry.methods.filter(({ signature }) => !own.has(shapeOf(signature)));
    return { ...native, methods: [...native.methods, ...others] };
  }

  #tables<T>(name: string, read: (tables: Tables) => T): T | undefined {
    const { tables } = this.#library;
    return tables === undefined || !mayBeInTables(name) ? undefined : read(tables());
  }

  #methodTable(natives: readonly NativeFunction[], owner: string, element?: Type): MethodTable {
    const unlinked = byName(natives);
    const linked = new Map<string, readonly LinkedFunction[]>();
    return {
      has: (name) => unlinked.has(name),
      keys: () => unlinked.keys(),
      get: (name) => {
        const known = linked.get(name);
        if (known !== undefined) return known;
        const natives = unlinked.get(name);
        if (natives === undefined) return undefined;
        const made = withOtherwise(natives.map((native) => this.#link(native, owner, element)));
        linked.set(made[0]?.name ?? name, made);
        return made;
      },
    };
  }

  #link(native: NativeFunction, owner: string, element?: Type): LinkedFunction {
    const signature = parseSignature(native.signature);
    const find = (text: string): Type => this.#find(text, element, native.signature);
    const returns = signature.returns === '' ? find(signature.name) : find(signature.returns);
    const bound = element === undefined ? undefined : native.bind?.(element);
    return {
      name: signature.name,
      owner,
      returns,
      parameters: signature.parameters.map(({ name, type }) => ({ name, type: find(type) })),
      native,
      run: bound ?? native.returning?.(returns) ?? native.run,
    };
  }

  #find(text: string, element: Type | undefined, signature: string): Type {
    if (text.endsWith('[]')) return arrayOf(this.#find(text.slice(0, -2), element, signature));
    const type = text === 'T' ? element : this.type(text);
    if (type === undefined) throw new Error(`Unknown type ${text} in the signature "${signature}".`);
    return type;
  }
}

function byName(natives: readonly NativeFunction[]): ReadonlyMap<string, readonly NativeFunction[]> {
  const found = new Map<string, NativeFunction[]>();
  for (const native of natives) {
    const name = nameOf(native.signature);
    const others = found.get(name);
    if (others === undefined) found.set(name, [native]);
    else others.push(native);
  }
  return found;
}

/** What tells overloads apart. */
const shapeOf = (signature: string): string => {
  const { name, parameters } = parseSignature(signature);
  return `${name}(${parameters.map(({ type }) => type).join(',')})`;
};

/** Of two that only their result tells apart, the one that pages are divided about stands behind the other. */
function withOtherwise(overloads: readonly LinkedFunction[]): readonly LinkedFunction[] {
  const divided = overloads.filter(({ native }) => native.divided === true);
  if (divided.length === 0) return overloads;
  const behind = new Map<string, LinkedFunction>();
  const plain = overloads.filter(({ native }) => native.divided !== true);
  const shapes = new Set(plain.map(({ native }) => shapeOf(native.signature)));
  const others = divided.filter((one) => {
    const shape = shapeOf(one.native.signature);
    if (shapes.has(shape)) behind.set(shape, one);
    return !shapes.has(shape);
  });
  const first = plain.map((one) => {
    const otherwise = behind.get(shapeOf(one.native.signature));
    return otherwise === undefined ? one : { ...one, otherwise };
  });
  return [...first, ...others];
}

const noMethods: MethodTable = new Map();

const linked = new WeakMap<Library, LinkedLibrary>();

/** The linked form of a library; made on first use. */
export function link(library: Library): LinkedLibrary {
  const known = linked.get(library);
  if (known !== undefined) return known;
  const made = new LinkedLibrary(library);
  linked.set(library, made);
  return made;
}
