import {
  carrierFrom,
  dataFrom,
  type CarrierValue,
  type NativeContext,
  type NativeFunction,
  type Tables,
  type TablesSource,
} from '../../crmscript/library.ts';
import { callerOf } from '../crmscript/caller-of.ts';
import type { Row } from '../../engine/definition.ts';
import { rowId } from '../../engine/table-rows.ts';
import { entityRows, idField, saveEntity } from './entity-rows.ts';
import { plain } from './rows.ts';
import { removeRow } from './stored-rows.ts';

/*
 * Carriers of NetServer from tables of the world (crm §13): an agent's `GetSaleEntity`, `SaveSaleEntity` and
 * `DeleteSaleEntity` work on the table `NSSaleEntity`, if there is one; its columns are the carrier's fields.
 */

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
    const rows = entityRows(callerOf(context), carrier);
    if (rows === undefined) return fail(absent, context);
    const row = rows.find((one) => rowId(carrier, one) === id);
    return row === undefined ? null : fromRow(tables, carrier, row);
  },
});

const list: Fixture = (tables, carrier, absent) => ({
  ...absent,
  run: (context, _self: unknown, ids: readonly number[]) => {
    const rows = entityRows(callerOf(context), carrier);
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
    if (entityRows(callerOf(context), carrier) === undefined) return fail(absent, context);
    if (given === null) return null;
    const row = Object.fromEntries([...given.fields].map(([field, value]) => [field, dataFrom(value)]));
    const saved = saveEntity(callerOf(context), carrier, row);
    return fromRow(tables, carrier, saved);
  },
});

const remove: Fixture = (_tables, carrier, absent) => ({
  ...absent,
  run: (context, _self: unknown, id: number) => {
    if (entityRows(callerOf(context), carrier) === undefined) return fail(absent, context);
    removeRow(callerOf(context), carrier, { id });
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
