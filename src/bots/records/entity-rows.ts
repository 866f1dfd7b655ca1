import type { Row } from '../../engine/definition.ts';
import { worldOf, type Caller } from '../api/caller.ts';
import { storedName } from './rows.ts';
import { nextId, putRow } from './stored-rows.ts';

/*
 * Tables of the world that stand in for what NetServer has (crm §13): the table `NSSaleEntity` holds sales, its columns
 * are the fields of the carrier.
 */

/** The rows that stand in for a carrier of NetServer; undefined where the world has no such table. */
export function entityRows(caller: Caller, carrier: string): readonly Row[] | undefined {
  const world = worldOf(caller);
  const stored = storedName(world, carrier);
  const found = stored === undefined ? undefined : (world.tables[stored] ?? []);
  caller.spend(found?.length ?? 0);
  return found;
}

/** `NSSaleEntity` has its id in `SaleId`. */
export const idField = (carrier: string): string => `${carrier.replace(/^NS/, '').replace(/Entity$/, '')}Id`;

/** Puts what a carrier holds into its table, under its id or the next free one; returns the row. */
export function saveEntity(caller: Caller, carrier: string, given: Row): Row {
  const own = given[idField(carrier)] ?? 0;
  const id = typeof own === 'number' && own > 0 ? own : nextId(caller, carrier);
  const { id: _old, ...rest } = given;
  const saved: Row = { id, ...rest, [idField(carrier)]: id };
  putRow(caller, carrier, id, saved);
  return saved;
}
