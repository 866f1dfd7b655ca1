import { methodOf } from '../analysis/types/symbols.ts';
import type { Type } from '../analysis/types/types.ts';
import type { NativeContext } from '../analysis/types/native.ts';
import { GenericValue, StructValue } from '../run/values.ts';
import {
  dateText,
  dateTimeText,
  timeText,
  workOfDate,
  type DateTimeValue,
  type DateValue,
  type TimeValue,
} from './dates/calendar.ts';

/** A value as `convertGenericToString` and `buildString` write it; objects are `[complex]` (crm §5.7). */
export function valueText(context: NativeContext, value: unknown, type: Type): string {
  if (value instanceof GenericValue) {
    const inner = value.get();
    // A Generic can refer to one, even to itself.
    return inner instanceof GenericValue ? '[complex]' : valueText(context, inner, value.type);
  }
  if (value instanceof StructValue) return structText(context, value);
  switch (type.name) {
    case 'String':
      return (value as string | null) ?? '';
    case 'Integer':
      return value === null ? context.environment.options.nullIntegerText : Number(value).toString();
    case 'Long':
    case 'Byte':
    case 'Bool':
      return String((value as number | bigint | boolean | null) ?? 0);
    case 'Float':
      // Enough decimals to tell numbers apart, and none that say nothing.
      return String((value as number | null) ?? 0);
    case 'Date':
      context.work(workOfDate);
      return dateText(value as DateValue);
    case 'Time':
      context.work(workOfDate);
      return timeText(value as TimeValue);
    case 'DateTime':
      context.work(2 * workOfDate);
      return dateTimeText(value as DateTimeValue);
    default:
      return '[complex]';
  }
}

/** Through the struct's own `toString()`, where it has one. */
function structText(context: NativeContext, value: StructValue): string {
  const hook = methodOf(value.type, 'toString', []);
  if (hook?.returns.name !== 'String') return '[complex]';
  return (context.invoke(hook, value, []) as string | null) ?? '';
}
