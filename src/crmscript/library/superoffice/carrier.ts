import type { Type } from '../../analysis/types/types.ts';
import type { Measured, NativeContext } from '../../analysis/types/native.ts';
import type { Parts, Unfolding } from '../../run/shown-values.ts';

/** A field that was given as data: it becomes a value of its type when it is asked for. */
export class RawField {
  readonly data: unknown;
  readonly value: (context: NativeContext, type: Type) => unknown;

  constructor(value: (context: NativeContext, type: Type) => unknown, data: unknown) {
    this.value = value;
    this.data = data;
  }
}

/**
 * An object of a class that only the tables know: what was set, by field name. What was never set is empty,
 * and objects in it come into being when they are asked for (crm §13).
 */
export class CarrierValue implements Measured, Unfolding {
  readonly className: string;
  readonly fields: Map<string, unknown>;

  constructor(className: string, fields: Iterable<readonly [string, unknown]> = []) {
    this.className = className;
    this.fields = new Map(fields);
  }

  read(context: NativeContext, field: string, type: Type): unknown {
    const held = this.fields.get(field);
    if (held instanceof RawField) {
      const value = held.value(context, type);
      this.write(context, field, value);
      return value;
    }
    if (held !== undefined || this.fields.has(field)) return held;
    // A date that nobody set is none, although `DateTime d;` is now.
    if (['Date', 'Time', 'DateTime'].includes(type.name)) return null;
    const value = context.defaultOf(type);
    this.write(context, field, value);
    return value;
  }

  write(context: NativeContext, field: string, value: unknown): void {
    if (!this.fields.has(field)) context.charge(48);
    this.fields.set(field, value);
  }

  parts(): Parts {
    const named = [...this.fields].map(
      ([field, held]) => [field, held instanceof RawField ? held.data : held] as const,
    );
    return { type: this.className, text: this.className, named };
  }

  measure(visit: <T>(value: T) => T): number {
    for (const [name, value] of this.fields) this.fields.set(name, visit(value));
    return 200 + 80 * this.fields.size;
  }
}
