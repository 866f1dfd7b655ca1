import type { RecordedEvent } from '../../engine/events.ts';
import { machines } from './machines.ts';
import { people } from './people.ts';
import type { Sentence, SentenceContext, EventSentences } from './sentence.ts';
import { settings, thingSentence } from './settings.ts';

const told: EventSentences = { ...people, ...machines, ...settings };

/** An event as a sentence, the same in timeline and Why?. `lookUp` finds an event by number among those at hand. */
export function sentenceOf(event: RecordedEvent, telling: SentenceContext): Sentence {
  const tell = told[event.type] as ((event: RecordedEvent, telling: SentenceContext) => Sentence) | undefined;
  return tell?.(event, telling) ?? thingSentence(event, telling.world);
}
