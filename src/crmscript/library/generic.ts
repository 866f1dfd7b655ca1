import type { Type } from '../analysis/types/types.ts';
import type { LibraryPart } from './parts.ts';
import type { NativeContext, NativeFunction, VariableReference } from '../analysis/types/native.ts';
import { GenericValue, StructValue } from '../run/values.ts';
import { parseDateTime, parseTime } from './dates/calendar.ts';
import { parseFloatText, parseIntegerText, parseLongText } from './numbers/parse-number.ts';
import { valueText } from './value-text.ts';

const need = (context: NativeContext, value: GenericValue | null): GenericValue =>
  value ?? context.fail('RunTimeException', 'The Generic refers to nothing.');

const baseOf = (type: Type): Type => (type.kind === 'array' ? baseOf(type.element) : type);
const dimensions = (type: Type): number => (type.kind === 'array' ? 1 + dimensions(type.element) : 0);

/** `GenericToInteger` and its like: the value, if it is of that type (crm §5.7). */
const cast = (name: string): NativeFunction => ({
  signature: `${name} GenericTo${name}(Generic value)`,
  run: (context, value: GenericValue | null) => {
    const generic = need(context, value);
    if (generic.type.name === name) return generic.get();
    return context.fail('RunTimeException', `GenericTo${name}: the value is of type ${generic.type.name}.`);
  },
});

/** Basic types from their text; undefined for what has no such form. */
function fromText(type: Type, text: string, timeZone: string): unknown {
  switch (type.name) {
    case 'String':
      return text;
    case 'Integer':
      return parseIntegerText(text);
    case 'Byte':
      return (parseIntegerText(text) ?? 0) & 255;
    case 'Long':
      return parseLongText(text);
    case 'Float':
      return parseFloatText(text);
    case 'Bool':
      return text === '1' || text.toLowerCase() === 'true';
    case 'Date': {
      const date = parseDateTime(text, timeZone);
      return date === undefined ? undefined : (date?.toPlainDate() ?? null);
    }
    case 'DateTime':
      return parseDateTime(text, timeZone);
    case 'Time':
      return parseTime(text, timeZone);
    default:
      return undefined;
  }
}

function setFromString(context: NativeContext, value: GenericValue | null, text: string): void {
  const generic = need(context, value);
  const next = fromText(generic.type, text, context.environment.timeZone);
  if (next === undefined) {
    context.fail('RunTimeException', `setGenericFromString: "${text}" cannot become ${generic.type.name}.`);
  }
  generic.set(next);
}

function fieldOf(context: NativeContext, value: GenericValue | null, name: string): GenericValue {
  const struct = need(context, value).get();
  const field =
    struct instanceof StructValue
      ? struct.type.fields.find((candidate) => candidate.name === name)
      : undefined;
  if (!(struct instanceof StructValue) || field === undefined) {
    return context.fail('RunTimeException', `getGenericValue: there is no field "${name}".`);
  }
  context.charge(64);
  return new GenericValue(field.type, struct.fields, field.index);
}

/** The elements, each a Generic that reads and writes its place in the array. */
function toArray(context: NativeContext, value: GenericValue | null): GenericValue[] {
  const generic = need(context, value);
  const { type } = generic;
  if (type.kind !== 'array') {
    return context.fail('RunTimeException', `GenericToArray: the value is of type ${type.name}.`);
  }
  const elements = generic.get() as unknown[];
  context.charge(16 + 72 * elements.length);
  context.work(elements.length);
  return elements.map((_, index) => new GenericValue(type.element, elements, index));
}

/** Field names in the order of the declaration. */
const membersOf = (context: NativeContext, name: string): string[] =>
  context.struct(name)?.fields.map((field) => field.name) ??
  context.fail('RunTimeException', `getStructMembers: there is no struct "${name}".`);

const variableOf = (context: NativeContext, name: string): VariableReference =>
  context.variable(name) ??
  context.fail('RunTimeException', `getGenericValue: there is no variable "${name}" here.`);

export const genericPart: LibraryPart = {
  functions: [
    ...['Bool', 'Byte', 'Date', 'DateTime', 'Float', 'Integer', 'String', 'Time', 'TimeSpan'].map(cast),
    { signature: 'Generic[] GenericToArray(Generic value)', run: toArray },
    { signature: 'String[] getStructMembers(String name)', run: membersOf },
    { signature: 'Generic getGenericValue(String name)', run: variableOf },
    {
      signature: 'String getTypeName(Generic generic)',
      run: (context, value: GenericValue | null) => baseOf(need(context, value).type).name,
    },
    {
      signature: 'Integer getTypeDimensions(Generic value)',
      run: (context, value: GenericValue | null) => dimensions(need(context, value).type),
    },
    {
      signature: 'Bool typeIsStruct(Generic generic)',
      run: (context, value: GenericValue | null) => need(context, value).type.kind === 'struct',
    },
    {
      signature: 'String convertGenericToString(Generic variable)',
      nests: true,
      run: (context, value: GenericValue | null) => valueText(context, value, need(context, value).type),
    },
    { signature: 'Void setGenericFromString(Generic generic, String value)', run: setFromString },
    { signature: 'Generic getGenericValue(Generic struct, String name)', run: fieldOf },
  ],
};
