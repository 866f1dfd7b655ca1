import { worldToJson, type WorldJson } from '../../engine/world-json.ts';
import { Table } from '../../engine/table.ts';
import type { World } from '../../engine/world.ts';

/** Rows of each table that cross: rows of one table are alike, and what helps looks at their columns only. */
const sample = 20;

const firstOf = <T>(table: Table<T>): Table<T> => Table.from(table.slice(1, sample));

/** The world with few rows of what grows. */
function cut(world: World): WorldJson {
  const sessions = world.sessions
    .slice(1, sample)
    .map((one) => ({ ...one, messages: Table.empty<number>() }));
  return worldToJson({
    ...world,
    sessions: Table.from(sessions),
    messages: firstOf(world.messages),
    requests: firstOf(world.requests),
    contacts: world.contacts.slice(0, sample),
    tables: Object.fromEntries(
      Object.entries(world.tables).map(([name, rows]) => [name, rows.slice(0, sample)]),
    ),
  });
}

/**
 * What to tell of a world to who knows it as it was: the parts that are others now. A world is never changed in place,
 * so what was not touched is the very same object, and a key stroke sends no scripts.
 */
export function changedParts(world: World, known: World | null): Partial<WorldJson> {
  if (world === known) return {};
  const parts = Object.entries(cut(world)).filter(
    ([name]) => known === null || world[name as keyof World] !== known[name as keyof World],
  );
  return Object.fromEntries(parts);
}
