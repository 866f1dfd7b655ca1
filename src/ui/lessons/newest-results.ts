import type { ResultFile } from '../../protocol/course-api.ts';

type Result = Pick<ResultFile, 'name' | 'lesson' | 'at'>;

/** Whose results they are, each name once, in the order in which they come. */
export const peopleIn = (results: readonly Result[]): readonly string[] => [
  ...new Set(results.map(({ name }) => name)),
];

/** Of each lesson the result of this person that was saved last; of two of one moment, the one that comes later. */
export function newestOfEach<One extends Result>(results: readonly One[], person: string): readonly One[] {
  const newest = new Map<string, One>();
  for (const one of results.filter(({ name }) => name === person)) {
    const before = newest.get(one.lesson);
    if (before === undefined || Date.parse(one.at) >= Date.parse(before.at)) newest.set(one.lesson, one);
  }
  return [...newest.values()];
}
