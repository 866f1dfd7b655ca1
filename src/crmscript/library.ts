import type { NativeContext, NativeFunction } from './analysis/types/native.ts';
import {
  asDateTime,
  dateTimeText,
  fromInstant,
  toInstant,
  type DateTimeValue,
} from './library/dates/calendar.ts';
import { coreParts } from './library/core.ts';
import { payingForTexts } from './library/costing.ts';
import type { Library, LibraryPart } from './library/parts.ts';
import type { TablesSource } from './library/superoffice/tables.ts';

/* What embedders write natives against. */
export type {
  Measured,
  NativeClass,
  NativeContext,
  NativeFunction,
  NativeImplementation,
  ScriptEnvironment,
} from './analysis/types/native.ts';
export type { Library, LibraryPart } from './library/parts.ts';

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

/* What embedders need to speak of values in their own functions. */
export type { Parts, Unfolding } from './run/shown-values.ts';
export { seeValue } from './run/shown-values.ts';
export { MapValue } from './library/collections/map.ts';
export { fromBytes as textOfBytes, utf8Bytes, utf8Text } from './library/text/text.ts';
export { dateTimeText as textOfDateTime, type DateTimeValue } from './library/dates/calendar.ts';
export { StringMatrixValue } from './library/collections/collections.ts';
export { NativeError } from './run/script-error.ts';
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
export { mentionsTables } from './library/superoffice/mentions-tables.ts';
export { parseTables, type Tables, type TablesSource } from './library/superoffice/tables.ts';

/** What a clock in the run's time zone shows at an instant. */
export const dateTimeAt = (context: NativeContext, milliseconds: number): DateTimeValue =>
  fromInstant(milliseconds, context.environment.timeZone);

/** The same as text, as `DateTime.toString()` writes it. */
export const dateTimeTextAt = (context: NativeContext, milliseconds: number): string =>
  dateTimeText(fromInstant(milliseconds, context.environment.timeZone));

/** Milliseconds since 1970 of a DateTime in the run's time zone. */
export const instantOf = (context: NativeContext, value: DateTimeValue): number =>
  toInstant(asDateTime(value), context.environment.timeZone);
