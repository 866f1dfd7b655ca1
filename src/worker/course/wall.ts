import type { ServiceError } from '../../protocol/engine-api.ts';
import type { WallApi } from '../../protocol/wall-api.ts';
import type { CourseStore } from '../../storage/course-store.ts';

type WallOptions = {
  readonly storeOf: () => Promise<CourseStore>;
  /** Null, or why the work could not be done. */
  readonly nothingOrWhyNot: (work: () => Promise<unknown>) => Promise<ServiceError | null>;
};

/** The results that hang on the walls of courses. */
export const createWall = ({ storeOf, nothingOrWhyNot }: WallOptions): WallApi => ({
  async wall(course) {
    const rows = await (await storeOf()).of('results', course);
    return rows.toSorted((a, b) => a.addedAt - b.addedAt);
  },
  keepResults: (results) =>
    nothingOrWhyNot(async () => {
      const store = await storeOf();
      await Promise.all(results.map((result) => store.change('results', result.id, () => result)));
    }),
  removeResults: (ids) =>
    nothingOrWhyNot(async () => {
      const store = await storeOf();
      await Promise.all(ids.map((id) => store.change('results', id, () => null)));
    }),
});
