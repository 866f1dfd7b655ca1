import type { Answer } from '../protocol/engine-api.ts';
import { sentence } from './sentence.ts';

/** Why an input was refused or could not be taken, in words; empty when it was committed. */
export function refusalText(answer: Answer): string {
  if (answer.kind === 'committed') return '';
  return sentence(answer.kind === 'refused' ? answer.reason : answer.problem.reason);
}
