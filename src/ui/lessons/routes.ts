import type { ComponentType } from 'preact';

type Route = {
  /** What is behind `lessons` in the address: `*` stands for any one segment, `**` at the end for any number of them. */
  readonly path: readonly string[];
  readonly load: () => Promise<ComponentType>;
};

/** What Lessons consist of, each loaded when somebody first goes there; the first whose path fits is drawn. */
export const routes: readonly Route[] = [
  { path: ['author', '**'], load: () => import('../author/author.tsx').then(({ Author }) => Author) },
  { path: ['*', 'print'], load: () => import('../print/print.tsx').then(({ Print }) => Print) },
  { path: ['debrief'], load: () => import('../debrief/debrief.tsx').then(({ Debrief }) => Debrief) },
  { path: ['debrief', '*'], load: () => import('../debrief/debrief.tsx').then(({ Debrief }) => Debrief) },
  { path: ['*'], load: () => import('./course-page.tsx').then(({ CoursePage }) => CoursePage) },
  { path: ['*', 'wall'], load: () => import('../wall/wall.tsx').then(({ Wall }) => Wall) },
  { path: ['*', '*'], load: () => import('./lesson-page.tsx').then(({ LessonPage }) => LessonPage) },
  { path: [], load: () => import('./course-list.tsx').then(({ CourseList }) => CourseList) },
];

/** The route that an address behind `lessons` leads to; undefined for none. */
export const routeOf = <Some extends Pick<Route, 'path'>>(
  all: readonly Some[],
  segments: readonly string[],
): Some | undefined => all.find(({ path }) => isFitting(path, segments));

function isFitting(path: Route['path'], segments: readonly string[]): boolean {
  const isOpen = path.at(-1) === '**';
  const fixed = isOpen ? path.slice(0, -1) : path;
  if (segments.length < fixed.length || (!isOpen && segments.length > fixed.length)) return false;
  return fixed.every((part, index) => part === '*' || part === segments[index]);
}
