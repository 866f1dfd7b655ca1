import type { CourseApi } from '../../protocol/course-api.ts';
import { sentence } from '../sentence.ts';
import type { Undoable } from '../undo/undo.ts';

type Removed = {
  readonly api: Pick<CourseApi, 'removeCourse' | 'putCourseBack'>;
  readonly id: string;
  readonly text: string;
  readonly onBack: () => Promise<void>;
};

/** What takes the removal of a course back, as long as nothing of it is really gone. */
export function removedCourse({ api, id, text, onBack }: Removed): Undoable {
  let isBack = false;
  return {
    text,
    act: async () => {
      isBack = true;
      const why = await api.putCourseBack(id);
      isBack = why === null;
      await onBack();
      return why === null ? '' : sentence(why.reason);
    },
    passing: {
      keep: () => {
        if (!isBack) void api.removeCourse(id, true);
      },
      over: () => undefined,
    },
  };
}
