import {
  textOfDateTime,
  type DateTimeValue,
  type NativeContext,
  type NativeFunction,
} from '../../crmscript/library.ts';
import { callerOf } from '../crmscript/caller-of.ts';
import { addCriterion, type SearchValue } from './search.ts';
import { fieldOf } from './search-field.ts';

/* Putting a search together: fields, criteria, order, data. */

function addField(context: NativeContext, self: SearchValue, text: string, name: string): void {
  context.charge(64);
  self.fields.push(fieldOf(callerOf(context), text, name));
}

type Five = [string, string, string, string, number];
type Six = [string, ...Five];

/** A field, an operator, a value, a row operator and a priority, to the criteria or to the conditions on groups. */
export const plainCriterion =
  (to: 'criteria' | 'having') =>
  (context: NativeContext, self: SearchValue, ...[field, operator, value, join, level]: Five): null =>
    addCriterion(callerOf(context), self[to], { field, operator, value, join, level });

const withFunction =
  (to: 'criteria' | 'having') =>
  (context: NativeContext, self: SearchValue, ...[field, name, operator, value, join, level]: Six): null =>
    addCriterion(callerOf(context), self[to], { field, function: name, operator, value, join, level });

/** One field with another. */
export const comparison = (
  context: NativeContext,
  self: SearchValue,
  ...[field, operator, other, join, level]: Five
): null =>
  addCriterion(callerOf(context), self.criteria, {
    field,
    operator,
    value: fieldOf(callerOf(context), other),
    join,
    level,
  });

/** "Using StatLib class in CRMScript for reporting" gives a DateTime where the reference has a String. */
const criteriaOfDates: readonly NativeFunction[] = [
  {
    signature: 'Void addCriteria(String field, String compOperator, DateTime value)',
    divided: true,
    run: (context, self: SearchValue, field: string, operator: string, value: DateTimeValue) =>
      addCriterion(callerOf(context), self.criteria, { field, operator, value: textOfDateTime(value) }),
  },
  {
    signature:
      'Void addCriteria(String field, String compOperator, DateTime value, String rowOperator, Integer priority)',
    divided: true,
    run: (
      context,
      self: SearchValue,
      ...[field, operator, value, join, level]: [string, string, DateTimeValue, string, number]
    ) =>
      addCriterion(callerOf(context), self.criteria, {
        field,
        operator,
        value: textOfDateTime(value),
        join,
        level,
      }),
  },
];

const criteria: readonly NativeFunction[] = [
  ...criteriaOfDates,
  {
    signature: 'Void addCriteria(String field, String compOperator, String value)',
    run: (context, self: SearchValue, field: string, operator: string, value: string) =>
      addCriterion(callerOf(context), self.criteria, { field, operator, value }),
  },
  {
    signature:
      'Void addCriteria(String field, String compOperator, String value, String rowOperator, Integer priority)',
    run: plainCriterion('criteria'),
  },
  {
    signature:
      'Void addCriteria(String field, String function, String compOperator, String value, String rowOperator, Integer priority)',
    run: withFunction('criteria'),
  },
  {
    signature:
      'Void addComparison(String field1, String compOperator, String field2, String rowOperator, Integer priority)',
    run: comparison,
  },
  {
    signature:
      'Void addComparison(String field1, String func1, String compOperator, String field2, String func2, String rowOperator, Integer priority)',
    run: (
      context,
      self: SearchValue,
      ...[field, name, operator, other, otherName, join, level]: [string, ...Six]
    ) => {
      const value = fieldOf(callerOf(context), other, otherName);
      return addCriterion(callerOf(context), self.criteria, {
        field,
        function: name,
        operator,
        value,
        join,
        level,
      });
    },
  },
  {
    signature:
      'Void addHaving(String field, String compOperator, String value, String rowOperator, Integer priority)',
    run: plainCriterion('having'),
  },
  {
    signature:
      'Void addHaving(String field, String function, String compOperator, String value, String rowOperator, Integer priority)',
    run: withFunction('having'),
  },
];

export const addOrder = (
  context: NativeContext,
  self: SearchValue,
  field: string,
  ascending: boolean,
): void => {
  order(context, self, field, '', ascending);
};

const order = (
  context: NativeContext,
  self: SearchValue,
  text: string,
  name: string,
  ascending: boolean,
): void => {
  context.charge(48);
  self.orders.push({ field: fieldOf(callerOf(context), text, name), ascending });
};

const copy = (context: NativeContext, self: SearchValue, to: string, from: string, name = ''): void => {
  context.charge(96);
  self.copies.push({ to: fieldOf(callerOf(context), to), from: fieldOf(callerOf(context), from, name) });
};

export const setLimit = (_context: NativeContext, self: SearchValue, limit: number): void => {
  self.limit = limit;
};

/** To read the name of a field, character by character, and say that it is none. */
const workOfField = 256;

export const buildingMethods: readonly NativeFunction[] = [
  {
    signature: 'Void addField(String field)',
    run: (context, self: SearchValue, field: string) => {
      addField(context, self, field, '');
    },
  },
  { signature: 'Void addField(String field, String function)', run: addField },
  {
    signature: 'Void addFields(String table, String fields)',
    run: (context, self: SearchValue, table: string, fields: string) => {
      context.charge(16 + 8 * fields.length);
      for (const field of fields.split(',')) {
        context.text(table.length + field.length);
        context.work(workOfField * (table.length + field.length));
        addField(context, self, `${table}.${field.trim()}`, '');
      }
    },
  },
  ...criteria,
  {
    signature: 'Void addOrder(String field, Bool ascending)',
    run: addOrder,
  },
  { signature: 'Void addOrder(String field, String function, Bool ascending)', run: order },
  {
    signature: 'Void addData(String field, String value)',
    run: (context, self: SearchValue, name: string, value: string) => {
      context.charge(64);
      const field = fieldOf(callerOf(context), name);
      self.data.set(field.text.toLowerCase(), { field, value });
    },
  },
  { signature: 'Void addDataField(String field1, String field2)', run: copy },
  { signature: 'Void addDataField(String field1, String field2, String function)', run: copy },
  { signature: 'Void setLimit(Integer number)', run: setLimit },
  {
    signature: 'Void setDBDistinct(Bool p_0)',
    run: (_context, self: SearchValue, distinct: boolean) => {
      self.distinct = distinct;
    },
  },
  {
    signature: 'Void setDistinct(String field)',
    run: (context, self: SearchValue, field: string) => {
      self.unique = fieldOf(callerOf(context), field);
    },
  },
  {
    signature: 'Void setGroup(Bool set)',
    run: (_context, self: SearchValue, grouped: boolean) => {
      self.grouped = grouped;
    },
  },
  {
    signature: 'Void bypassNetServer(Bool p_0)',
    run: (_context, self: SearchValue, bypass: boolean) => {
      self.bypass = bypass;
    },
  },
];
