import {
  carrierFrom,
  dataFrom,
  type CarrierValue,
  type NativeContext,
  type NativeFunction,
  type Tables,
  type TablesSource,
} from '../../crmscript/library.ts';
import type { Row } from '../../engine/definition.ts';
import { botOf } from '../crmscript/bot-environment.ts';
import { rowId } from '../../engine/table-rows.ts';
import { plain, storedName } from './rows.ts';
import { nextId, putRow, removeRow } from './stored-rows.ts';

/*
 * Carriers of NetServer from tables of the world (crm §13): an agent's `GetSaleEntity`, `SaveSaleEntity` and
 * `DeleteSaleEntity` work on the table `NSSaleEntity`, if there is one; its columns are the carrier's fields.
 */

/** The table of the world that stands in for NetServer's; undefined where there is none. */
function tableOf(context: NativeContext, carrier: string): readonly Row[] | undefined {
  const { tables } = botOf(context).host.world();
  const stored = storedName(botOf(context).host.world(), carrier);
  const found = stored === undefined ? undefined : (tables[stored] ?? []);
  context.spend(found?.length ?? 0);
  return found;
}

/** `NSSaleEntity` has its id in `SaleId`. */
const idField = (carrier: string): string => `${carrier.replace(/^NS/, '').replace(/Entity$/, '')}Id`;

function fromRow(tables: Tables, carrier: string, row: Row): CarrierValue {
  const fields = (tables.classes[carrier]?.fields ?? '').split(' ').map((field) => field.split(':')[0] ?? '');
  const named = new Map(fields.map((field) => [plain(field), field]));
  const given = Object.entries(row).map(
    ([column, data]) => [named.get(plain(column)) ?? column, data] as const,
  );
  return carrierFrom(carrier, [...given, [idField(carrier), rowId(carrier, row)]]);
}

type Fixture = (tables: Tables, carrier: string, absent: NativeFunction) => NativeFunction;

const fail = (absent: NativeFunction, context: NativeContext): unknown => absent.run?.(context);

const get: Fixture = (tables, carrier, absent) => ({
  ...absent,
  run: (context, _self: unknown, id: number) => {
    const rows = tableOf(context, carrier);
    if (rows === undefined) return fail(absent, context);
    const row = rows.find((one) => rowId(carrier, one) === id);
    return row === undefined ? null : fromRow(tables, carrier, row);
  },
});

const list: Fixture = (tables, carrier, absent) => ({
  ...absent,
  run: (context, _self: unknown, ids: readonly number[]) => {
    const rows = tableOf(context, carrier);
    if (rows === undefined) return fail(absent, context);
    context.spend(rows.length * ids.length);
    return ids.flatMap((id) =>
      rows.filter((one) => rowId(carrier, one) === id).map((row) => fromRow(tables, carrier, row)),
    );
  },
});

const save: Fixture = (tables, carrier, absent) => ({
  ...absent,
  run: (context, _self: unknown, given: CarrierValue | null) => {
    if (tableOf(context, carrier) === undefined) return fail(absent, context);
    if (given === null) return null;
    const own = dataFrom(given.fields.get(idField(carrier)) ?? 0);
    const id = typeof own === 'number' && own > 0 ? own : nextId(context, carrier);
    const row = Object.fromEntries([...given.fields].map(([field, value]) => [field, dataFrom(value)]));
    const { id: _old, ...rest } = row;
    const saved: Row = { id, ...rest, [idField(carrier)]: id };
    putRow(context, carrier, id, saved);
    return fromRow(tables, carrier, saved);
  },
});

const remove: Fixture = (_tables, carrier, absent) => ({
  ...absent,
  run: (context, _self: unknown, id: number) => {
    if (tableOf(context, carrier) === undefined) return fail(absent, context);
    removeRow(context, carrier, { id });
    return null;
  },
});

const shapes: readonly (readonly [pattern: RegExp, fixture: Fixture])[] = [
  [/^NS(\w+) Get\1\(Integer \w+\)$/, get],
  [/^NS(\w+)\[\] Get\1List\(Integer\[\] \w+\)$/, list],
  [/^NS(\w+) Save\1\(NS\1 \w+\)$/, save],
  [/^Void Delete(\w+)\(Integer \w+\)$/, remove],
];

/** The carrier of whose table a method would be; undefined for methods that no table stands in for. */
export function carrierOf(signature: string): string | undefined {
  for (const [pattern] of shapes) {
    const entity = pattern.exec(signature)?.[1];
    if (entity !== undefined) return `NS${entity}`;
  }
  return undefined;
}

/** The tables, in which agents find what the world has of theirs. */
export function withFixtures(source: TablesSource): TablesSource {
  let made: Tables | undefined;
  return () => {
    const tables = source();
    made ??= {
      ...tables,
      fixture: (signature, absent) => {
        const carrier = carrierOf(signature);
        const fixture = shapes.find(([pattern]) => pattern.test(signature))?.[1];
        if (carrier === undefined || fixture === undefined) return undefined;
        const differs = `works on the table \`${carrier}\` of the workspace, if there is one`;
        return fixture(tables, carrier, { ...absent, differs });
      },
    };
    return made;
  };
}
