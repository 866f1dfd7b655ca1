import { signal, type ReadonlySignal } from '@preact/signals';
import type { Answer } from '../../protocol/engine-api.ts';
import { coded } from '../said.ts';
import { loadSentences } from '../sentence.ts';
import type { Moment } from './shown-log.ts';

const refused: Answer = { kind: 'refused', reason: coded('in-the-past', {}) };

/** Nothing is sent while a moment of the past is shown: whoever tries is told, and `tried` counts it for who offers a way. */
export function createOnlyNow(moment: ReadonlySignal<Moment | null>) {
  const tried = signal(0);
  return {
    tried,
    ifNow:
      <Given extends readonly unknown[], T>(work: (...given: Given) => Promise<T>) =>
      async (...given: Given): Promise<T | Answer> => {
        if (moment.peek() === null) return work(...given);
        tried.value += 1;
        await loadSentences();
        return refused;
      },
  };
}
