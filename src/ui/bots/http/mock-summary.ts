import type { Mock } from '../../../engine/definition.ts';
import { isUsedUp, nextResponse } from '../../../engine/mock-match.ts';
import type { World } from '../../../engine/world.ts';
import { mockWords } from '../../words/mock-words.ts';

/** What a mock answers, in a few words: `503, 200`. */
export const answersOf = ({ responses }: Mock): string =>
  responses
    .map(({ status, error, fault }) =>
      fault === 'timeout' || fault === 'connection' || error !== '' ? mockWords.fails : String(status),
    )
    .join(', ');

/** What one calls a mock: its name, else its call. */
export const nameOf = ({ name, request }: Mock): string => name ?? `${request.method} ${request.url}`;

/** When a mock answers, where it does not always: `order: placed`, `holds`. */
export const conditionsOf = ({ state, hold }: Mock): readonly string[] => [
  ...(state?.is === undefined ? [] : [mockWords.inState(state.name, state.is)]),
  ...(hold === true ? [mockWords.holds] : []),
];

/** How often a mock answered since it was saved, and what is next; '' where it never did. */
export function hitsOf(world: Pick<World, 'mocksPlayed'>, mock: Mock): string {
  const played = world.mocksPlayed[mock.id] ?? 0;
  if (played === 0) return '';
  const { length } = mock.responses;
  const next = isUsedUp(world, mock)
    ? [mockWords.usedUp]
    : length > 1
      ? [mockWords.next(nextResponse(world, mock) + 1, length)]
      : [];
  return [mockWords.hits(played), ...next].join('; ');
}
