import { capitalised, decapitalised } from './letter-case.ts';
import { parseSignature } from '../../analysis/types/signature.ts';
import type { NativeContext, NativeFunction } from '../../analysis/types/native.ts';
import {
  dateText,
  dateTimeText,
  timeText,
  type DateTimeValue,
  type DateValue,
  type TimeValue,
} from '../dates/calendar.ts';
import { CarrierValue } from './carrier.ts';
import { writeJson, type JsonValue } from '../json/json-text.ts';
import { MapValue } from '../collections/map.ts';
import { chargeWritten } from '../text/text.ts';

/*
 * Dialogs of triggers as data (crm §19): a definition holds what was set, and the list of its fields; a field holds
 * what was set. The names in their JSON are those of the methods' parameters: SuperOffice documents none.
 */

const fieldsOf = (dialog: CarrierValue): CarrierValue[] =>
  (dialog.fields.get('Fields') as CarrierValue[] | undefined) ?? [];

function setFields(context: NativeContext, dialog: CarrierValue, fields: readonly CarrierValue[]): void {
  context.charge(16 + 8 * fields.length);
  dialog.write(context, 'Fields', [...fields]);
}

/** Times become text as they are put in; all else stays what it is. */
function kept(type: string, value: unknown): unknown {
  if (value === null) return null;
  if (type === 'Date') return dateText(value as DateValue);
  if (type === 'DateTime') return dateTimeText(value as DateTimeValue);
  return type === 'Time' ? timeText(value as TimeValue) : value;
}

/** `addText(id, label, defaultValue)` and its kind: a field of the type that the method names. */
function adder(signature: string): NativeFunction {
  const { name, parameters } = parseSignature(signature);
  const type = name.slice('add'.length).toLowerCase();
  return {
    signature,
    raw: true,
    run: (context, dialog: CarrierValue, ...values: readonly unknown[]) => {
      const field = new CarrierValue('EventDataDialogField', [['Type', type]]);
      context.charge(64);
      parameters.forEach((parameter, index) => {
        const own = parameter.name === 'defaultValue' ? 'Default' : capitalised(parameter.name);
        field.write(context, own, kept(parameter.type, values[index] ?? null));
      });
      setFields(context, dialog, [...fieldsOf(dialog), field]);
    },
  };
}

/** The methods of dialogs that are more than getters and setters; undefined for those that are not. */
export function dialogMethod(signature: string): NativeFunction | undefined {
  const { name } = parseSignature(signature);
  if (name === 'addField') {
    return {
      signature,
      run: (context, dialog: CarrierValue, field: CarrierValue) => {
        setFields(context, dialog, [...fieldsOf(dialog), field]);
      },
    };
  }
  if (name === 'removeField') {
    return {
      signature,
      run: (context, dialog: CarrierValue, id: string) => {
        const left = fieldsOf(dialog).filter((field) => field.fields.get('Id') !== id);
        setFields(context, dialog, left);
      },
    };
  }
  if (name === 'addListItem') {
    return {
      signature,
      run: (context, field: CarrierValue, item: string) => {
        const items = (field.fields.get('ListItems') as string[] | undefined) ?? [];
        context.charge(16 + 8 * items.length);
        field.write(context, 'ListItems', [...items, item]);
      },
    };
  }
  if (name === 'toJSONString') {
    return {
      signature,
      differs: 'the names of the members are those of the methods',
      run: (context, dialog: CarrierValue) => dialogJson(context, dialog),
    };
  }
  return name.startsWith('add') ? adder(signature) : undefined;
}

/** The whole definition as compact JSON, without what is empty. */
export function dialogJson(context: NativeContext, dialog: CarrierValue): string {
  const text = writeJson(jsonOf(dialog));
  return chargeWritten(context, text);
}

function jsonOf(value: unknown): JsonValue {
  if (value === null || value === undefined) return { kind: 'null' };
  if (typeof value === 'boolean') return { kind: 'bool', value };
  if (typeof value === 'number') return { kind: 'number', text: String(value) };
  if (Array.isArray(value)) return { kind: 'array', items: value.map(jsonOf) };
  if (value instanceof MapValue) return objectOf(value.entries, (name) => name);
  if (value instanceof CarrierValue) return objectOf(value.fields, decapitalised);
  return { kind: 'string', text: typeof value === 'string' ? value : '' };
}

const objectOf = (entries: ReadonlyMap<string, unknown>, nameOf: (name: string) => string): JsonValue => ({
  kind: 'object',
  members: [...entries]
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => [nameOf(name), jsonOf(value)]),
});
