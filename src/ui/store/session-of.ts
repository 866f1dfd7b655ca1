import type { Input } from '../../engine/inputs.ts';
import type { Answer } from '../../protocol/engine-api.ts';
import { subjectOf } from '../../scenario/subject.ts';
import type { Store } from './store.ts';

/**
 * The session that an input was about, as the events of its own step say: the one that a customer began, the one that
 * an agent got by it, or the one that it names. 0 when there is none: what others do meanwhile does not count.
 */
export const sessionOf = (store: Pick<Store, 'stepOf'>, input: Input, answer: Answer): number =>
  answer.kind === 'committed' ? subjectOf(input, store.stepOf(answer.seq)) : 0;
