import { sentenceWords } from '../words/sentence-words.ts';
import type { RecordedEvent } from '../../engine/events.ts';
import type { World } from '../../engine/world.ts';
import { oneLine, secondOf } from '../format.ts';
import { say, type Sentence, type EventSentences } from './sentence.ts';

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
    `${sentenceWords.thing[kind] ?? kind} ${name}`.trim(),
    deed === 'saved' ? sentenceWords.thingSaved : sentenceWords.thingDeleted,
  );
}

/** What the administrator, the clock and the tables do. */
export const settings: EventSentences = {
  'table.changed': ({ table, id, row }) =>
    say('', row === null ? sentenceWords.rowDeleted(id, table) : sentenceWords.rowWritten(id, table)),
  'mock.moved': ({ mock }) => say('', sentenceWords.mockMoved(mock)),
  'fileTypes.set': ({ fileTypes }) => say('', sentenceWords.fileTypesSet(fileTypes.join(', ') || '–')),
  'options.set': ({ options }) => say('', sentenceWords.optionsSet(Object.keys(options).join(', '))),
  'variable.set': ({ scope, name, value }) =>
    say(`${sentenceWords.variableSet[scope]} ${name}`, sentenceWords.isNow(oneLine(value, 60))),
  'timers.held': ({ until }, { world }) =>
    say('', sentenceWords.timersHeld(secondOf(Date.parse(until), world.timeZone))),
  'clock.advanced': ({ to }, { world }) =>
    say('', sentenceWords.clockMoved(secondOf(Date.parse(to), world.timeZone))),
};
