import {
  JsonBuilderValue,
  missing,
  type LibraryPart,
  type NativeClass,
  type NativeContext,
  type NativeFunction,
  type StringMatrixValue,
} from '../crmscript/library.ts';
import { insert, remove, update } from './search-changes.ts';
import { addCriterion, execute, fieldOf, matching, mainTable, SearchValue } from './search.ts';

/** What the database's own SQL or its dictionary would be needed for. */
const notHere = (signature: string): NativeFunction =>
  missing(signature, `SearchEngine.${/(\w+)\(/.exec(signature)?.[1] ?? ''}`);

const cell = (context: NativeContext, self: SearchValue, column: number): string | null => {
  if (column < 0 || column >= self.fields.length) {
    return context.fail(
      'RunTimeException',
      `SearchEngine.getField: there is no field ${String(column)}; there are ${String(self.fields.length)}, the first is 0.`,
    );
  }
  return self.found[self.at]?.[column] ?? null;
};

function named(context: NativeContext, self: SearchValue, name: string): string | null {
  const wanted = name.toLowerCase();
  const column = self.fields.findIndex(({ text }) => text.toLowerCase() === wanted);
  if (column >= 0) return cell(context, self, column);
  return context.fail('RunTimeException', `SearchEngine.getField: the field "${name}" was not added.`);
}

const criteria: readonly NativeFunction[] = [
  {
    signature: 'Void addCriteria(String field, String compOperator, String value)',
    run: (context, self: SearchValue, field: string, operator: string, value: string) =>
      addCriterion(context, self, { field, operator, value }),
  },
  {
    signature:
      'Void addCriteria(String field, String compOperator, String value, String rowOperator, Integer priority)',
    run: (
      context,
      self: SearchValue,
      field: string,
      operator: string,
      value: string,
      join: string,
      level: number,
    ) => addCriterion(context, self, { field, operator, value, join, level }),
  },
  {
    signature:
      'Void addComparison(String field1, String compOperator, String field2, String rowOperator, Integer priority)',
    run: (
      context,
      self: SearchValue,
      field: string,
      operator: string,
      other: string,
      join: string,
      level: number,
    ) => addCriterion(context, self, { field, operator, value: fieldOf(context, other), join, level }),
  },
];

const building: readonly NativeFunction[] = [
  {
    signature: 'Void addField(String field)',
    run: (context, self: SearchValue, field: string) => {
      context.charge(64);
      self.fields.push(fieldOf(context, field));
    },
  },
  {
    signature: 'Void addFields(String table, String fields)',
    run: (context, self: SearchValue, table: string, fields: string) => {
      for (const field of fields.split(',')) {
        context.charge(64);
        self.fields.push(fieldOf(context, `${table}.${field.trim()}`));
      }
    },
  },
  ...criteria,
  {
    signature: 'Void addOrder(String field, Bool ascending)',
    run: (context, self: SearchValue, field: string, ascending: boolean) => {
      context.charge(48);
      self.orders.push({ field: fieldOf(context, field), ascending });
    },
  },
  {
    signature: 'Void addData(String field, String value)',
    run: (context, self: SearchValue, name: string, value: string) => {
      context.charge(64);
      const field = fieldOf(context, name);
      self.data.set(field.text.toLowerCase(), { field, value });
    },
  },
  {
    signature: 'Void setLimit(Integer number)',
    run: (_context, self: SearchValue, limit: number) => {
      self.limit = limit;
    },
  },
  {
    signature: 'Void setDBDistinct(Bool p_0)',
    run: (_context, self: SearchValue, distinct: boolean) => {
      self.distinct = distinct;
    },
  },
  { signature: 'Void bypassNetServer(Bool p_0)', run: () => null },
];

const reading: readonly NativeFunction[] = [
  { signature: 'Integer execute()', run: execute },
  { signature: 'Integer select()', run: execute },
  { signature: 'Bool eof()', run: (_context, self: SearchValue) => self.at >= self.found.length },
  {
    signature: 'Bool first()',
    run: (_context, self: SearchValue) => {
      self.at = 0;
      return self.found.length > 0;
    },
  },
  {
    signature: 'Bool next()',
    run: (_context, self: SearchValue) => {
      self.at = Math.min(self.at + 1, self.found.length);
      return self.at < self.found.length;
    },
  },
  { signature: 'String getField(Integer num)', run: cell },
  { signature: 'String getField(String name)', run: named },
  { signature: 'Integer countColumns()', run: (_context, self: SearchValue) => self.fields.length },
  {
    signature: 'Integer countRows()',
    run: (context, self: SearchValue) => matching(context, self, mainTable(context, self)).length,
  },
  { signature: 'Integer insert()', run: insert },
  { signature: 'Void update()', run: update },
  { signature: 'Void delete()', run: remove },
];

