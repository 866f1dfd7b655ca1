import type { CourseFile } from '../../protocol/course-api.ts';
import { printWords as words } from '../words/print-words.ts';
import { PrintedText } from './printed-text.tsx';

/** A sheet a lesson: its text, what is checked with boxes to tick, and room to write. */
export function Exercises({ course }: { readonly course: CourseFile }) {
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
