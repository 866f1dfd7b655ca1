import type { Measured } from '../library.ts';
import type { StructType, Type } from '../analysis/types.ts';

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

  measure(visit: (value: unknown) => void): number {
    for (const field of this.fields) visit(field);
    return 32 + 8 * this.fields.length;
  }
}

/** A variable of any type: reads and writes go to where the value came from (crm §5.7). */
export class GenericValue implements Measured {
  readonly type: Type;
  readonly get: () => unknown;
  readonly set: (value: unknown) => void;

  constructor(type: Type, get: () => unknown, set: (value: unknown) => void) {
    this.type = type;
    this.get = get;
    this.set = set;
  }

  static of(type: Type, value: unknown): GenericValue {
    let current = value;
    return new GenericValue(
      type,
      () => current,
      (next) => {
        current = next;
      },
    );
  }

  measure(visit: (value: unknown) => void): number {
    visit(this.get());
    return 48;
  }
}
