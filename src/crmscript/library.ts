import type { Span } from './diagnostic.ts';
import type { FunctionSymbol } from './analysis/types/symbols.ts';
import type { StructType, Type } from './analysis/types/types.ts';
import {
  asDateTime,
  dateTimeText,
  fromInstant,
  toInstant,
  type DateTimeValue,
} from './library/dates/calendar.ts';
import { coreParts } from './library/core.ts';
import { payingForTexts } from './library/costing.ts';
import type { TablesSource } from './library/superoffice/tables.ts';
import type { Count } from './run/limits.ts';
import type { Inside } from './run/script-error.ts';
import type { Said } from './said.ts';
import type { GenericValue } from './run/values.ts';

/**
 * What a script run asks of the world around it. Embedders extend it with what their functions need. It may
 * throw a Refusal.
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
  hint(site: Span, hint: Said): void;
  /** Has somebody look at something meanwhile: whatever would have an effect throws a Refusal. */
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
  variable(name: string): GenericValue | undefined;
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
  /** What SuperOffice has besides, which compiles and fails when it runs. */
  readonly tables?: TablesSource;
};

/** The library, with what is in the tables known to it. Make it once, as the library. */
export const withTables = (library: Library, tables: TablesSource): Library => ({ ...library, tables });

/** What embedders add may have other scripts run, and compares and stores the texts that it is given. */
const nesting = (part: LibraryPart): LibraryPart => ({
  ...part,
  functions: (part.functions ?? []).map(nested),
  classes: (part.classes ?? []).map((one) => ({ ...one, methods: one.methods.map(nested) })),
});

const nested = (native: NativeFunction): NativeFunction => ({
  ...native,
  ...(native.run && { run: payingForTexts(native.run) }),
  nests: true,
});

/** The language's own library, and what the embedder adds to it. Make it once: it is linked on first use. */
export function createLibrary(...parts: readonly LibraryPart[]): Library {
  const all = [...coreParts.parts, ...parts.map(nesting)];
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
  /**
   * Bytes of its own; `visit` is called with everything that it refers to. It returns the text to keep in
   * place of an equal one.
   */
  measure(visit: <T>(value: T) => T): number;
}

/* What embedders need to speak of values in their own functions. */
export type { Parts, Unfolding } from './run/shown-values.ts';
export { seeValue } from './run/shown-values.ts';
export { MapValue } from './library/collections/map.ts';
export { fromBytes as textOfBytes, utf8Bytes, utf8Text } from './library/text/text.ts';
export { dateTimeText as textOfDateTime, type DateTimeValue } from './library/dates/calendar.ts';
export { StringMatrixValue } from './library/collections/collections.ts';
export { Refusal } from './run/script-error.ts';
export { JsonBuilderValue } from './library/json/json-builder.ts';
export { ParserValue } from './library/text/parser.ts';
export { StreamValue } from './library/bytes/stream.ts';
export { TimeSpanValue } from './library/dates/time-span.ts';
export { decodeBase64Bytes, encodeBase64Bytes } from './library/bytes/base64.ts';
export { differing } from './library/differing.ts';
export { CarrierValue } from './library/superoffice/carrier.ts';
export { carrierFrom, dataFrom } from './library/superoffice/carrier-json.ts';
export { dialogJson } from './library/superoffice/dialog.ts';
export { missing } from './library/superoffice/from-tables.ts';
export { payForCase } from './library/text/string-search.ts';
export { mentionsTables, parseTables, type Tables, type TablesSource } from './library/superoffice/tables.ts';

/** What a clock in the run's time zone shows at an instant. */
export const dateTimeAt = (context: NativeContext, milliseconds: number): DateTimeValue =>
  fromInstant(milliseconds, context.environment.timeZone);

/** The same as text, as `DateTime.toString()` writes it. */
export const dateTimeTextAt = (context: NativeContext, milliseconds: number): string =>
  dateTimeText(fromInstant(milliseconds, context.environment.timeZone));

/** Milliseconds since 1970 of a DateTime in the run's time zone. */
export const instantOf = (context: NativeContext, value: DateTimeValue): number =>
  toInstant(asDateTime(value), context.environment.timeZone);
