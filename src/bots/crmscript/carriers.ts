import {
  CarrierValue,
  dateTimeAt,
  instantOf,
  TimeSpanValue,
  type DateTimeValue,
  type NativeContext,
} from '../../crmscript/library.ts';
import type { Caller } from '../api/caller.ts';
import { Carrier, Instant, TimeOfDay, type CarrierInput, type Plain } from '../api/plain.ts';
import { callerOf } from './caller-of.ts';

/* Things of the web services as CRMScript has them: `NSChatMessage` with its fields, DateTime, TimeSpan. */

const workOfCarrier = 1024;
const workOfField = 1024;

function shown(context: NativeContext, value: Plain): unknown {
  if (value instanceof Carrier) return valueOf(context, value);
  if (value instanceof Instant) return dateTimeAt(context, value.at);
  if (value instanceof TimeOfDay) return new TimeSpanValue(value.seconds);
  return value;
}

/** A carrier as a script has it in hand, with room for so many fields. */
function valueOf(context: NativeContext, { name, fields }: Carrier): CarrierValue {
  const entries = Object.entries(fields).map(([field, value]) => [field, shown(context, value)] as const);
  context.charge(64 + 48 * entries.length);
  context.work(workOfCarrier + workOfField * entries.length);
  return new CarrierValue(`NS${name}`, entries);
}

/** What a script has in hand, field by field. */
class GivenCarrier implements CarrierInput {
  readonly #context: NativeContext;
  readonly #value: CarrierValue;

  constructor(context: NativeContext, value: CarrierValue) {
    this.#context = context;
    this.#value = value;
  }

  field(name: string): unknown {
    return givenOf(this.#context, this.#value.fields.get(name));
  }
}

function givenOf(context: NativeContext, value: unknown): unknown {
  if (value instanceof CarrierValue) return new GivenCarrier(context, value);
  if (value instanceof TimeSpanValue) return new TimeOfDay(value.seconds);
  if (Array.isArray(value)) return value.map((one) => givenOf(context, one));
  // The only other objects in carriers are dates and what tables hold; a DateTime without a value is null.
  return isDateTime(value) ? new Instant(instantOf(context, value)) : value;
}

const isDateTime = (value: unknown): value is NonNullable<DateTimeValue> =>
  typeof value === 'object' && value !== null && 'toZonedDateTime' in value && 'hour' in value;

/** A native of something that takes and gives what crosses between languages. */
export const exchanging =
  (action: (caller: Caller, ...args: never[]) => unknown) =>
  (context: NativeContext, _self: unknown, ...args: readonly unknown[]): unknown => {
    const taken = args.map((one) => givenOf(context, one)) as never[];
    const answer = action(callerOf(context), ...taken);
    if (Array.isArray(answer)) return answer.map((one) => shown(context, one as Plain));
    return answer === undefined ? undefined : shown(context, answer as Plain);
  };
