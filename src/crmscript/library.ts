import type { Span } from './diagnostic.ts';
import type { FunctionSymbol } from './analysis/symbols.ts';
import type { Type } from './analysis/types.ts';
import { asDateTime, toInstant, type DateTimeValue } from './library/calendar.ts';
import { coreParts } from './library/core.ts';
import type { Snapshot } from './runtime/snapshot.ts';

/** What a script run asks of the world around it. Embedders extend it with what their functions need. */
export interface ScriptEnvironment {
  /** Milliseconds since 1970. */
  now(): number;
  readonly timeZone: string;
  /** 0 ≤ n < 1. */
  random(): number;
  sleep(seconds: number): void;
  print(site: Span, channel: 'print' | 'log' | 'debug', text: string): void;
  /** Tells the author about a trap that did no harm yet. */
  hint(site: Span, text: string): void;
  readonly options: {
    /** crm Q30: `parseJSON` gives an empty array one child. */
    readonly parseJsonEmptyArrayBug: boolean;
    /** crm Q7: the text of an Integer without a value. */
    readonly nullIntegerText: string;
  };
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
  /** Accounts for time: one unit is as dear as a statement. Ends the script when the budget is spent. */
  spend(statements: number): void;
  /** As `spend`, in characters or bytes looked at; a thousand and twenty-four are one statement. */
  work(units: number): void;
  /** The count of statements, which the embedder may share between runs that nest. */
  statements: number;
  /** How many calls are open. */
  readonly depth: number;
  /** The open calls and what their variables hold, innermost first; the first is at `site`. */
  frames(): Snapshot['frames'];
  /** Throws what a script can catch: `error` is then `kind: text`. */
  fail(kind: string, text: string): never;
  /** Ends the script without failing it. */
  exit(message: string): never;
  /** Calls a function of the script. */
  invoke(callee: FunctionSymbol, receiver: unknown, args: readonly unknown[]): unknown;
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
  /** Nulls are passed on. */
  readonly raw?: boolean;
  /** For methods of arrays and structs: the implementation for an element or struct type. */
  readonly bind?: (type: Type) => NativeImplementation;
};

export type NativeClass = {
  readonly name: string;
  /** What `T x;` declares. */
  readonly make: (context: NativeContext) => unknown;
  readonly constructors: readonly NativeFunction[];
  readonly methods: readonly NativeFunction[];
  /** The value as a debugger shows it. */
  readonly text?: (value: never) => string;
};

/** Functions and classes that belong together. */
export type LibraryPart = {
  readonly functions?: readonly NativeFunction[];
  readonly classes?: readonly NativeClass[];
  readonly enums?: ReadonlyMap<string, ReadonlyMap<string, number>>;
};

export type Library = {
  readonly functions: readonly NativeFunction[];
  readonly classes: readonly NativeClass[];
  readonly arrayMethods: readonly NativeFunction[];
  readonly structMethods: readonly NativeFunction[];
  readonly enums: ReadonlyMap<string, ReadonlyMap<string, number>>;
};

/** The language's own library, and what the embedder adds to it. Make it once: it is linked on first use. */
export function createLibrary(...parts: readonly LibraryPart[]): Library {
  const all = [...coreParts.parts, ...parts];
  return {
    functions: all.flatMap((part) => part.functions ?? []),
    classes: all.flatMap((part) => part.classes ?? []),
    arrayMethods: coreParts.arrayMethods,
    structMethods: coreParts.structMethods,
    enums: new Map(all.flatMap((part) => [...(part.enums ?? [])])),
  };
}

/** An object that natives make: it says how much memory it holds. */
export interface Measured {
  /** Bytes of its own; `visit` is called with everything that it refers to. */
  measure(visit: (value: unknown) => void): number;
}

/* What embedders need to speak of values in their own functions. */
export { MapValue } from './library/map.ts';
export { fromBytes as textOfBytes, utf8Bytes, utf8Text } from './library/text.ts';
export type { DateTimeValue } from './library/calendar.ts';

/** Milliseconds since 1970 of a DateTime in the run's time zone. */
export const instantOf = (context: NativeContext, value: DateTimeValue): number =>
  toInstant(asDateTime(value), context.environment.timeZone);
