import type { StructType, Type } from '../../analysis/types/types.ts';
import type { NativeContext, ScriptEnvironment } from '../../analysis/types/native.ts';
import { StructValue } from '../../run/values.ts';
import { coded } from '../../codes.ts';
import {
  dateText,
  parseDateTime,
  parseTime,
  timeText,
  workOfDate,
  type DateTimeValue,
  type DateValue,
  type TimeValue,
} from '../dates/calendar.ts';
import { JsonError, numberJson, parseJson, type JsonValue } from './json-text.ts';
import { parseFloatText, parseIntegerText, parseLongText } from '../numbers/parse-number.ts';
import { chargeText } from '../text/text.ts';
import { TimeSpanValue } from '../dates/time-span.ts';

const deepest = 200;

/** A value as JSON, by its type (crm §5.6). */
export function toJsonValue(context: NativeContext, value: unknown, type: Type, depth = 0): JsonValue {
  context.spend(1);
  if (depth > deepest)
    return context.fail(
      'RunTimeException',
      `toJson: the value is nested deeper than ${String(deepest)} levels.`,
    );
  if (type.kind === 'array') {
    const items = (value as unknown[]).map((item) => toJsonValue(context, item, type.element, depth + 1));
    context.charge(16 + 8 * items.length);
    return { kind: 'array', items };
  }
  if (value instanceof StructValue) {
    const members = value.type.fields.map((field): [string, JsonValue] => [
      field.name,
      toJsonValue(context, value.fields[field.index], field.type, depth + 1),
    ]);
    return { kind: 'object', members };
  }
  return basicJson(context, value, type);
}

function basicJson(context: NativeContext, value: unknown, type: Type): JsonValue {
  switch (type.name) {
    case 'Integer':
    case 'Long':
    case 'Byte':
    case 'Float':
      return numberJson((value as number | bigint | null) ?? 0);
    case 'Bool':
      return { kind: 'bool', value: value === true };
    case 'String':
      return { kind: 'string', text: (value as string | null) ?? '' };
    case 'Date':
      context.work(workOfDate);
      return { kind: 'string', text: dateText(value as DateValue) };
    case 'Time':
      context.work(workOfDate);
      return { kind: 'string', text: timeText(value as TimeValue) };
    case 'TimeSpan':
      return { kind: 'number', text: String((value as TimeSpanValue).seconds) };
    case 'DateTime': {
      context.work(2 * workOfDate);
      const time = value as DateTimeValue;
      const text = time === null ? '' : `${dateText(time.toPlainDate())}T${timeText(time.toPlainTime())}`;
      return { kind: 'string', text };
    }
    default:
      return { kind: 'null' };
  }
}

/** JSON from a script; what is none is an exception of the script. */
export function readJson(context: NativeContext, text: string, what: string): JsonValue {
  chargeText(context, text.length);
  context.work(24 * text.length);
  // Everything is built at once and belongs to nobody meanwhile, so it is accounted for before.
  context.charge(128 * valuesIn(text));
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonError) return context.fail('RunTimeException', `${what}: ${error.message}`);
    throw error;
  }
}

/** How many values there may be in a text of JSON, texts with commas counted too. */
function valuesIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 44 || code === 91 || code === 123) count += 1;
  }
  return count;
}

/** Sets the fields that the JSON names; others stay as they are, and unknown names are passed over. */
export function fillStruct(context: NativeContext, struct: StructValue, json: JsonValue): void {
  if (json.kind !== 'object')
    return context.fail('RunTimeException', 'fromJsonString: the JSON is no object.');
  for (const [name, member] of json.members) {
    const field = struct.type.fields.find((candidate) => candidate.name === name);
    if (field === undefined) continue;
    struct.fields[field.index] = fromJsonValue(context, member, field.type, struct.fields[field.index]);
  }
}

/** A new value of a type from JSON; structs are filled where they stand. */
export function fromJsonValue(context: NativeContext, json: JsonValue, type: Type, old: unknown): unknown {
  context.spend(1);
  if (type.kind === 'struct') {
    const struct = old instanceof StructValue ? old : newStruct(context, type);
    if (json.kind === 'object') fillStruct(context, struct, json);
    return struct;
  }
  if (type.kind === 'array') {
    const items = itemsOf(json);
    context.charge(16 + 8 * items.length);
    return items.map((item) => fromJsonValue(context, item, type.element, undefined));
  }
  return basicFrom(context, json, type, old);
}

/** What makes the elements of an array; in XML, where nothing says that there is a list, the children do. */
export function itemsOf(json: JsonValue): readonly JsonValue[] {
  if (json.kind === 'array') return json.items;
  return json.kind === 'object' ? json.members.map(([, member]) => member) : [];
}

const newStruct = (context: NativeContext, type: StructType): StructValue =>
  context.defaultOf(type) as StructValue;

function basicFrom(context: NativeContext, json: JsonValue, type: Type, old: unknown): unknown {
  const { timeZone } = context.environment;
  const text = json.kind === 'bool' ? String(json.value) : 'text' in json ? json.text : '';
  switch (type.name) {
    case 'Integer':
      return parseIntegerText(text);
    case 'Byte':
      return (parseIntegerText(text) ?? 0) & 255;
    case 'Long':
      return parseLongText(text);
    case 'Float':
      return parseFloatText(text);
    case 'Bool':
      return text === 'true' || text === '1';
    case 'String':
      return json.kind === 'null' ? null : text;
    case 'Date':
      return read(context, text, type, parseDateTime(text, timeZone))?.toPlainDate() ?? null;
    case 'Time':
      return read(context, text, type, parseTime(text, timeZone)) ?? null;
    case 'TimeSpan':
      return new TimeSpanValue(parseIntegerText(text) ?? 0);
    case 'DateTime':
      return read(context, text, type, parseDateTime(text, timeZone)) ?? null;
    default:
      return old ?? null;
  }
}

const told = new WeakMap<ScriptEnvironment, Set<string>>();

/**
 * What a text was read as. The author is told of one that cannot be read, since nothing else would show it: once at
 * each place, for a list of them would use up the events of the step.
 */
function read<T>(context: NativeContext, text: string, type: Type, value: T | undefined): T | undefined {
  context.work(workOfDate);
  if (value !== undefined) return value;
  const { environment, site } = context;
  const places = told.get(environment) ?? new Set<string>();
  told.set(environment, places);
  const place = `${site.file}:${String(site.start)}:${type.name}`;
  if (places.has(place)) return undefined;
  places.add(place);
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  environment.hint(site, coded('json-not-of-type', { text: shown, type: type.name }));
  return undefined;
}
