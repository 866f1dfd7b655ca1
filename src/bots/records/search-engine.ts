import type { LibraryPart, NativeClass, NativeContext, NativeFunction } from '../../crmscript/library.ts';
import { by, callerOf } from '../crmscript/caller-of.ts';
import { absent } from '../crmscript/absent.ts';
import { buildingMethods } from './search-building.ts';
import { insert, remove, update } from './search-changes.ts';
import { countRows, execute, SearchValue } from './search.ts';
import { applied, fieldOf, isAggregate, type Field } from './search-field.ts';
import { tellingMethods } from './search-telling.ts';
import { wholeMethods } from './search-whole.ts';

export const cell = (context: NativeContext, self: SearchValue, column: number): string | null => {
  if (column < 0 || column >= self.fields.length) {
    return context.fail(
      'RunTimeException',
      `SearchEngine.getField: there is no field ${String(column)}; there are ${String(self.fields.length)}, the first is 0.`,
    );
  }
  return self.found[self.at]?.[column] ?? null;
};

/** The field of a name, and of a function if one is given: as it was added with it, else with the function applied. */
export function named(context: NativeContext, self: SearchValue, name: string, of = ''): string | null {
  const wanted = name.toLowerCase();
  const called = (field: Field): boolean => field.text.toLowerCase() === wanted;
  const asked = of === '' ? undefined : fieldOf(callerOf(context), name, of);
  const exact = self.fields.findIndex(
    (field) => called(field) && (asked === undefined || field.function === asked.function),
  );
  if (exact >= 0) return cell(context, self, exact);
  const plain = self.fields.findIndex((field) => called(field) && field.function === undefined);
  if (plain >= 0 && asked !== undefined && !isAggregate(asked)) {
    return applied(asked, cell(context, self, plain));
  }
  const shown = of === '' ? `"${name}"` : `"${name}" with ${of}`;
  return context.fail('RunTimeException', `SearchEngine.getField: the field ${shown} was not added.`);
}

/** Going through what was found. */
export const walking: readonly NativeFunction[] = [
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
  { signature: 'Integer countRows()', run: by(countRows) },
];

const reading: readonly NativeFunction[] = [
  { signature: 'Integer execute()', run: by(execute) },
  { signature: 'Integer select()', run: by(execute) },
  ...walking,
  { signature: 'String getField(Integer num)', run: cell },
  {
    signature: 'String getField(String name)',
    run: (context, self: SearchValue, name: string) => named(context, self, name),
  },
  { signature: 'String getField(String name, String function)', run: named },
  { signature: 'Integer countColumns()', run: (_context, self: SearchValue) => self.fields.length },
  { signature: 'Integer insert()', run: by(insert) },
  { signature: 'Void update()', run: by(update) },
  { signature: 'Void delete()', run: by(remove) },
];

/** What the reference names without saying what it does. */
const unsupported = [
  'Void addJoinCriteria(String p_0, String p_1, String p_2, String p_3, Integer p_4)',
  'String[] findRelations(String p_0, Bool p_1)',
  'Void setCallBack(String functionName)',
];

export const searchText = ({ fields, found }: SearchValue): string =>
  `${fields.map(({ text }) => text).join(', ')}: ${String(found.length)} rows`;

const searchEngineClass: NativeClass = {
  name: 'SearchEngine',
  differs:
    'Searches one of the tables of the workspace, its contacts as `customer`, or the chat as it is: chat_session, chat_message, chat_topic, chat_topic_user, ejuser, and kb_category and kb_entry, the FAQ. `table.column.column` follows a column to the table that its name says (`ticket.cust_id.firstname`, `y_order.y_product.name`); `table.(other->column)` is not rehearsed. Higher priorities stand in parentheses, and binds before or; NotAnd and NotOr are the contrary of both together. The id of a row is `id`, or `<table>_id` as in SuperOffice’s Sales tables. Texts are compared without their letter case. Functions run without bypassNetServer, with a hint. In the chat, only ejuser.chat_status and chat_session.status can be changed.',
  make: (context) => {
    context.charge(256);
    return new SearchValue();
  },
  text: searchText,
  constructors: [{ signature: 'SearchEngine()', run: () => new SearchValue() }],
  methods: [
    ...buildingMethods,
    ...reading,
    ...wholeMethods,
    ...tellingMethods,
    ...unsupported.map((signature) => absent('SearchEngine', signature)),
  ],
};

export const searchPart: LibraryPart = { classes: [searchEngineClass] };
