import { escapeHtml } from '../../engine/escape-html.ts';
import {
  decodeBase64Bytes,
  MapValue,
  textOfBytes,
  type LibraryPart,
  type NativeClass,
  type NativeContext,
  type NativeFunction,
  type ParserValue,
} from '../../crmscript/library.ts';
import { by, callerOf } from '../crmscript/caller-of.ts';
import { absent } from '../crmscript/absent.ts';
import { botOf } from '../crmscript/bot-environment.ts';
import { scriptUser } from '../api/people.ts';
import { isNamed } from './lookups.ts';
import { getValue, load, loadWhere, RecordValue, remove, save, setValue } from './records.ts';
import { cellOf } from './rows.ts';

/* Classes that are one row of a table of the world (crm §14, §19). What else they have needs a server. */

/** Every column as a variable with the record's word in front: `customer.firstname`. */
const toParser =
  (prefix: string, shown: (column: string, text: string) => string = (_, text) => text) =>
  (context: NativeContext, self: RecordValue, parser: ParserValue): void => {
    const put = (column: string, text: string): void => {
      context.charge(96);
      context.text(text.length);
      parser.variables.set(`${prefix}.${column}`, [shown(column, text)]);
    };
    put('id', String(self.id));
    for (const [column, value] of self.row?.cells ?? []) if (column !== 'id') put(column, value ?? '');
    for (const [column, value] of self.changes.values()) put(column, value);
  };

const htmlColumns = new Set(['title', 'author']);

/** `load`, `getValue`, `setValue` and `save`, with the names that the reference gives their parameters. */
const basics = (id: string, get: string, set: string): readonly NativeFunction[] => [
  { signature: `Bool load(Integer ${id})`, run: by(load) },
  { signature: `String getValue(String ${get})`, run: by(getValue) },
  { signature: `Void setValue(String ${set}, String value)`, run: by(setValue) },
  { signature: 'Integer save()', run: by(save) },
];

/** Further ways to save, whose extras are left out. */
const saves = (extras: string, ...parameters: readonly string[]): readonly NativeFunction[] =>
  parameters.map((list) => ({ signature: `Integer save(${list})`, differs: extras, run: by(save) }));

const customerBy =
  (method: string, columns: readonly string[]) =>
  (context: NativeContext, self: RecordValue, text: string): boolean => {
    const fits = isNamed(callerOf(context), text);
    return (
      text !== '' &&
      loadWhere(callerOf(context), self, method, (row) =>
        columns.some((column) => fits(cellOf('customer', row, column))),
      )
    );
  };

const attachment: readonly NativeFunction[] = [
  {
    signature: 'String getBase64()',
    run: (context, self: RecordValue) => getValue(callerOf(context), self, 'content'),
  },
  {
    signature: 'String getRaw()',
    run: (context, self: RecordValue) => {
      const content = getValue(callerOf(context), self, 'content') ?? '';
      context.text(content.length);
      context.work(64 * content.length);
      return textOfBytes(context, decodeBase64Bytes(content) ?? []);
    },
  },
  {
    signature: 'Integer saveBase64(String attachment)',
    run: (context, self: RecordValue, content: string) => {
      setValue(callerOf(context), self, 'content', content);
      return save(callerOf(context), self);
    },
  },
  { signature: 'Void remove()', run: by(remove) },
];

type RecordClassShape = {
  readonly table: string;
  /** Methods that need a server, where the class is whole without the tables: functions give objects of it. */
  readonly missing?: readonly string[];
  readonly differs?: string;
  readonly methods: readonly NativeFunction[];
};

