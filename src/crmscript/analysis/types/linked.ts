import type { NativeClass, NativeFunction, NativeImplementation } from './native.ts';
import type { Type } from './types.ts';

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
  /** The same call with the type that another page gives it (rulings 41). */
  readonly otherwise?: LinkedFunction;
};

/** Methods by name, all overloads of one linked when it is first asked for. */
export type MethodTable = Pick<ReadonlyMap<string, readonly LinkedFunction[]>, 'get' | 'has' | 'keys'>;

export type LinkedClass = {
  readonly native: NativeClass;
  readonly constructors: readonly LinkedFunction[];
  readonly methods: MethodTable;
};
