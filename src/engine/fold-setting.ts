import type { Mock, Row } from './definition.ts';
import type { EventName, EventOf } from './events.ts';
import { without, withSaved, withSavedLast } from './fold-list.ts';
import { isKind, listOf, type Kind } from './kinds.ts';
import { withRow } from './table-rows.ts';
import { withEntry } from './with-entry.ts';
import type { World } from './world.ts';

type Saved = Extract<EventName, `${Exclude<Kind, 'folder' | 'webhook'>}.${'saved' | 'deleted'}`>;
type Event = EventOf<Saved | 'mock.moved' | `table.${'saved' | 'deleted' | 'changed'}` | 'fileTypes.set'>;

/** Folds what an administrator saves, deletes and puts in order. */
export function foldSetting(world: World, event: Event): World {
  switch (event.type) {
    case 'mock.moved':
      return { ...world, mocks: moved(world.mocks, event.mock, event.before) };
    case 'table.saved':
      return { ...world, tables: { ...world.tables, [event.table]: event.rows } };
    case 'table.deleted':
      return {
        ...world,
        tables: Object.fromEntries(Object.entries(world.tables).filter(([name]) => name !== event.table)),
      };
    case 'table.changed':
      return {
        ...world,
        tables: { ...world.tables, [event.table]: withRow(rowsOf(world, event.table), event) },
      };
    case 'fileTypes.set':
      return { ...world, fileTypes: event.fileTypes };
    case 'mock.saved': {
      const { mocksPlayed } = world;
      const mocks = withSavedLast(world.mocks, event.mock);
      return { ...world, mocks, mocksPlayed: withEntry(mocksPlayed, event.mock.id, () => 0) };
    }
    default:
      return foldThing(world, event);
  }
}

/** `contact.saved`, `trigger.deleted` and their like, all alike. */
function foldThing(world: World, event: EventOf<Saved>): World {
  const [kind = '', deed] = event.type.split('.');
  if (!isKind(kind)) return world;
  const list = listOf[kind];
  const things: readonly { readonly id: number }[] = world[list];
  const given = (event as unknown as Readonly<Record<string, unknown>>)[kind];
  const changed =
    deed === 'saved' ? withSaved(things, given as { readonly id: number }) : without(things, given as number);
  return { ...world, [list]: changed };
}

/** The mocks with one put before another; last, where that one is not there. */
function moved(mocks: readonly Mock[], id: number, before: number): readonly Mock[] {
  const mock = mocks.find((one) => one.id === id);
  if (mock === undefined || id === before) return mocks;
  const others = without(mocks, id);
  const at = others.findIndex((one) => one.id === before);
  return others.toSpliced(at < 0 ? others.length : at, 0, mock);
}

const rowsOf = (world: World, table: string): readonly Row[] =>
  Object.hasOwn(world.tables, table) ? (world.tables[table] ?? []) : [];
