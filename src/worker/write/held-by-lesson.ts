import { addressOf, isLocked } from '../../course/locked.ts';
import type { LessonOf } from '../../protocol/course-api.ts';
import type { Engine } from '../ports.ts';
import { coded } from '../codes.ts';

/** An engine that takes in no change of what a lesson locks, whichever tab it comes from; what a file has recorded is taken as it is. */
export function heldByLesson(engine: Engine, lesson: LessonOf | undefined): Engine {
  const { locked = [] } = lesson ?? {};
  if (locked.length === 0) return engine;
  return {
    ...engine,
    unfit: (input) => {
      const address = addressOf(input);
      if (address !== null && isLocked(locked, address)) return coded('locked-by-lesson', {});
      return engine.unfit?.(input) ?? null;
    },
  };
}
