import { countOf } from '../format.ts';

const plural = (n: number, one: string, many: string): string => `${countOf(n)} ${n === 1 ? one : many}`;

/** The part of the catalogue that belongs to the wall of a course. */
export const wallWords = {
  title: 'The wall',
  toCourse: 'To the course',
  label: (course: string) => `The wall of ${course}`,
  noCourse: 'There is no course of this name here.',
  toLessons: 'All courses',
  notRead: 'The wall could not be read. What hangs there is kept: reload the page to try again.',
  people: (people: number, passed: number, of: number) =>
    `${plural(people, 'person', 'people')}, ${countOf(passed)} of ${countOf(of)} passed`,
  verified: (n: number) => `${countOf(n)} verified`,
  verifiedWhy: 'What they played was played again, and came to the same checks.',
  differs: (n: number) => (n === 1 ? '1 does not replay' : `${countOf(n)} do not replay`),
  differsWhy: 'What they played does not lead to what their file says. The wall shows what came of it here.',
  unverified: (n: number) => `${countOf(n)} unverified`,
  unverifiedWhy: 'Nothing of these can be played again: they came as codes, or their course is another one.',
  reading: (done: number, of: number) => `Reading ${countOf(done)} of ${countOf(of)}…`,
  read: (n: number) => `${plural(n, 'result hangs', 'results hang')} on the wall now.`,
  hideNames: 'Hide names',
  hideHelp: 'Everybody has an invented name, on the wall and in the table, the same each time.',
  csv: 'CSV',
  csvHint: 'Saves a table of who passed what, with the names as they are shown',
  csvFile: (course: string) => `${course}-wall.csv`,
  csvKind: 'Table (CSV)',
  present: 'Present',
  add: 'Add results',
  addFiles: 'Files…',
  addFolder: 'A folder…',
  addCode: 'A code…',
  passed: 'Passed',
  passedOf: (n: number, of: number) => [countOf(n), ` / ${countOf(of)}`] as const,
  lesson: (n: number, title: string) => `lesson ${String(n)}: ${title}`,
  states: {
    none: 'no result',
    begun: 'begun',
    failing: 'a check fails',
    passed: 'passed',
  },
  hints: (n: number) => (n === 0 ? 'no hint' : n === 1 ? '1 hint' : `${String(n)} hints`),
  several: (n: number) => `${String(n)} results`,
  trust: {
    verified: 'verified',
    differs: 'does not replay',
    unverified: 'unverified',
  },
  chip: {
    passed: 'Passed',
    failing: (n: number) => (n === 1 ? '1 check fails' : `${String(n)} checks fail`),
    begun: (n: number, of: number) => `${String(n)} of ${String(of)} checks`,
  },
  checkStates: {
    passed: 'passed',
    failed: 'failed',
    next: 'not yet passed',
    open: 'not yet passed',
  },
  /** `Two hints, 14 minutes.` */
  effort: (hints: number, took: string) => {
    const shown = ['No hint', 'One hint', 'Two hints', 'Three hints'][hints] ?? `${String(hints)} hints`;
    return took === '' ? `${shown}.` : `${shown}, ${took}.`;
  },
  minutes: (milliseconds: number) => {
    const minutes = Math.round(milliseconds / 60_000);
    if (minutes < 1) return 'less than a minute';
    if (minutes < 120) return plural(minutes, 'minute', 'minutes');
    return `${String(Math.floor(minutes / 60))} h ${String(minutes % 60)} min`;
  },
  savedAt: (time: string) => `Saved ${time}.`,
  otherRevision: (theirs: number, here: number) =>
    `Made with revision ${String(theirs)} of the course; here is ${String(here)}.`,
  openFailing: 'Open at the failing check',
  openStuck: 'Open where it stands',
  openPassed: 'Open what was played',
  opening: 'Opening…',
  openedName: (name: string, lesson: string) => `${name}, ${lesson}`,
  opened: (name: string) => `Opened what ${name} played`,
  notOpened: (why: string) => `What was played could not be opened: ${why}`,
  brokenOff: 'it took too long, or its worker broke off.',
  nothingToOpen: 'A code holds no conversation: ask for the result file to open it.',
  choose: 'Several results of this lesson. Shown is:',
  savedOption: (time: string, passed: number, of: number, source: string) =>
    [time === '' ? 'Code' : time, `${String(passed)} of ${String(of)} checks`, source]
      .filter((one) => one !== '')
      .join(' · '),
  apart: 'They are two people',
  apartHint: 'What came in the file of the shown one becomes a row of its own',
  remove: 'Take off the wall',
  removed: (name: string) => `Took ${name} off the wall`,
  personSums: (passed: number, of: number, hints: number) =>
    `${String(passed)} of ${String(of)} lessons passed, ${hints === 0 ? 'no hint' : plural(hints, 'hint', 'hints')}.`,
  stuck: 'Where people are stuck',
  stuckOf: (n: number, title: string) => `${String(n)} ${title}`,
  stuckCount: (failing: number, begun: number) =>
    [
      failing === 0 ? '' : plural(failing, 'person fails a check', 'people fail a check'),
      begun === 0 ? '' : plural(begun, 'person has begun', 'people have begun'),
    ]
      .filter((one) => one !== '')
      .join(', '),
  nobodyStuck: 'Nobody: whoever began a lesson has passed it.',
  side: 'Chosen result',
  pick: 'Choose a cell: its checks, hints and what was played show here.',
  drop: 'Drop result files here',
  dropHint: 'or scan their QR codes',
  scan: 'Scan',
  letGo: 'Let go to put them on the wall',
  empty: 'Nobody hangs here yet',
  emptyHint:
    'Whoever does the course saves a result (“Save my result…” in a lesson) and gives you the file, on a stick or in a shared folder. Drop them all here: twenty at once, or the folder. Nothing is sent anywhere.',
  told: 'What was not put on the wall',
  same: (n: number) => (n === 1 ? 'One hangs here already.' : `${countOf(n)} hang here already.`),
  elsewhere: (file: string, course: string) => `${file} is a result of another course, “${course}”.`,
  noLesson: (file: string, lesson: string) =>
    `${file} is of a lesson that this course does not have, “${lesson}”.`,
  refused: (file: string, why: string) => `${file}: ${why}`,
  tooLong: 'It takes too long to be played, and was left out.',
  noResult: 'there is no result in it.',
  moreTold: (n: number) => `and ${countOf(n)} more`,
  toThatWall: 'Open its wall',
  fromCode: 'A code',
  dismiss: 'Dismiss',
  notKept: (why: string) => `Not kept: ${why}`,
  code: 'Put a code on the wall',
  codeHelp: 'The text of the QR code that a trainee’s screen shows: a line that begins with “rehearsal”.',
  codeText: 'Text of the code',
  codeAdd: 'Put on the wall',
  camera: 'Scan with the camera',
  cameraHelp:
    'Hold the code before the camera. Each is put on the wall as it is seen; nothing of the picture is kept.',
  cameraFailed: 'The camera cannot be used here. Allow it in the browser, or paste the text of the code.',
  cameraNone: 'This browser cannot read codes from its camera: scan with a phone, and paste the text.',
  close: 'Done',
} as const;
