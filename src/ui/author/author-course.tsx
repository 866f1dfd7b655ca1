import { useId } from 'preact/hooks';
import type { CourseFile } from '../../protocol/course-api.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { hrefOf } from '../frame/router.ts';
import { LessonText } from '../lessons/lesson-text.tsx';
import { authorWords as words } from '../words/author-words.ts';
import { Kept } from './kept.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { LessonRows } from './lesson-rows.tsx';
import { NewLesson } from './new-lesson.tsx';
import { SaveCourse } from './save-course-button.tsx';
import { useAuthoring, useCourse } from './use-author.ts';

/** A course in the making: what it is called, what it is about, and its lessons. */
export function AuthorCourse({ id }: { readonly id: string }) {
  const course = useCourse(id);
  return (
    <div class="author">
      <div class="author-page">
        <a class="author-back" href={hrefOf(['lessons', 'author'])}>
          <LaterIcon name="back" size={16} /> {words.backToCourses}
        </a>
        {course === 'reading' ? (
          <p class="muted" role="status">
            {words.reading}
          </p>
        ) : course === 'lost' ? (
          <p class="empty" role="alert">
            {words.lost}
          </p>
        ) : (
          <Body course={course} />
        )}
      </div>
    </div>
  );
}

function Body({ course }: { readonly course: CourseFile }) {
  const { change } = useAuthoring();
  const id = useId();
  const { title, language, description = '' } = course;
  return (
    <>
      <h2 class="hidden-text">{title}</h2>
      <header class="author-page-head">
        <input
          class="author-title"
          aria-label={words.title}
          dir="auto"
          maxLength={200}
          value={title}
          onInput={(event) => {
            const now = event.currentTarget.value;
            change((one) => ({ ...one, title: now }));
          }}
        />
        <SaveCourse course={course} />
      </header>
      <Kept />
      <section class="author-section">
        <header>
          <h3>{words.lessonsTitle}</h3>
          <span class="count">{course.lessons.length}</span>
          <span class="push" />
          <NewLesson course={course} />
        </header>
        {course.lessons.length === 0 ? (
          <p class="author-none">{words.noLessons}</p>
        ) : (
          <LessonRows course={course} />
        )}
      </section>
      <section class="author-section">
        <header>
          <h3>{words.about}</h3>
        </header>
        <div class="author-about">
          <div class="author-field">
            <label for={id}>{words.description}</label>
            <textarea
              id={id}
              dir="auto"
              rows={5}
              aria-describedby={`${id}-help`}
              value={description}
              onInput={(event) => {
                const now = event.currentTarget.value;
                change(({ description: _, ...one }) => (now === '' ? one : { ...one, description: now }));
              }}
            />
            <p class="note" id={`${id}-help`}>
              {words.descriptionHelp}
            </p>
          </div>
          <div class="author-aside">
            <LanguageChoice
              language={language}
              onChoose={(code) => {
                change((one) => ({ ...one, language: code }));
              }}
            />
            {description.trim() === '' ? null : <LessonText source={description} />}
          </div>
        </div>
      </section>
    </>
  );
}
