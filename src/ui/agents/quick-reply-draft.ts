import type { QuickReply } from '../../engine/definition.ts';
import { messageLimit } from '../../engine/numbers.ts';

const nameLimit = 255;

/** What keeps a quick reply from being saved, by field: its name is what its owner finds it by. */
export function problemsInReply(
  { id, agent, name, text }: QuickReply,
  all: readonly QuickReply[],
): { readonly name?: 'missing' | 'tooLong' | 'taken'; readonly text?: 'missing' | 'tooLong' } {
  const wanted = name.trim().toLowerCase();
  const taken = all.some(
    (other) => other.id !== id && other.agent === agent && other.name.trim().toLowerCase() === wanted,
  );
  const nameProblem =
    wanted === '' ? 'missing' : name.trim().length > nameLimit ? 'tooLong' : taken ? 'taken' : undefined;
  const textProblem = text.trim() === '' ? 'missing' : text.length > messageLimit ? 'tooLong' : undefined;
  return {
    ...(nameProblem === undefined ? {} : { name: nameProblem }),
    ...(textProblem === undefined ? {} : { text: textProblem }),
  };
}

/** The number of the next one. */
export const nextReply = (all: readonly QuickReply[]): number => Math.max(0, ...all.map(({ id }) => id)) + 1;
