import type { Measured } from '../analysis/types/native.ts';
import type { StructType, Type } from '../analysis/types/types.ts';

/*
 * How values stand in the host: Integer, Byte and Float as numbers, Long as bigint, String as string,
 * Bool as boolean, dates as immutable Temporal values, arrays as arrays, everything else as an object of
 * its own. `null` is a number, text or date that has no value yet and acts as 0, "" and 1970 (crm §5.2).
 */

/** A struct: its fields by index. Shared by all who hold it (crm Q13). */
export class StructValue implements Measured {
  readonly type: StructType;
  readonly fields: unknown[];

  constructor(type: StructType, fields: unknown[]) {
    this.type = type;
    this.fields = fields;
  }

  measure(visit: <T>(value: T) => T): number {
    visit(this.fields);
    return 32;
  }
}

/** A variable of any type: reads and writes go to where the value came from (crm §5.7). */
export class GenericValue implements Measured {
  readonly type: Type;
  /** The frame, fields or elements that have it. */
  readonly #slots: unknown[];
  readonly #at: number;

  constructor(type: Type, slots: unknown[], at: number) {
    this.type = type;
    this.#slots = slots;
    this.#at = at;
  }

  /** One that refers to nothing but itself. */
  static of(type: Type, value: unknown): GenericValue {
    return new GenericValue(type, [value], 0);
  }

  get(): unknown {
    return this.#slots[this.#at];
  }

  set(value: unknown): void {
    this.#slots[this.#at] = value;
  }

  measure(visit: <T>(value: T) => T): number {
    visit(this.#slots);
    return 48;
  }
}
