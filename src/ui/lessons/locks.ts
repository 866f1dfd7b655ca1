import { addressOf, isLocked } from '../../course/locked.ts';
import type { Lesson } from '../../protocol/course-api.ts';
import { coded } from '../codes.ts';
import type { Guard } from '../store/only-now.ts';

/** Keeps what a lesson locks from being changed in this window; null where it locks nothing. */
export function guardOf({ locked = [] }: Pick<Lesson, 'locked'>): Guard | null {
  if (locked.length === 0) return null;
  return {
    isLocked: (address) => isLocked(locked, address),
    refuse: (input) => {
      const address = addressOf(input);
      return address !== null && isLocked(locked, address) ? coded('locked-by-lesson', {}) : null;
    },
  };
}
