import type { CourseSummary } from '../../protocol/course-api.ts';
import { places } from '../frame/places.ts';
import { paletteWords as words } from '../words/palette-words.ts';
import type { Command, CommandContext } from './command.ts';

/** The courses, and each of their lessons by its title. */
export function lessonsToGo(
  { router }: Pick<CommandContext, 'router'>,
  courses: readonly CourseSummary[],
): readonly Command[] {
  const make = (title: string, detail: string, ...path: readonly string[]): Command => ({
    id: `lesson ${path.join('/')}`,
    group: 'goTo',
    title,
    detail,
    icon: places.lessons.icon,
    run: () => {
      router.go('lessons', ...path);
      return '';
    },
  });
  return courses.flatMap(({ id, title, contents }) => [
    make(title, words.kinds.course, id),
    ...contents.map((lesson, index) => make(lesson.title, words.lessonOf(index + 1, title), id, lesson.id)),
  ]);
}
