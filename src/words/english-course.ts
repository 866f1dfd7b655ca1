type Step = { readonly step: number };

const value = (one: unknown): string => (typeof one === 'string' ? `“${one}”` : JSON.stringify(one));

/** What is said of the checks of a lesson, and of results that somebody collects. */
export const ofCourses = {
  'locked-by-lesson': () => 'This lesson does not let this be changed. Nothing was changed.',
  'no-course': () =>
    'This course, or this lesson of it, is not on this computer. Your work is kept among the workspaces. Open the file of the course again.',
  'check-too-late': ({ within }: { readonly within: string }) => `It did not come within ${within}.`,
  'check-unwanted': ({ event, text }: { readonly event: string; readonly text: string }) =>
    `What was not to come came: ${event}${text === '' ? '' : ` “${text}”`}.`,
  'check-came': ({
    field,
    expected,
    came,
  }: {
    readonly field: string;
    readonly expected: unknown;
    readonly came: unknown;
  }) => `The nearest so far: ${field} is ${value(came)}, not ${value(expected)}.`,
  'check-covered': ({
    script,
    covered,
    atLeast,
  }: {
    readonly script: number;
    readonly covered: number;
    readonly atLeast: number;
  }) =>
    `${String(covered)} of 100 statements of script ${String(script)} have run, ${String(atLeast)} are to.`,
  'result-no-course': ({ course }: { readonly course: string }) =>
    `It is of the course “${course}”, which is not here. Open that course too, and it can be checked.`,
  'result-no-lesson': ({ lesson }: { readonly lesson: string }) =>
    `The course has no lesson “${lesson}”. The result may be of another revision of it.`,
  'result-other-revision': ({ revision, present }: { readonly revision: number; readonly present: number }) =>
    `It was made with revision ${String(revision)} of the course; here is revision ${String(present)}.`,
  'result-other-world': () =>
    'It was not played in the lesson’s world: something in it was set otherwise from the beginning.',
  'result-not-finished': () => 'It could not be played to its end here, or that took too long.',
  'lesson-not-begun': ({ why }: { readonly why: string }) =>
    `What this lesson begins with could not be played${why === '' ? ': it takes too long' : `. ${why}`}. Nothing was changed. Whoever made the course has to mend it.`,
  'result-other-opening': ({ step }: Step) =>
    `It does not begin as the lesson does: step ${String(step)} is another one.`,
  'result-changed': ({ step }: Step) =>
    `Playing it again brings something else at step ${String(step)}: the file was changed after it was saved, or another version of Rehearsal plays it differently.`,
  'result-other-rules': ({ step }: Step) =>
    `It was made by a version of Rehearsal with other rules, and step ${String(step)} brings something else here.`,
  'result-not-played': ({ step }: Step) => `Step ${String(step)} cannot be played.`,
  'result-no-hashes': () =>
    'It does not say what came of its steps, so nobody can tell whether it was changed.',
  'result-changes-locked': ({ step }: Step) =>
    `Step ${String(step)} changes what the lesson locks, which nobody can do in the lesson itself.`,
  'result-check-differs': ({
    name,
    said,
    found,
  }: {
    readonly name: string;
    readonly said: boolean;
    readonly found: boolean;
  }) =>
    `The result says that “${name}” ${said ? 'passed' : 'did not pass'}; playing it again, it ${found ? 'passes' : 'does not'}.`,
};
