import { countOf } from '../format.ts';

const lessonsOf = (n: number): string => (n === 1 ? '1 lesson' : `${countOf(n)} lessons`);

/** The words of Lessons, loaded with it. */
export const lessonsWords = {
  title: 'Lessons',
  courses: 'Courses',
  none: 'There is no course here yet.',
  noneHint: 'A course is a file of lessons: text, a conversation to begin with, and checks that turn green.',
  make: 'Make a course',
  open: 'Open a course…',
  openHint: 'Choose its file; or drop it anywhere, or paste a link',
  looking: 'One moment',
  done: (passed: number, of: number) =>
    passed === 0 ? lessonsOf(of) : `${countOf(passed)} of ${lessonsOf(of)} done`,
  allDone: (of: number) => (of === 1 ? 'Done' : `All ${lessonsOf(of)} done`),
  goOnFrom: 'Go on from here',
  goOnFromHint:
    'What was done on the other computer becomes your own work here; what is here stays among the workspaces',
  goOnFromWhom: 'Whose results',
  goneOn: (n: number) => (n === 1 ? 'One lesson is gone on with' : `${countOf(n)} lessons are gone on with`),
  start: 'Start',
  goOn: 'Go on',
  again: 'Look again',
  startOf: (title: string) => `Start ${title}`,
  goOnOf: (title: string) => `Go on with ${title}`,
  builtIn: 'Comes with the app',
  draft: 'Made here',
  edit: 'Edit',
  editOf: (title: string) => `Edit ${title}`,
  remove: 'Remove',
  removeOf: (title: string) => `Remove ${title}`,
  removed: (title: string) => `${title} was removed. Your work stays among the workspaces.`,
  noCourse: 'This course is not on this computer.',
  noCourseHint: 'Open its file again. What you did in it is kept among the workspaces.',
  noLesson: 'This course has no such lesson (any more).',
  toCourses: 'All courses',
  toCourse: 'All lessons',
  printables: 'Printables',

  newer: (revision: number) =>
    `A newer version of this course came with the app (revision ${String(revision)}).`,
  take: 'Take the new one',
  changed: (numbers: readonly number[]) =>
    numbers.length === 0
      ? 'No lesson changed; your work stays.'
      : numbers.length === 1
        ? `Lesson ${String(numbers[0])} changed; your work stays.`
        : `Lessons ${numbers.slice(0, -1).map(String).join(', ')} and ${String(numbers.at(-1))} changed; your work stays.`,
  resetCourse: 'Reset the course',
  resetCourseSure: 'Really begin all lessons anew',
  resetCourseHint: 'Every lesson begins anew; what you did stays among the workspaces',
  courseReset: 'The course begins anew',

  lessonWord: 'Lesson',
  lesson: (n: number) => `Lesson ${String(n)}`,
  lessonOf: (n: number, of: number) => `Lesson ${String(n)} of ${String(of)}`,
  lessonName: (n: number, title: string) => `Lesson ${String(n)}: ${title}`,
  progress: (passed: number, of: number) => `${countOf(passed)} of ${lessonsOf(of)} done`,
  passed: 'passed',
  elsewhere: 'passed on another computer',
  begun: 'begun',
  checksOf: (passed: number, of: number) => `${String(passed)} of ${String(of)}`,

  checks: 'Checks',
  check: 'Check',
  checkHint: 'Looks at everything again, and says how it stands',
  checked: (passed: number, of: number, next: string) =>
    passed === of
      ? `All ${String(of)} checks have passed.`
      : `${String(passed)} of ${String(of)} checks have passed. Next: ${next}`,
  checkPassed: (n: number, name: string) => `Check ${String(n)} passed: ${name}`,
  checkMark: (n: number) => `Check ${String(n)}`,
  lessonPassed: 'Lesson passed',
  lessonPassedHint: 'All checks have passed.',
  states: { open: 'not yet', holding: 'holds so far', passed: 'passed', failed: 'cannot pass any more' },
  failedHint: 'Reset the conversation to try again.',

  hintOf: (n: number, of: number) => `Hint ${String(n)} of ${String(of)}`,
  oneMore: 'One more',
  firstHint: 'Show a hint',
  hints: (n: number) => (n === 1 ? 'There is 1' : `There are ${String(n)}`),

  finish: 'All lessons',
  reset: 'Reset',
  resetName: 'Reset lesson',
  resetConversation: 'This conversation',
  resetConversationHint: 'Back to the start of the lesson; your scripts and settings stay',
  resetLesson: 'This lesson',
  resetLessonSure: 'Really reset this lesson',
  resetLessonHint: 'Scripts, settings, hints and checks as the lesson began',
  conversationReset: 'The conversation begins anew',
  lessonReset: 'The lesson begins anew',
  notBack: 'The workspace that was left is not there any more.',

  copyCode: 'Copy this code',
  codeCopied: 'Copied',
  codeSelected: 'The browser does not let this page copy. The code is selected: press Ctrl+C.',
  solution: 'Solution',
  solutionAsk: (title: string) => `See the solution of “${title}”?`,
  solutionWhy: 'Most of what one learns comes of trying. There may be a hint left.',
  solutionShow: 'Show it',
  solutionTitle: 'Mine and the solution',
  solutionRunning: 'Playing both…',
  solutionLost: 'The two could not be held beside each other. Nothing of yours was changed.',
  mine: 'Mine',
  theirs: 'Solution',
  asConversation: 'The conversation',
  asScripts: 'The scripts',
  sameScripts: 'No script is another one in the solution.',
  openSolution: 'Open as a workspace',
  solutionName: (name: string) => `Solution of ${name}`,

  yourCopy: 'your copy',
  compareOriginal: 'Compare with the original',
  original: 'The script as the lesson gave it',
  yours: 'Yours',

  locked: 'This lesson does not let this be changed.',
  back: 'Back to the lesson',
  text: 'Text of the lesson',
  failed: 'The lesson could not be begun.',
} as const;
