import { useEffect } from 'preact/hooks';
import type { CourseFile } from '../../protocol/course-api.ts';
import { useAppContext } from '../context.ts';
import { authoringOf, type Authoring } from './authoring.ts';

/** What is made in this window. */
export function useAuthoring(): Authoring {
  const { store, keepers } = useAppContext();
  return authoringOf(store, keepers);
}

/** A course in the making, which is read when it is not here yet. */
export function useCourse(id: string): CourseFile | 'reading' | 'lost' {
  const authoring = useAuthoring();
  useEffect(() => {
    void authoring.open(id);
    return () => void authoring.flush();
  }, [authoring, id]);
  const shown = authoring.course.value;
  return typeof shown !== 'string' && shown.id !== id ? 'reading' : shown;
}

/** Of two addresses that are made at once, each is another. */
export const newMark = (): string => crypto.randomUUID().slice(0, 4);