/** The whole result at once, in other shapes. */
const whole: readonly NativeFunction[] = [
  {
    signature: 'String executeTextTable()',
    run: (context, self: SearchValue) => {
      execute(context, self);
      const lines = [self.fields.map(({ text }) => text), ...self.found];
      const text = lines.map((line) => line.map((one) => one ?? '').join('\t')).join('\n');
      context.text(text.length);
      return text;
    },
  },
  {
    signature: 'String executeJSON()',
    run: (context, self: SearchValue) => {
      execute(context, self);
      const builder = new JsonBuilderValue();
      builder.push(context, '', { kind: 'array', items: [] });
      addRows(
        context,
        builder,
        self,
        self.fields.map(({ text }) => text),
      );
      return builder.text(context);
    },
  },
  {
    signature: 'Void executeToJSONBuilder(JSONBuilder jb, String fields, String arrayName)',
    run: (context, self: SearchValue, builder: JsonBuilderValue, fields: string, array: string) => {
      execute(context, self);
      const names = fields.split(',').map((name) => name.trim());
      builder.push(context, array, { kind: 'array', items: [] });
      addRows(context, builder, self, fields.trim() === '' ? self.fields.map(({ text }) => text) : names);
      builder.pop();
    },
  },
  {
    signature: 'Void executeInto(StringMatrix matrix)',
    run: (context, self: SearchValue, matrix: StringMatrixValue) => {
      execute(context, self);
      matrix.rows = self.found.map((row) => row.map((one) => one ?? ''));
    },
  },
];

function addRows(
  context: NativeContext,
  builder: JsonBuilderValue,
  { found }: SearchValue,
  names: readonly string[],
): void {
  for (const row of found) {
    builder.push(context, '', { kind: 'object', members: [] });
    row.forEach((value, column) => {
      builder.add(context, names[column] ?? String(column), { kind: 'string', text: value ?? '' });
    });
    builder.pop();
  }
}

const unsupported = [
  'Void addComparison(String field1, String func1, String compOperator, String field2, String func2, String rowOperator, Integer priority)',
  'Void addCriteria(String field, String function, String compOperator, String value, String rowOperator, Integer priority)',
  'Void addDataField(String field1, String field2)',
  'Void addDataField(String field1, String field2, String function)',
  'Void addField(String field, String function)',
  'Void addHaving(String field, String compOperator, String value, String rowOperator, Integer priority)',
  'Void addHaving(String field, String function, String compOperator, String value, String rowOperator, Integer priority)',
  'Void addJoinCriteria(String p_0, String p_1, String p_2, String p_3, Integer p_4)',
  'Void addOrder(String field, String function, Bool ascending)',
  'String buildSql()',
  'String buildSql(String type)',
  'String executeHTMLTable()',
  'String[] findAlternativeFields(String fieldBeginsWith)',
  'String[] findRelations(String p_0, Bool p_1)',
  'String getField(String name, String function)',
  'String getFieldsJSON()',
  'Void setCallBack(String functionName)',
  'Void setDistinct(String field)',
  'Void setGroup(Bool set)',
];

const searchEngineClass: NativeClass = {
  name: 'SearchEngine',
  differs:
    'Searches one of the tables of the workspace, or the chat as it is: chat_session, chat_message, chat_topic, chat_topic_user and ejuser, with links between these. A row operator leads to the next criterion; higher priorities stand in parentheses. Texts are compared without their letter case. In the chat, only ejuser.chat_status and chat_session.status can be changed.',
  make: (context) => {
    context.charge(256);
    return new SearchValue();
  },
  text: ({ fields, found }: SearchValue) =>
    `${fields.map(({ text }) => text).join(', ')}: ${String(found.length)} rows`,
  constructors: [{ signature: 'SearchEngine()', run: () => new SearchValue() }],
  methods: [...building, ...reading, ...whole, ...unsupported.map(notHere)],
};

export const searchPart: LibraryPart = { classes: [searchEngineClass] };
