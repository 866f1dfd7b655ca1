import { signal, type ReadonlySignal } from '@preact/signals';
import type { Input } from '../../engine/inputs.ts';
import type { CodedText } from '../../engine/codes.ts';
import type { Answer } from '../../protocol/engine-api.ts';
import { coded } from '../codes.ts';
import { loadSentences } from '../sentence.ts';
import type { Moment } from './shown-log.ts';

/** What keeps something from being changed, as a lesson does. */
export type Guard = {
  /** Why an input is not sent; null for one that is. */
  readonly refuse: (input: Input) => CodedText | null;
  /** Whether what is at an address of the window may not be changed. */
  readonly isLocked: (address: string) => boolean;
};

/** Nothing is sent while a moment of the past is shown: whoever tries is told, and `tried` counts it for who offers a way. */
export function createOnlyNow(moment: ReadonlySignal<Moment | null>) {
  const tried = signal(0);
  const guard = signal<Guard | null>(null);
  const refused = async (reason: CodedText): Promise<Answer> => {
    await loadSentences();
    return { kind: 'refused', reason };
  };
  return {
    tried,
    guard,
    guarded: (send: (input: Input) => Promise<Answer>) => (input: Input) => {
      const reason = guard.peek()?.refuse(input) ?? null;
      return reason === null ? send(input) : refused(reason);
    },
    ifNow:
      <Given extends readonly unknown[], T>(work: (...given: Given) => Promise<T>) =>
      async (...given: Given): Promise<T | Answer> => {
        if (moment.peek() === null) return work(...given);
        tried.value += 1;
        return refused(coded('in-the-past', {}));
      },
  };
}
