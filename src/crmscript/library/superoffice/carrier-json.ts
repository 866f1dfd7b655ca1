import type { Type } from '../../analysis/types/types.ts';
import type { NativeContext } from '../../analysis/types/native.ts';
import { dateText, dateTimeText, timeText } from '../dates/calendar.ts';
import { CarrierValue, RawField } from './carrier.ts';
import type { JsonValue } from '../json/json-text.ts';
import { MapValue } from '../collections/map.ts';
import { TimeSpanValue } from '../dates/time-span.ts';
import { fromJsonValue } from '../json/value-json.ts';
import { Temporal } from 'temporal-polyfill';

/** Data as a table of the world holds it. */
export type PlainData =
  string | number | boolean | null | readonly PlainData[] | { readonly [key: string]: PlainData };

const isList = (data: PlainData): data is readonly PlainData[] => Array.isArray(data);

/** A carrier whose fields are data, turned into values when they are asked for. */
export const carrierFrom = (
  className: string,
  fields: Iterable<readonly [name: string, data: PlainData]>,
): CarrierValue =>
  new CarrierValue(
    className,
    [...fields].map(([name, data]): [string, unknown] => [
      name,
      new RawField((context, type) => valueFrom(context, data, type), data),
    ]),
  );

function valueFrom(context: NativeContext, data: PlainData, type: Type): unknown {
  context.spend(1);
  if (type.kind === 'array') {
    const items = isList(data) ? data : [];
    context.charge(16 + 8 * items.length);
    return items.map((item) => valueFrom(context, item, type.element));
  }
  if (typeof data === 'object' && data !== null && !isList(data)) {
    context.charge(64 + 48 * Object.keys(data).length);
    if (type.name.startsWith('NS')) return carrierFrom(type.name, Object.entries(data));
    if (type.name === 'Map') return mapFrom(data);
  }
  const empty = data === null || typeof data === 'object';
  if (empty) return context.defaultOf(type);
  return fromJsonValue(context, basicJson(data), type, undefined) ?? context.defaultOf(type);
}

const basicJson = (data: string | number | boolean): JsonValue =>
  typeof data === 'boolean' ? { kind: 'bool', value: data } : { kind: 'string', text: String(data) };

function mapFrom(data: Readonly<Record<string, PlainData>>): MapValue {
  const map = new MapValue();
  for (const [name, value] of Object.entries(data)) {
    map.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return map;
}

/** A value as data: what a carrier holds, to put into a table. Times are text. */
export function dataFrom(value: unknown): PlainData {
  if (value instanceof RawField) return value.data as PlainData;
  if (value instanceof CarrierValue) return objectFrom(value.fields);
  if (value instanceof MapValue) return objectFrom(value.entries);
  if (Array.isArray(value)) return value.map(dataFrom);
  if (value instanceof TimeSpanValue) return value.seconds;
  if (value instanceof Temporal.PlainDateTime) return dateTimeText(value);
  if (value instanceof Temporal.PlainDate) return dateText(value);
  if (value instanceof Temporal.PlainTime) return timeText(value);
  if (typeof value === 'bigint') return String(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

const objectFrom = (entries: ReadonlyMap<string, unknown>): PlainData =>
  Object.fromEntries([...entries].map(([name, held]) => [name, dataFrom(held)]));
