import type { NativeContext, NativeFunction } from '../../crmscript/library.ts';
import { callerOf } from '../crmscript/caller-of.ts';
import { botOf } from '../crmscript/bot-environment.ts';
import { columnsOfTable, tablesOf } from './field-names.ts';
import { linkOf } from './links.ts';
import { mainTable, type SearchValue } from './search.ts';
import { sqlOf } from './search-sql.ts';

/* What a search tells of itself: its SQL, the fields that there are, and the row that it stands on. */

function buildSql(context: NativeContext, self: SearchValue, type = 'select'): string {
  const world = botOf(context).host.world();
  const table = mainTable(callerOf(context), self);
  const links = (owner: string, column: string) => linkOf(world, owner, column);
  const sql = sqlOf(self, table, type.trim().toLowerCase(), links);
  if (sql === undefined) {
    return context.fail(
      'RunTimeException',
      `SearchEngine.buildSql: there is no query of type "${type}". There are select, insert, update and delete.`,
    );
  }
  context.text(sql.length);
  return sql;
}

/** All fields that begin like a text: columns of tables, and of the tables that a link in the text leads to. */
function alternatives(context: NativeContext, start: string): string[] {
  const world = botOf(context).host.world();
  const parts = start.trim().split('.');
  const begun = (parts.pop() ?? '').toLowerCase();
  const [table, ...links] = parts;
  const found =
    table === undefined
      ? tablesOf(world)
          .filter((name) => name.toLowerCase().startsWith(begun))
          .flatMap((name) => columnsOfTable(world, name).map((column) => `${name}.${column}`))
      : fieldsBehind(
          links.reduce<string | undefined>((owner, link) => owner && linkOf(world, owner, link), table),
        );
  context.spend(4 * found.length);
  context.charge(found.reduce((size, field) => size + 24 + 2 * field.length, 16));
  return found;

  function fieldsBehind(owner: string | undefined): string[] {
    const columns = owner === undefined ? [] : columnsOfTable(world, owner);
    return columns
      .filter((column) => column.toLowerCase().startsWith(begun))
      .map((column) => [...parts, column].join('.'));
  }
}

/** The row that the search stands on, as an object; an empty one behind the end. */
function fieldsJson(context: NativeContext, { fields, found, at }: SearchValue): string {
  const row = found[at];
  const cells = row === undefined ? [] : fields.map(({ text }, column) => [text, row[column] ?? '']);
  const text = JSON.stringify(Object.fromEntries(cells));
  context.text(text.length);
  return text;
}

export const tellingMethods: readonly NativeFunction[] = [
  {
    signature: 'String buildSql()',
    differs: 'an estimate, as in SuperOffice since version 7',
    run: (context, self: SearchValue) => buildSql(context, self),
  },
  {
    signature: 'String buildSql(String type)',
    differs: 'an estimate, as in SuperOffice since version 7',
    run: buildSql,
  },
  {
    signature: 'String[] findAlternativeFields(String fieldBeginsWith)',
    differs: 'of the tables of the workspace and of the chat',
    run: (context, _self: SearchValue, start: string) => alternatives(context, start),
  },
  {
    signature: 'String getFieldsJSON()',
    differs: 'the fields of the row that the search stands on, as an object',
    run: fieldsJson,
  },
];
