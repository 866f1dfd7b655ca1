import type { Library, NativeClass, NativeFunction, NativeImplementation } from '../library.ts';
import { parseSignature } from './signature.ts';
import { arrayOf, genericType, voidType, type ClassType, type Type } from './types.ts';

/** A native function, method or constructor with its types found. */
export type LinkedFunction = {
  readonly name: string;
  /** The class to which it belongs, if any. */
  readonly owner: string;
  readonly returns: Type;
  readonly parameters: readonly { readonly name: string; readonly type: Type }[];
  readonly native: NativeFunction;
  /** For methods of arrays and structs: made for the element or struct type. */
  readonly run: NativeImplementation | undefined;
};

export type LinkedClass = {
  readonly native: NativeClass;
  readonly constructors: readonly LinkedFunction[];
  readonly methods: ReadonlyMap<string, readonly LinkedFunction[]>;
};

/** The library with all type names resolved, made once for each library. */
export class LinkedLibrary {
  readonly functions = new Map<string, LinkedFunction[]>();
  readonly classes = new Map<string, ClassType>();
  readonly enums: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Methods of every array, with `T` for the element type. */
  readonly #arrayMethods: readonly NativeFunction[];
  readonly #structMethods: readonly NativeFunction[];
  readonly #bound = new Map<string, ReadonlyMap<string, readonly LinkedFunction[]>>();

  constructor(library: Library) {
    this.#arrayMethods = library.arrayMethods;
    this.#structMethods = library.structMethods;
    this.enums = library.enums;
    for (const native of library.classes) {
      const definition = { native, constructors: [], methods: new Map<string, LinkedFunction[]>() };
      this.classes.set(native.name, { kind: 'class', name: native.name, definition });
    }
    for (const native of library.classes) this.#fill(native);
    for (const native of library.functions) {
      const linked = this.#link(native, '');
      this.functions.set(linked.name, [...(this.functions.get(linked.name) ?? []), linked]);
    }
  }

  /** A built-in type by name. */
  type(name: string): Type | undefined {
    if (name === 'Void') return voidType;
    if (name === 'Generic') return genericType;
    return this.classes.get(name);
  }

  /** The built-in type that must be there. */
  basic(name: string): Type {
    const type = this.type(name);
    if (type === undefined) throw new Error(`The library has no type ${name}.`);
    return type;
  }

  /** The methods of an array or struct type. */
  methodsOf(type: Type): ReadonlyMap<string, readonly LinkedFunction[]> {
    if (type.kind === 'class') return type.definition.methods;
    if (type.kind !== 'array' && type.kind !== 'struct') return new Map();
    const key = type.name;
    // A struct's type differs from program to program, so only arrays of built-in types are kept.
    const keep = type.kind === 'array' && isBuiltIn(type);
    const known = keep ? this.#bound.get(key) : undefined;
    if (known !== undefined) return known;
    const natives = type.kind === 'array' ? this.#arrayMethods : this.#structMethods;
    const element = type.kind === 'array' ? type.element : type;
    const methods = new Map<string, LinkedFunction[]>();
    for (const native of natives) {
      const linked = this.#link(native, type.name, element);
      methods.set(linked.name, [...(methods.get(linked.name) ?? []), linked]);
    }
    if (keep) this.#bound.set(key, methods);
    return methods;
  }

  #fill(native: NativeClass): void {
    const definition = this.classes.get(native.name)?.definition;
    if (definition === undefined) return;
    const constructors = definition.constructors as LinkedFunction[];
    const methods = definition.methods as Map<string, LinkedFunction[]>;
    for (const constructor of native.constructors) constructors.push(this.#link(constructor, native.name));
    for (const method of native.methods) {
      const linked = this.#link(method, native.name);
      methods.set(linked.name, [...(methods.get(linked.name) ?? []), linked]);
    }
  }

  #link(native: NativeFunction, owner: string, element?: Type): LinkedFunction {
    const signature = parseSignature(native.signature);
    const find = (text: string): Type => this.#find(text, element, native.signature);
    return {
      name: signature.name,
      owner,
      returns: signature.returns === '' ? find(signature.name) : find(signature.returns),
      parameters: signature.parameters.map(({ name, type }) => ({ name, type: find(type) })),
      native,
      run: element === undefined ? native.run : (native.bind?.(element) ?? native.run),
    };
  }

  #find(text: string, element: Type | undefined, signature: string): Type {
    if (text.endsWith('[]')) return arrayOf(this.#find(text.slice(0, -2), element, signature));
    const type = text === 'T' ? element : this.type(text);
    if (type === undefined) throw new Error(`Unknown type ${text} in the signature "${signature}".`);
    return type;
  }
}

const isBuiltIn = (type: Type): boolean => {
  if (type.kind === 'array') return isBuiltIn(type.element);
  return type.kind !== 'struct';
};

const linked = new WeakMap<Library, LinkedLibrary>();

/** The linked form of a library; made on first use. */
export function link(library: Library): LinkedLibrary {
  const known = linked.get(library);
  if (known !== undefined) return known;
  const made = new LinkedLibrary(library);
  linked.set(library, made);
  return made;
}
