import type { Lesson } from '../../protocol/course-api.ts';
import type { CheckedLesson } from '../../protocol/course-files.ts';
import { sentence } from '../sentence.ts';
import { authorWords as words } from '../words/author-words.ts';

/** Something to mend in a lesson, and what there is to say of it. */
export type Finding = { readonly text: string; readonly more: string };

/** What is wrong with a lesson that was played: checks that its solution does not pass, and those that nothing passes. */
export function findingsOf(
  { checks }: Pick<Lesson, 'checks'>,
  { solution, unplayed, nothing }: CheckedLesson,
): readonly Finding[] {
  const unsolved = checks.flatMap(({ name }, index): Finding[] => {
    const state = solution?.checks[index];
    if (state === undefined || state.state === 'passed') return [];
    return [
      { text: words.notSolved(name), more: state.why === null ? '' : words.cameInstead(sentence(state.why)) },
    ];
  });
  const idle = checks.flatMap(({ name }, index): Finding[] =>
    nothing.checks[index]?.state === 'passed'
      ? [{ text: words.onNothing(name), more: words.onNothingFix }]
      : [],
  );
  return [
    ...(solution === null ? [{ text: words.noSolution, more: '' }] : []),
    ...unplayed.map(({ step, message }) => ({ text: words.unplayed(step, message), more: '' })),
    ...unsolved,
    ...idle,
  ];
}
