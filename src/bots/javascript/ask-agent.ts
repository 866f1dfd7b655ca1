import { capitalised, decapitalised } from './letter-case.ts';
import type { Row } from '../../engine/definition.ts';
import { rowId } from '../../engine/table-rows.ts';
import type { Json } from '../../javascript/javascript.ts';
import { askArchive } from '../api/archive.ts';
import type { Caller } from '../api/caller.ts';
import { entityRows, idField, saveEntity } from '../records/entity-rows.ts';
import { removeRow } from '../records/stored-rows.ts';
import { isObject, toJson } from './carriers.ts';

/**
 * What a method of another agent gives: searches in the tables of the world, and what its tables stand in for, as they do for
 * CRMScript (crm §13). All else needs a server, and says so in a way that a script can catch.
 */
export function askAgent(caller: Caller, agent: string, method: string, args: readonly Json[]): Json {
  if (agent === 'ArchiveAgent' && method === 'getArchiveListByColumns2Async') return archive(caller, args);
  const found = entity(caller, method, args);
  return found === undefined ? absent(caller, agent, method) : found;
}

const absent = (caller: Caller, agent: string, method: string): never =>
  caller.fail(
    'NotAvailableOffline',
    `${agent}.${method} needs a SuperOffice database. Add a fixture or mock to continue.`,
  );

function archive(caller: Caller, args: readonly Json[]): Json {
  const text = (index: number): string => {
    const value = args[index];
    return typeof value === 'string' ? value : '';
  };
  const number = (index: number): number => {
    const value = Number(args[index] ?? 0);
    return Number.isSafeInteger(value) && value > 0 ? value : 0;
  };
  const asked = { columns: text(1), order: text(2), restriction: text(3), page: number(5), size: number(6) };
  return askArchive(caller, { provider: text(0), ...asked }).map(toJson);
}

const shape = /^(get|save|delete)(\w+?)(List)?Async$/;

/** What a table of the world stands in for; undefined where none does. */
function entity(caller: Caller, method: string, [given]: readonly Json[]): Json | undefined {
  const [, verb, name = '', isList] = shape.exec(method) ?? [];
  if (verb === undefined) return undefined;
  const carrier = `NS${name}`;
  const rows = entityRows(caller, carrier);
  if (rows === undefined) return undefined;
  const one = (id: Json | undefined): Json => {
    const row = rows.find((each) => rowId(carrier, each) === Number(id));
    return row === undefined ? null : shown(carrier, row);
  };
  if (verb === 'get') {
    if (isList === undefined) return one(given);
    return Array.isArray(given) ? given.map((id: Json) => one(id)).filter((each) => each !== null) : [];
  }
  if (verb === 'delete') {
    removeRow(caller, carrier, { id: Number(given ?? 0) });
    return null;
  }
  return isObject(given) ? shown(carrier, saveEntity(caller, carrier, held(given))) : null;
}

const shown = (carrier: string, row: Row): Json =>
  Object.fromEntries(
    Object.entries({ ...row, [idField(carrier)]: rowId(carrier, row) }).map(([column, value]) => [
      decapitalised(column),
      value,
    ]),
  );

/** Fields as a table has them; a moment as the text that JSON has for it. */
const held = (given: Readonly<Record<string, Json>>): Row =>
  Object.fromEntries(
    Object.entries(given).map(([field, value]) => [
      capitalised(field),
      isObject(value) && typeof value['$at'] === 'number' ? momentText(value['$at']) : value,
    ]),
  );

/** The furthest from 1970 that a Date goes. */
const mostMilliseconds = 8.64e15;

const momentText = (at: number): string =>
  Math.abs(at) <= mostMilliseconds ? new Date(at).toISOString() : '';
