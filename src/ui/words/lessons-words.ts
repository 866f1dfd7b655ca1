/** The words of Lessons, loaded with it. */
export const lessonsWords = {
  none: 'There is no course here yet.',
  noneHint: 'A course is a file of lessons: text, a conversation to begin with, and checks that turn green.',
} as const;
