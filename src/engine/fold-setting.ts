import type { Row } from './definition.ts';
import type { EventName, EventOf } from './events.ts';
import { without, withSaved } from './fold-list.ts';
import { foldSavedMock, movedMock } from './fold-mock.ts';
import { isKind, listOf, type Kind } from './kinds.ts';
import { withRow } from './table-rows.ts';
import type { WorldCopy } from './changed.ts';
import type { World } from './world.ts';

type Saved = Extract<EventName, `${Exclude<Kind, 'folder' | 'webhook'>}.${'saved' | 'deleted'}`>;
type Event = EventOf<Saved | 'mock.moved' | `table.${'saved' | 'deleted' | 'changed'}` | 'fileTypes.set'>;

/** Folds what an administrator saves, deletes and puts in order. */
export function foldSetting(world: WorldCopy, event: Event): World {
  switch (event.type) {
    case 'mock.moved':
      world.mocks = movedMock(world.mocks, event.mock, event.before);
      return world;
    case 'table.saved':
      world.tables = { ...world.tables, [event.table]: event.rows };
      return world;
    case 'table.deleted':
      world.tables = Object.fromEntries(
        Object.entries(world.tables).filter(([name]) => name !== event.table),
      );
      return world;
    case 'table.changed':
      world.tables = { ...world.tables, [event.table]: withRow(rowsOf(world, event.table), event) };
      return world;
    case 'fileTypes.set':
      world.fileTypes = event.fileTypes;
      return world;
    case 'mock.saved':
      return foldSavedMock(world, event.mock);
    default:
      return foldThing(world, event);
  }
}

/** `contact.saved`, `trigger.deleted` and their like, all alike. */
function foldThing(world: WorldCopy, event: EventOf<Saved>): World {
  const [kind = '', deed] = event.type.split('.');
  if (!isKind(kind)) return world;
  const list = listOf[kind];
  const things: readonly { readonly id: number }[] = world[list];
  const given = (event as unknown as Readonly<Record<string, unknown>>)[kind];
  const changed =
    deed === 'saved' ? withSaved(things, given as { readonly id: number }) : without(things, given as number);
  return Object.assign(world, { [list]: changed });
}

const rowsOf = (world: World, table: string): readonly Row[] =>
  Object.hasOwn(world.tables, table) ? (world.tables[table] ?? []) : [];
