import { lessonsWords as words } from '../words/lessons-words.ts';

type ProgressBarsProps = {
  /** Of each lesson, whether it is passed. */
  readonly passed: readonly boolean[];
  /** The place of the one that is open. */
  readonly at?: number;
};

/** How far somebody has come in a course: a bar for each lesson. */
export function ProgressBars({ passed, at }: ProgressBarsProps) {
  const count = passed.filter((one) => one).length;
  return (
    <div class="lesson-bars" role="img" aria-label={words.progress(count, passed.length)}>
      {passed.map((isPassed, index) => (
        <i key={index} class={[index === at ? 'here' : '', isPassed ? 'passed' : ''].join(' ').trim()} />
      ))}
    </div>
  );
}
