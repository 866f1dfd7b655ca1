import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Lesson } from '../../protocol/course-api.ts';
import type { CheckedLesson } from '../../protocol/course-files.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { createFilesClient } from '../files/save.ts';
import { authorWords as words } from '../words/author-words.ts';
import type { PartProps } from './part-props.ts';
import { findingsOf } from './test-findings.ts';

type Tested = CheckedLesson | 'untested' | 'plays' | 'slow' | 'broken';

/** Plays a lesson's solution, and nothing: what comes of it, and what is to be mended. */
export function TestPart({ lesson }: PartProps) {
  const { tested, test } = useTest(lesson);
  const isPlaying = tested === 'plays';
  return (
    <>
      <p class="author-intro">{words.testIntro}</p>
      {lesson.checks.length === 0 ? (
        <p class="author-none">{words.testNoChecks}</p>
      ) : (
        <button type="button" class="primary author-next" aria-disabled={isPlaying} onClick={test}>
          <LaterIcon name="play" />
          {typeof tested === 'string' ? words.test : words.testAgain}
        </button>
      )}
      <div role="status" class="author-tested">
        {isPlaying ? <p class="note">{words.testing}</p> : null}
        {tested === 'slow' ? <p class="refusal">{words.testSlow}</p> : null}
        {tested === 'broken' ? <p class="refusal">{words.testBroken}</p> : null}
        {typeof tested === 'string' ? null : <Verdict lesson={lesson} tested={tested} />}
      </div>
      {typeof tested === 'string' ? null : <Table lesson={lesson} tested={tested} />}
    </>
  );
}

function useTest(lesson: Lesson) {
  const client = useMemo(createFilesClient, []);
  const found = useSignal<{ readonly lesson: Lesson; readonly tested: Tested } | null>(null);
  const ending = useRef<AbortController | null>(null);
  useEffect(
    () => () => {
      ending.current?.abort();
      client.stop();
    },
    [client],
  );
  const test = async () => {
    if (found.peek()?.tested === 'plays') return;
    const stop = new AbortController();
    ending.current = stop;
    found.value = { lesson, tested: 'plays' };
    const answer = await client.checkLesson(lesson, stop.signal);
    if (stop.signal.aborted) return;
    const tested = !('because' in answer) ? answer : answer.because === 'slow' ? 'slow' : 'broken';
    found.value = { lesson, tested };
  };
  // What came of a lesson that is another one by now says nothing of it.
  const tested = found.value?.lesson === lesson ? found.value.tested : 'untested';
  return { tested, test: () => void test() };
}

type TestedProps = { readonly lesson: Lesson; readonly tested: CheckedLesson };

function Verdict({ lesson, tested }: TestedProps) {
  const findings = findingsOf(lesson, tested);
  if (findings.length === 0)
    return (
      <p class="author-verdict good">
        <LaterIcon name="passed" size={16} /> {words.testGood}
      </p>
    );
  return (
    <div class="author-verdict bad">
      <p>
        <LaterIcon name="warn" size={16} /> <b>{words.testBad(findings.length)}</b>
      </p>
      <ul>
        {findings.map(({ text, more }) => (
          <li key={text} dir="auto">
            {text}
            {more === '' ? null : <span class="note"> {more}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Table({ lesson, tested: { solution, nothing } }: TestedProps) {
  return (
    <table class="author-table">
      <thead>
        <tr>
          <th scope="col">{words.checks}</th>
          <th scope="col">{words.withSolution}</th>
          <th scope="col">{words.withNothing}</th>
        </tr>
      </thead>
      <tbody>
        {lesson.checks.map(({ name }, index) => (
          <tr key={name}>
            <th scope="row" dir="auto">
              {name}
            </th>
            <Cell state={solution?.checks[index]?.state} isGood={(state) => state === 'passed'} />
            <Cell state={nothing.checks[index]?.state} isGood={(state) => state !== 'passed'} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type State = CheckedLesson['nothing']['checks'][number]['state'];
type CellProps = { readonly state: State | undefined; readonly isGood: (state: State) => boolean };

function Cell({ state, isGood }: CellProps) {
  if (state === undefined) return <td class="muted">–</td>;
  const said = state === 'passed' ? words.passes : state === 'holding' ? words.holds : words.fails;
  return (
    <td class={isGood(state) ? 'good' : 'bad'}>
      <LaterIcon name={state === 'passed' ? 'passed' : state === 'holding' ? 'start' : 'failed'} size={16} />
      <span>{said}</span>
    </td>
  );
}
