import { LaterIcon } from '../controls/later-icon.tsx';
import type { HoursProblem } from './problems.ts';

/** Sentences beside what they speak of. */
export const ProblemLines = ({ problems }: { readonly problems: readonly HoursProblem[] }) => (
  <>
    {[...new Map(problems.map((problem) => [problem.text, problem])).values()].map(({ text, bad }) => (
      <p key={text} class={bad ? 'hours-problem bad' : 'hours-problem'}>
        <LaterIcon name="warn" size={13} /> <span>{text}</span>
      </p>
    ))}
  </>
);
