/*
 * What crosses between a language and what scripts may do: texts, numbers, yes and no, nothing, and these. Each language
 * makes its own objects of them.
 */

/** A moment, in milliseconds since 1970. */
export class Instant {
  readonly at: number;

  constructor(at: number) {
    this.at = at;
  }
}

/** A time of the day, in seconds since midnight. */
export class TimeOfDay {
  readonly seconds: number;

  constructor(seconds: number) {
    this.seconds = seconds;
  }
}

/** A thing of the web services, by the names that they give its fields: `Carrier('ChatMessage', { Message: 'Hi' })`. */
export class Carrier {
  readonly name: string;
  readonly fields: Readonly<Record<string, Plain>>;

  constructor(name: string, fields: Readonly<Record<string, Plain>>) {
    this.name = name;
    this.fields = fields;
  }
}

export type Plain = string | number | boolean | null | Instant | TimeOfDay | Carrier | readonly Plain[];

/** A carrier that a script gives. Each field is read when it is asked for; undefined where the script has not set it. */
export interface CarrierInput {
  field(name: string): unknown;
}

export const isGiven = (value: unknown): value is CarrierInput =>
  typeof value === 'object' && value !== null && 'field' in value;

/** A text that a script gives; empty where it gives none. */
export function textIn(given: CarrierInput, name: string): string {
  const value = given.field(name);
  return typeof value === 'string' ? value : '';
}

/** A number that a script gives; undefined where it gives none. */
export function numberIn(given: CarrierInput, name: string): number | undefined {
  const value = given.field(name);
  return typeof value === 'number' ? value : undefined;
}

/** A carrier in what a script gives. */
export function partIn(given: CarrierInput, name: string): CarrierInput | undefined {
  const value = given.field(name);
  return isGiven(value) ? value : undefined;
}