const kinds: Readonly<Record<string, RecordClassShape>> = {
  Ticket: {
    table: 'ticket',
    methods: [
      ...basics('id', 'colName', 'colName'),
      ...saves(
        'saves; logs and escalates nothing',
        'String log',
        'Bool setReadStatus, Bool doNotCheckEscalating',
        'String log, Bool setReadStatus, Bool doNotCheckEscalating',
      ),
      {
        signature: 'Void toParser(Parser theParser)',
        run: toParser('ticket', (column, text) => (htmlColumns.has(column) ? escapeHtml(text) : text)),
      },
      { signature: 'Void toParserRaw(Parser theParser)', run: toParser('ticket') },
    ],
  },
  Customer: {
    table: 'customer',
    differs: 'Without that table, the contacts of the workspace are the customers, to read.',
    methods: [
      ...basics('id', 'colName', 'field'),
      ...saves('saves; the source is left out', 'String gdprSourceKey'),
      {
        signature: 'Bool findFromEmail(String email)',
        run: customerBy('findFromEmail', ['email', 'main_email']),
      },
      {
        signature: 'Bool findFromCellphone(String cellphone)',
        run: customerBy('findFromCellphone', ['cellphone']),
      },
      { signature: 'Void toParser(Parser parser)', run: toParser('customer') },
    ],
  },
  Company: {
    table: 'company',
    methods: [
      ...basics('id', 'colName', 'colName'),
      { signature: 'Void toParser(Parser parser)', run: toParser('company') },
    ],
  },
  Message: {
    table: 'ej_message',
    methods: [
      ...basics('id', 'colName', 'colName'),
      ...saves('saves; logs nothing', 'String log', 'String log, Bool noNewInfo'),
      { signature: 'Void toParser(Parser parser)', run: toParser('message') },
    ],
  },
  User: {
    table: 'ejuser',
    differs: 'The agents of the workspace, to read: id, username, firstname, email and chat_status.',
    methods: [
      ...basics('p_id', 'colName', 'column'),
      { signature: 'Void setValue(String column, String value, String columns)', run: by(setValue) },
      { signature: 'Void toParser(Parser parser)', run: toParser('user') },
    ],
    missing: [
      'Bool hasTicketAccess(Integer ticketId, Integer accessLevel)',
      'Bool isAdministrator()',
      'Bool isLoggedIn(Integer origin)',
      'Bool loadFromAgentAndKey(Integer id, String Key)',
    ],
  },
  ExtraTable: {
    table: '',
    differs: 'The table is the one that getExtraTable named.',
    methods: [
      ...basics('id', 'field', 'field'),
      ...saves('saves; webhooks are not told', 'Bool reload', 'Bool reload, Bool signalWebhook'),
      { signature: 'Void delete()', run: by(remove) },
      { signature: 'Void delete(Bool signalWebhook)', differs: 'webhooks are not told', run: by(remove) },
      {
        signature: 'Map getValues()',
        run: (context, self: RecordValue) => {
          const map = new MapValue();
          const put = (column: string, value: string): void => {
            context.charge(64);
            map.set(column, value);
          };
          put('id', String(self.id));
          for (const [column, value] of self.row?.cells ?? []) if (column !== 'id') put(column, value ?? '');
          for (const [column, value] of self.changes.values()) put(column, value);
          return map;
        },
      },
    ],
    missing: ['Bool loadFromAgentAndKey(Integer agent, String key)'],
  },
  Category: { table: 'ej_category', methods: basics('id', 'field', 'name') },
  EabEntry: {
    table: 'eab_entry',
    methods: [...basics('id', 'field', 'name'), { signature: 'Void delete()', run: by(remove) }],
  },
  InvoiceEntry: { table: 'invoice_entry', methods: basics('id', 'field', 'field') },
  Attachment: {
    table: 'attachment',
    differs: 'Its bytes are Base64 in the column `content`.',
    methods: [...basics('id', 'name', 'name'), ...attachment],
  },
};

/** The table of each class; that of ExtraTable is named when it runs. */
export const recordTables: ReadonlyMap<string, string> = new Map(
  Object.entries(kinds).flatMap(([name, { table }]) => (table === '' ? [] : [[name, table]])),
);

const source = (table: string): string =>
  table === '' || table === 'ejuser' ? '' : `A row of the workspace's table \`${table}\`.`;

const recordClass = (
  name: string,
  { table, differs = '', methods, missing }: RecordClassShape,
): NativeClass => ({
  name,
  differs: `${source(table)} ${differs}`.trim(),
  make: (context) => {
    context.charge(128);
    return new RecordValue(name, table);
  },
  ...(missing === undefined && { tables: 'required' }),
  text: ({ id, changes }: RecordValue) => `${String(id)}${changes.size > 0 ? ', changed' : ''}`,
  constructors: [{ signature: `${name}()`, run: () => new RecordValue(name, table) }],
  methods: [...methods, ...(missing ?? []).map((signature) => absent(name, signature))],
});

export const recordPart: LibraryPart = {
  classes: Object.entries(kinds).map(([name, kind]) => recordClass(name, kind)),
  functions: [
    {
      signature: 'User getActiveUser()',
      differs: 'the first agent of the workspace',
      run: (context) => {
        context.spend(20);
        const user = new RecordValue('User', 'ejuser');
        load(callerOf(context), user, scriptUser(botOf(context).host.world())?.id ?? 0);
        return user;
      },
    },
    {
      signature: 'ExtraTable getExtraTable(String name)',
      run: (context, name: string) => {
        context.charge(128);
        return new RecordValue('ExtraTable', name);
      },
    },
  ],
};
