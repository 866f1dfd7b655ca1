import type { ScriptFile } from '../../engine/definition.ts';
import type { CourseFile, Lesson } from '../../protocol/course-api.ts';
import { lineDiff } from '../edits/line-diff.ts';
import { printWords as words } from '../words/print-words.ts';
import { PrintedText } from './printed-text.tsx';
import { solvedSteps } from './solved-steps.ts';

/** For who teaches: the scripts of each solution with what is new in them, what is done then, and the hints. */
export function Solutions({ course }: { readonly course: CourseFile }) {
  return (
    <>
      {course.lessons.map((lesson, index) => (
        <section key={lesson.id} class="sheet" data-solution>
          <header>
            <p>
              {course.title} · {words.lesson(index + 1, course.lessons.length)}
            </p>
          </header>
          <h2>{words.solution(lesson.title)}</h2>
          <Solved lesson={lesson} />
          <h3>{words.hints}</h3>
          <ol class="sheet-hints">
            {lesson.hints.map((hint) => (
              <li key={hint}>
                <PrintedText source={hint} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

/** More than this was done by puppets. */
const most = 40;

function Solved({ lesson }: { readonly lesson: Lesson }) {
  const { seed, solution } = lesson;
  if (solution === undefined) return <p>{words.noSolution}</p>;
  const own = solution.steps.slice(lesson.start);
  const scripts = own.flatMap(({ input }) => (input.type === 'admin.savesScript' ? [input.script] : []));
  const before = new Map(
    (seed.world.folders ?? []).flatMap(({ scripts: all = [] }) => all.map((one) => [one.id, one])),
  );
  const steps = solvedSteps(lesson);
  return (
    <>
      {scripts.length === 0 ? null : <p>{words.newLines}</p>}
      {scripts.map((script) => (
        <figure key={script.id} class="sheet-script">
          <figcaption>{words.script(script.name)}</figcaption>
          <Changed before={before.get(script.id)} after={script} />
        </figure>
      ))}
      {steps.length === 0 ? null : (
        <>
          <h3>{words.steps}</h3>
          <ol class="sheet-steps">
            {steps.slice(0, most).map((step, index) => (
              <li key={index}>{step}</li>
            ))}
            {steps.length > most ? <li>{words.manySteps(steps.length - most)}</li> : null}
          </ol>
        </>
      )}
    </>
  );
}

/** A script as it is in the end, with the lines that are new in it marked. */
function Changed({ before, after }: { readonly before: ScriptFile | undefined; readonly after: ScriptFile }) {
  const rows = lineDiff(before?.source ?? '', after.source ?? '');
  return (
    <pre>
      {rows.map((row, index) =>
        row.kind === 'fold' ? (
          <span key={index} class="line">
            {'…\n'}
          </span>
        ) : row.kind === 'theirs' ? null : (
          <span key={index} class={row.kind === 'mine' ? 'line new' : 'line'}>{`${row.text}\n`}</span>
        ),
      )}
    </pre>
  );
}
