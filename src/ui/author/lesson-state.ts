import type { Signal } from '@preact/signals';

/** The parts of a lesson, in the order in which it is made. */
export type Part = 'play' | 'checks' | 'text' | 'rules' | 'test';

export const parts: readonly Part[] = ['play', 'checks', 'text', 'rules', 'test'];

/** What the window shows of a lesson in the making: it lasts when another workspace is opened beside it. */
export type LessonView = {
  readonly part: Signal<Part>;
  /** Where only one side has room: the lesson, or the stage. */
  readonly side: Signal<'lesson' | 'stage'>;
};
