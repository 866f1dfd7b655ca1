import { decapitalised } from './letter-case.ts';
import { HostFailure, type Json } from '../../javascript/javascript.ts';
import { Carrier, Instant, TimeOfDay, type CarrierInput, type Plain } from '../api/plain.ts';
import { enumerationOf, textOf } from './enums.ts';

/*
 * Things of the web services as JavaScript has them: objects whose fields begin small, enumerations as texts, times of the day
 * as `08:00:00`. Moments are `{ $at }` on the way to a Date.
 */

const two = (number: number): string => String(number).padStart(2, '0');

const timeShown = ({ seconds }: TimeOfDay): string =>
  [Math.trunc(seconds / 3600), Math.trunc(seconds / 60) % 60, seconds % 60].map(two).join(':');

/** A value as a script gets it. */
export function toJson(value: Plain): Json {
  if (value instanceof Carrier) return carrierJson(value);
  if (value instanceof Instant) return { $at: value.at };
  if (value instanceof TimeOfDay) return timeShown(value);
  return Array.isArray(value) ? value.map(toJson) : (value as string | number | boolean | null);
}

const carrierJson = ({ name, fields }: Carrier): Json =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]) => {
      const enumeration = enumerationOf(name, field);
      const shown =
        enumeration !== undefined && typeof value === 'number' ? textOf(enumeration, value) : toJson(value);
      // What has no name is a list of values by names of its own.
      return [name === '' ? field : decapitalised(field), shown];
    }),
  );

export type JsonObject = Readonly<Record<string, Json>>;

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const timeOfDay = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

/** The carriers inside of others, by field. */
const inner: Readonly<Record<string, string>> = {
  Widget: 'ChatWidgetSettings',
  OpeningHours: 'ChatOpeningHours',
  BotSettings: 'ChatBotSettings',
  User: 'Associate',
};

/** What a script gives as a carrier, field by field. */
export class JsonGiven implements CarrierInput {
  readonly #name: string;
  readonly #object: JsonObject;

  constructor(name: string, object: JsonObject) {
    this.#name = name;
    this.#object = object;
  }

  /** @throws HostFailure where a text is none of an enumeration's. */
  field(name: string): unknown {
    const own = decapitalised(name);
    const value = Object.hasOwn(this.#object, own) ? this.#object[own] : undefined;
    if (value === undefined || value === null) return value;
    const enumeration = enumerationOf(this.#name, name);
    if (enumeration !== undefined) return numberOf(own, enumeration, value);
    if (isObject(value)) {
      return typeof value['$at'] === 'number'
        ? new Instant(value['$at'])
        : new JsonGiven(inner[name] ?? name, value);
    }
    if (this.#name === 'ChatOpeningHours' && typeof value === 'string') return timeHeld(value) ?? value;
    return value;
  }
}

function timeHeld(text: string): TimeOfDay | undefined {
  const [whole, hours, minutes, seconds = 0] = timeOfDay.exec(text) ?? [];
  if (whole === undefined) return undefined;
  return new TimeOfDay(3600 * Number(hours) + 60 * Number(minutes) + Number(seconds));
}

function numberOf(
  field: string,
  { name, texts }: NonNullable<ReturnType<typeof enumerationOf>>,
  value: Json,
): number {
  const number = typeof value === 'string' ? texts.get(value) : undefined;
  if (number !== undefined) return number;
  if (typeof value === 'number' && [...texts.values()].includes(value)) return value;
  const given = typeof value === 'string' ? `"${value.slice(0, 100)}"` : JSON.stringify(value).slice(0, 100);
  const all = [...texts.keys()].map((text) => `"${text}"`).join(', ');
  throw new HostFailure(`${field}: ${given} is no ${name}. There are ${all}.`, 'TypeError');
}
