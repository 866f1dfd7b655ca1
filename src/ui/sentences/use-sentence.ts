import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { RecordedEvent } from '../../engine/events.ts';
import { useStore } from '../context.ts';
import { sentenceOf } from './sentence-of.ts';
import { textOf, type Sentence } from './sentence.ts';

const saysTheSame = (a: Sentence, b: Sentence): boolean => a.bad === b.bad && textOf(a) === textOf(b);

/**
 * The sentence of an event, told with the world and the events at hand. The names in it may change: whoever shows it is
 * drawn again when it reads differently, and only then. Undefined as long as no workspace is open.
 */
export function useSentence(event: RecordedEvent): Sentence | undefined {
  const store = useStore();
  const sentence = useMemo(() => {
    let last: Sentence | undefined;
    return computed(() => {
      const events = store.events.value;
      const world = store.world.value;
      if (world === null) return last;
      const first = events[0]?.seq ?? 1;
      const next = sentenceOf(event, { world, lookUp: (seq) => events[seq - first] });
      if (last === undefined || !saysTheSame(last, next)) last = next;
      return last;
    });
  }, [event, store]);
  return sentence.value;
}
