import type { CourseApi } from '../../protocol/course-api.ts';
import type { ServiceError } from '../../protocol/engine-api.ts';
import type { CourseStore } from '../../storage/course-store.ts';
import { withoutBefore } from './own-work.ts';

type ResetsOptions = {
  readonly storeOf: () => Promise<CourseStore>;
  /** Null, or why the work could not be done. */
  readonly nothingOrWhyNot: (work: () => Promise<unknown>) => Promise<ServiceError | null>;
};

/** Setting a whole course back, and taking that back. */
export const createResets = ({
  storeOf,
  nothingOrWhyNot,
}: ResetsOptions): Pick<CourseApi, 'resetCourse' | 'undoResetCourse'> => ({
  resetCourse: (course) =>
    nothingOrWhyNot(async () => {
      const store = await storeOf();
      for (const row of await store.of('progress', course))
        await store.change('progress', row.id, (now = row) => ({
          ...now,
          workspace: null,
          hints: 0,
          checks: [],
          passedAt: null,
          passedIn: undefined,
          elsewhere: undefined,
          before: withoutBefore(now),
        }));
    }),
  undoResetCourse: (course) =>
    nothingOrWhyNot(async () => {
      const store = await storeOf();
      for (const { id } of await store.of('progress', course))
        await store.change('progress', id, (now) => now?.before ?? now ?? null);
    }),
});
