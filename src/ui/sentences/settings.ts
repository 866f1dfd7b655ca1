import type { RecordedEvent } from '../../engine/events.ts';
import type { World } from '../../engine/world.ts';
import { oneLine, secondOf } from '../format.ts';
import { words } from '../words/words.ts';
import { say, type Sentence, type Told } from './sentence.ts';

/** What a thing is called that was saved whole, or by its number. */
function nameOfThing(thing: unknown, world: World): string {
  if (typeof thing !== 'object' || thing === null) return String(thing);
  if ('name' in thing) return String(thing.name);
  if ('title' in thing) return String(thing.title);
  if ('request' in thing) {
    const { method, url } = thing.request as { readonly method: string; readonly url: string };
    return `${method} ${url}`;
  }
  if ('event' in thing && 'script' in thing) {
    const { event, script } = thing as { readonly event: number; readonly script: number };
    const found = world.folders.flatMap(({ scripts }) => scripts).find(({ id }) => id === script);
    return `${String(event)} ${found?.name ?? ''}`.trim();
  }
  return 'id' in thing ? String(thing.id) : '';
}

/** `channel.saved`, `mock.deleted` and their like, all alike. */
export function thingSentence(event: RecordedEvent, world: World): Sentence {
  const [kind = '', deed = ''] = event.type.split('.');
  const name = nameOfThing((event as unknown as Readonly<Record<string, unknown>>)[kind], world);
  return say(
    `${words.thing[kind] ?? kind} ${name}`.trim(),
    deed === 'saved' ? words.thingSaved : words.thingDeleted,
  );
}

/** What the administrator, the clock and the tables do. */
export const settings: Told = {
  'table.changed': ({ table, id, row }) =>
    say('', row === null ? words.rowDeleted(id, table) : words.rowWritten(id, table)),
  'mock.moved': ({ mock }) => say('', words.mockMoved(mock)),
  'fileTypes.set': ({ fileTypes }) => say('', words.fileTypesSet(fileTypes.join(', ') || '–')),
  'options.set': ({ options }) => say('', words.optionsSet(Object.keys(options).join(', '))),
  'variable.set': ({ scope, name, value }) =>
    say(`${words.variableSet[scope]} ${name}`, words.isNow(oneLine(value, 60))),
  'timers.held': ({ until }, { world }) =>
    say('', words.timersHeld(secondOf(Date.parse(until), world.timeZone))),
  'clock.advanced': ({ to }, { world }) =>
    say('', words.clockMoved(secondOf(Date.parse(to), world.timeZone))),
};
