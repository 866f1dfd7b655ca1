import type { FileProblem } from '../../scenario/problem.ts';
import { countOf } from '../format.ts';

const steps = (n: number): string => `${countOf(n)} ${n === 1 ? 'step' : 'steps'}`;

/** The words of what is told before something is opened, and of its verdict. */
export const openWords = {
  opening: 'Open',
  openName: (name: string) => `Open “${name}”?`,
  looking: 'Looking at it…',
  fromLink: 'a link',
  fromText: 'what was pasted',
  andWaiting: (n: number) => (n === 1 ? 'one more waits' : `${countOf(n)} more wait`),
  lookFailed: 'It could not be looked at. Try once more.',
  drop: 'Drop it to look at it',
  dropHint: 'Nothing is opened before you say so',
  dropSends: (who: string) => `Send it as ${who}`,
  dropSendsHint: 'In this conversation: its name, type and size',

  verdict: {
    identical: (n: number, of: number) => `Replays identically: ${countOf(n)} of ${steps(of)}`,
    identicalHint: (by: string) =>
      by === ''
        ? 'Checked just now. You will see exactly what was saved.'
        : `Checked just now. You will see exactly what ${by} saw.`,
    differs: (step: number, of: number) =>
      `Step ${countOf(step)} of ${countOf(of)} is the first that differs`,
    because: {
      otherRules:
        'It was saved by a version with other rules of the chat. What you will see is what these rules give.',
      notPlayed: 'This step cannot be played as it was. What comes before it is the same.',
      changed: 'The file was changed after it was saved. What you will see is what it says now.',
    },
    unknown: 'Not checked: it does not say what came of its steps when it was saved',
    unknownHint: (n: number) =>
      n === 1 ? 'Its one step can be played here.' : `All ${countOf(n)} steps can be played here.`,
    nothing: 'Nothing to replay: a setting without a conversation',
    checking: 'Checking whether it replays identically…',
    progress: (done: number, of: number) => `${countOf(done)} of ${steps(of)}`,
    stop: 'Stop checking',
    slow: 'Not checked: it takes longer than 10 seconds',
    stopped: 'Not checked: you stopped it',
    broken: 'Not checked: it could not be played here',
    cannotPlay: 'It cannot be opened: a step cannot be played',
    openable: 'It can be opened all the same.',
  },

  savedBy: (by: string, version: string) =>
    by === '' ? `Saved with ${version}` : `Saved by ${by} with ${version}`,
  counts: {
    channels: (n: number) => (n === 1 ? 'channel' : 'channels'),
    agents: (n: number) => (n === 1 ? 'agent' : 'agents'),
    customers: (n: number) => (n === 1 ? 'customer' : 'customers'),
    messages: (n: number) => (n === 1 ? 'message' : 'messages'),
    mocks: (n: number) => (n === 1 ? 'mock' : 'mocks'),
    bookmarks: (n: number) => (n === 1 ? 'bookmark' : 'bookmarks'),
  },
  scripts: 'Scripts that will run',
  noScripts: 'No scripts',
  inFolder: (folder: string, script: string) => `${folder}: ${script}`,
  readFirst: 'Read them first',
  moreScripts: (n: number) => `and ${countOf(n)} more`,
  read: (name: string) => `Read ${name}`,
  invisible: (n: number) => (n === 1 ? '1 invisible character' : `${countOf(n)} invisible characters`),
  invisibleIn: (line: number, script: string) =>
    `Line ${countOf(line)} of “${script}” has a character that nobody can see or that turns the text around.`,
  showIt: 'Show it',
  scriptsStayHere: 'Scripts run inside this page only and cannot reach the network.',
  asNew: 'Opens as a new workspace. Yours stays as it is.',
  back: 'Back',
  script: 'Script',
  sourceOf: (name: string) => `Source of ${name}`,
  moreLines: (n: number) => `Show ${countOf(n)} more lines`,

  refusedTitle: 'This cannot be opened',
  refused: 'Nothing was opened, and nothing of it is kept.',
  atPath: ({ path, message }: FileProblem) => (path === '' ? message : `${path}: ${message}`),
  openFailed: 'It could not be opened. Nothing of it is kept, and what you have is as it was.',
  openBusy: 'Playing it…',

  foreignTitle: (name: string) => `Play “${name}” to a bot?`,
  foreignHas: (n: number, turns: number) =>
    `${n === 1 ? 'One conversation' : `${countOf(n)} conversations`} with ${countOf(turns)} ${turns === 1 ? 'line' : 'lines'}, from another program.`,
  foreignDoes: 'What customers wrote is played to the bot that you choose.',
  foreignWorld: 'Setting',
  thisWorkspace: (name: string) => `This workspace: ${name}`,
  foreignChannel: 'Channel',
  foreignNoChannel: 'This setting has no channel, so nobody can connect. Choose another one.',
  expectTitle: 'What the bot said there',
  expectHelp: 'Ticked lines are expected of the bot here, as in a test.',
  expectAll: 'Tick all',
  expectNone: 'Tick none',
  expectNot: 'not:',
  leftOut: (n: number) => (n === 1 ? 'One thing was left out:' : `${countOf(n)} things were left out:`),
  play: 'Play it',
  notPlayable: 'It could not be played to this bot. Nothing of it is kept; choose another setting.',
  notHere: 'This setting could not be read. Choose another one.',

  backupTitle: 'Restore from a backup?',
  backupHas: (n: number) => (n === 1 ? 'One workspace is in it' : `${countOf(n)} workspaces are in it`),
  backupHasCourses: (n: number) => (n === 1 ? 'And one course' : `And ${countOf(n)} courses`),
  backupResults: (n: number) => (n === 1 ? 'one result on its wall' : `${countOf(n)} results on its wall`),
  backupAdds: 'Restoring adds them to what you have, replaces nothing, and runs nothing.',
  restore: 'Restore',
  backupRow: (n: number, messages: number) =>
    `${steps(n)}, ${countOf(messages)} ${messages === 1 ? 'message' : 'messages'}`,
  cannotRestore: (why: string) => `Cannot be restored: ${why}`,
  restoring: (done: number, of: number) => `Restoring, ${countOf(done)} of ${countOf(of)}`,
  restored: (n: number, courses: number) => {
    const workspaces = n === 1 ? 'One workspace' : `${countOf(n)} workspaces`;
    if (courses === 0) return n === 1 ? 'One workspace is restored.' : `${workspaces} are restored.`;
    return `${workspaces} and ${courses === 1 ? 'one course' : `${countOf(courses)} courses`} are restored.`;
  },
  restoreStopped: (done: number, of: number) =>
    done === 0
      ? 'Stopped. Nothing was restored.'
      : `Stopped. ${countOf(done)} of ${countOf(of)} were restored.`,
  restoreFailed: (done: number, why: string) =>
    `${done === 0 ? 'Nothing was restored' : `${countOf(done)} were restored, then it stopped`}. ${why}`,
} as const;
