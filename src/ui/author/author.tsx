import { useAppContext } from '../context.ts';
import { NoPlace } from '../frame/no-place.tsx';
import { AuthorCourse } from './author-course.tsx';
import { AuthorLesson } from './author-lesson.tsx';
import { YourCourses } from './your-courses.tsx';
import './author.css';

/** Making courses: `lessons/author`, a course behind it, and one of its lessons behind that. */
export function Author() {
  const path = useAppContext().router.path.value;
  const [, , course, lesson, ...rest] = path;
  if (rest.length > 0) return <NoPlace path={path} />;
  if (course === undefined) return <YourCourses />;
  return lesson === undefined ? (
    <AuthorCourse key={course} id={course} />
  ) : (
    <AuthorLesson key={`${course} ${lesson}`} course={course} id={lesson} />
  );
}
