import type { CourseFile } from '../../src/course/course.ts';
import { writeCourse } from '../../src/course/write-course.ts';
import { functionCard } from './function-card.ts';
import { courseFolders, readCourse } from './read-course.ts';

/** The files of the built-in courses, by name; the card of functions that is printed with them; and the list in which the app finds them, in the order in which it shows them. */
export async function courseFiles(): Promise<ReadonlyMap<string, string>> {
  const courses = await Promise.all(courseFolders.map(readCourse));
  return new Map([
    ['index.json', `${JSON.stringify(courses.map(entryOf), null, 2)}\n`],
    ['function-card.json', `${JSON.stringify(functionCard(), null, 2)}\n`],
    ...courses.map((course) => [`${course.id}.rehearsal-course.json`, writeCourse(course)] as const),
  ]);
}

const entryOf = ({ id, revision, title, language, lessons, description }: CourseFile) => ({
  id,
  revision,
  title,
  language,
  description,
  contents: lessons.map((lesson) => ({ id: lesson.id, title: lesson.title })),
});
