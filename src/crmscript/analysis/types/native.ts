import type { Span } from '../../diagnostic.ts';
import type { Inside } from '../../run/failure.ts';
import type { Count } from '../../run/limits.ts';
import type { CodedText } from '../../codes.ts';
import type { FunctionSymbol } from './symbols.ts';
import type { StructType, Type } from './types.ts';

/* The contract of the library: what a native function receives and returns. */

/**
 * What a script run asks of the world around it. Embedders extend it with what their functions need. It may
 * throw a NativeError.
 */
export interface ScriptEnvironment {
  /** Milliseconds since 1970. */
  now(): number;
  readonly timeZone: string;
  /** 0 ≤ n < 1. */
  random(): number;
  sleep(seconds: number): void;
  print(site: Span, channel: 'print' | 'log' | 'debug', text: string): void;
  /** Tells the author about a trap that did no harm yet. */
  hint(site: Span, hint: CodedText): void;
  /** Has somebody look at something meanwhile: whatever would have an effect throws a NativeError. */
  looking?<T>(look: () => T): T;
  /** Values that it keeps for the script, which count as the script's own. */
  roots?(): Iterable<unknown>;
  readonly options: {
    /** crm Q30: `parseJSON` gives an empty array one child. */
    readonly parseJsonEmptyArrayBug: boolean;
    /** crm Q7: the text of an Integer without a value. */
    readonly nullIntegerText: string;
  };
}

/** A variable of the script: reads and writes go to where it stands (crm §5.7). */
export interface VariableReference {
  readonly type: Type;
  get(): unknown;
  set(value: unknown): void;
}

/** What a native function may do to the run that calls it. */
export interface NativeContext {
  readonly environment: ScriptEnvironment;
  /** The place of the call. */
  readonly site: Span;
  /** Accounts for memory that the call is about to take; ends the script when there is none. */
  charge(bytes: number): void;
  /** As `charge`, for a new text of so many characters, which must not be larger than all memory. */
  text(length: number): void;
  /** As `text`, for two parts that are joined: the shorter one is copied, the other shared. */
  join(first: number, second: number): void;
  /** Accounts for what it takes to look into a text that the call was not given as an argument. */
  look(text: string): void;
  /** Accounts for a text that goes into the world and stays there when the script has ended. */
  write(length: number): void;
  /** Does what may call the script, while something that only the caller knows counts as held. */
  hold<T>(value: object, work: () => T): T;
  /** Accounts for time: a price of 1 is that of a statement. Ends the script when the budget is spent. */
  spend(price: number): void;
  /** As `spend`, in smaller units: 256 are as dear as a statement. */
  work(units: number): void;
  /** What was used so far, which the embedder may share between runs that nest. */
  count: Count;
  /** How many calls are open. */
  readonly depth: number;
  /** How much of the host's stack they take, in calls of the host. */
  readonly load: number;
  /** Throws what a script can catch: `error` is then `kind: text`. */
  fail(kind: string, text: string): never;
  /** Throws what a run inside this one failed with, so that the script fails where that did, under the calls open here. */
  failInside(inside: Inside): never;
  /** Ends the script without failing it. */
  exit(message: string): never;
  /** Calls a function of the script. */
  invoke(callee: FunctionSymbol, receiver: unknown, args: readonly unknown[]): unknown;
  /** The struct that the script declares under a name. */
  struct(name: string): StructType | undefined;
  /** The variable that a name means where the call stands, to read and to write. */
  variable(name: string): VariableReference | undefined;
  /** A new value of a type: what `T x;` declares. */
  defaultOf(type: Type): unknown;
}

/**
 * Takes the context, for methods the receiver, and the arguments. Texts and numbers arrive without null
 * (as "" and 0) unless the function is `raw`.
 */
export type NativeImplementation = (context: NativeContext, ...args: never[]) => unknown;

export type NativeFunction = {
  /** As the reference writes it: `Integer find(String substring)`. Constructors have no return type. */
  readonly signature: string;
  readonly run?: NativeImplementation;
  /** For methods that change a variable of a value type: the new value. Without `run` it is the result, too. */
  readonly changes?: NativeImplementation;
  /** With `changes`: it returns a reference to the variable, so that a call behind it changes that too. */
  readonly itself?: true;
  /** It may call the script or run others, so what it is given is held until it ends. */
  readonly nests?: boolean;
  /** It does not look into the texts that it is given: it measures them or hands them on. */
  readonly blind?: boolean;
  /** Nulls are passed on. */
  readonly raw?: boolean;
  /** For methods of arrays and structs: the implementation for an element or struct type. */
  readonly bind?: (type: Type) => NativeImplementation;
  /** Instead of `run`: the implementation for the type that it returns. */
  readonly returning?: (type: Type) => NativeImplementation;
  /** The name of what always fails here, because it needs a server; the author is told before the run. */
  readonly needsServer?: string;
  /** How it differs from SuperOffice, for the reference. */
  readonly differs?: string;
  /** A how-to has it and the reference has not, or with other types; the author is warned (rulings 41). */
  readonly divided?: true;
  /** What is easily misread in SuperOffice's own documentation; the editor says it (crm §20). */
  readonly trap?: string;
};

export type NativeClass = {
  readonly name: string;
  /** What `T x;` declares. */
  readonly make: (context: NativeContext) => unknown;
  readonly constructors: readonly NativeFunction[];
  readonly methods: readonly NativeFunction[];
  /**
   * The tables have further methods. `required`: also types that the methods here name, so that without the tables
   * there is no such class.
   */
  readonly tables?: 'optional' | 'required';
  /** How it differs from SuperOffice, for the reference. */
  readonly differs?: string;
  /** The value as a debugger shows it. */
  readonly text?: (value: never) => string;
};

/** An object that natives make: it says how much memory it holds. */
export interface Measured {
  /**
   * Bytes of its own; `visit` is called with everything that it refers to. It returns the text to keep in
   * place of an equal one.
   */
  measure(visit: <T>(value: T) => T): number;
}
