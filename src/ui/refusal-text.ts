import type { Answer } from '../protocol/engine-api.ts';
import { sentence } from '../words/sentence.ts';

/** Why an input was refused or could not be taken, in words; empty when it was committed. */
export function refusalText(answer: Answer): string {
  if (answer.kind === 'refused') return sentence(answer.reason);
  return answer.kind === 'failed' ? answer.problem.text : '';
}
