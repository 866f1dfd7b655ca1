import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CourseFile } from '../../protocol/course-api.ts';
import { useAppContext } from '../context.ts';
import { hrefOf } from '../frame/router.ts';
import { coursesOf } from '../lessons/courses.ts';
import { printWords as words } from '../words/print-words.ts';
import { FunctionCard } from './function-card.tsx';
import { Solutions } from './solutions.tsx';
import { StatusCard } from './status-card.tsx';
import './print.css';
import { PrintedText } from './printed-text.tsx';

const sheetNames = ['exercises', 'statuses', 'functions', 'solutions'] as const;
type SheetName = (typeof sheetNames)[number];

/** What is printed of a course, as it comes out of the printer: `#/lessons/<course>/print`. */
export function Print() {
  const { router, store } = useAppContext();
  const id = router.path.value[1] ?? '';
  const course = useSignal<CourseFile | 'gone' | null>(null);
  const shown = useSignal<readonly SheetName[]>(['exercises', 'statuses', 'functions']);
  useEffect(() => {
    let over = false;
    course.value = null;
    void coursesOf(store.engine)
      .course(id)
      .then((found) => {
        if (!over) course.value = found?.course ?? 'gone';
      });
    return () => {
      over = true;
    };
  }, [id, store, course]);
  const found = course.value;
  if (found === null) return <p class="empty">{words.opening}</p>;
  if (found === 'gone')
    return (
      <div class="empty">
        <p>{words.notThere}</p>
        <p>{words.notThereHint}</p>
        <a href={hrefOf(['lessons'])}>{words.toList}</a>
      </div>
    );
  const sheets = shown.value;
  return (
    <div class="print-page" lang={found.language}>
      <header class="print-head">
        <div>
          <h2>{words.title}</h2>
          <p>
            <a href={hrefOf(['lessons', found.id])}>{words.back}</a>
          </p>
        </div>
        <fieldset>
          <legend>{words.choose}</legend>
          {sheetNames.map((name) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={sheets.includes(name)}
                onChange={() => {
                  shown.value = sheetNames.filter((one) => sheets.includes(one) !== (one === name));
                }}
              />
              {words.sheets[name]}
              {name === 'solutions' ? <small> {words.forTrainers}</small> : null}
            </label>
          ))}
        </fieldset>
        <button
          type="button"
          class="primary"
          aria-disabled={sheets.length === 0}
          onClick={() => {
            if (sheets.length > 0) print();
          }}
        >
          {words.print}
        </button>
      </header>
      {sheets.includes('exercises') ? <Exercises course={found} /> : null}
      {sheets.includes('statuses') ? <StatusCard /> : null}
      {sheets.includes('functions') ? <FunctionCard /> : null}
      {sheets.includes('solutions') ? <Solutions course={found} /> : null}
    </div>
  );
}

/** A sheet a lesson: its text, what is checked with boxes to tick, and room to write. */
function Exercises({ course }: { readonly course: CourseFile }) {
  const { lessons, title } = course;
  return (
    <>
      {lessons.map((lesson, index) => (
        <section key={lesson.id} class="sheet">
          <header>
            <p>
              {title} · {words.lesson(index + 1, lessons.length)}
            </p>
            <p class="sheet-line">
              {words.name} <i /> {words.date} <i />
            </p>
          </header>
          <h2>
            {String(index + 1)} {lesson.title}
          </h2>
          <PrintedText source={lesson.text} />
          <h3>{words.checks}</h3>
          <ul class="sheet-checks">
            {lesson.checks.map(({ name }) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
          <h3>{words.notes}</h3>
          <div class="sheet-notes" />
        </section>
      ))}
    </>
  );
}
