import type { OriginEnd } from '../../protocol/debug-api.ts';
import { countOf } from '../format.ts';

/** The words of “Where does this come from?”, loaded with it. */
export const originWords = {
  title: 'Where does this come from?',
  close: 'Close',
  asking: 'Running the step again…',
  noAnswer: 'The engine was started again. Open the run once more, and ask again.',
  steps: (n: number) => (n === 1 ? '1 step' : `${countOf(n)} steps`),
  skipped: (n: number) => (n === 1 ? '1 copy skipped' : `${countOf(n)} copies skipped`),
  showCopies: (n: number) => (n === 1 ? '1 copy before' : `${countOf(n)} copies before`),
  hideCopies: (n: number) => (n === 1 ? 'Hide 1 copy' : `Hide ${countOf(n)} copies`),
  place: (script: string, line: number) =>
    script === '' ? `line ${String(line)}` : `${script}, line ${String(line)}`,
  goTo: (place: string) => `Go to ${place}`,
  here: 'One stands here',
  step: (n: number) => `left in step ${countOf(n)}`,
  goToStep: (n: number) => `Look at step ${countOf(n)}, which left this`,
  times: (n: number) => `${countOf(n)} times`,
  through: (names: string) => `by ${names}`,
  asked: 'That was asked with',
  unchanged: (name: string) => [name, 'changed nothing'] as const,
  changed: 'Done to the object:',
  caught: 'Caught:',
  byHand: (name: string) => `${name === '' ? 'This' : `“${name}”`} was changed by hand`,
  unknown: 'Nobody saw what wrote this',
  answered: { mock: 'mock', recorded: 'recorded', nobody: 'nobody' },
  answer: (method: string, url: string) => `Answer of ${method} ${url}`,
  row: (row: number, table: string, column: string) =>
    `${row > 0 ? `Row ${String(row)}` : 'Rows'} of ${table}${column === '' ? '' : `, ${column}`}`,
  input: (name: string) =>
    name === '' ? 'What the script was called with' : `What the script was called with as ${name}`,
  state: (name: string) => `The state value ${name}, which no handler of this event has set`,
  variable: {
    global: (name: string) => `The global variable ${name}`,
    session: (name: string) => `The session variable ${name}`,
  },
  time: 'The clock of the rehearsal',
  chance: 'Drawn by chance, from the seed of the workspace',
  chat: (name: string) => `Read from the chat by ${name}`,
  made: (name: string) => `The number that ${name} gave to what it made`,
  wrote: (who: string) => `${who} wrote`,
  typed: 'Typed in for a run by hand:',
  somebody: 'Somebody',
  others: 'Also made of',
  follow: (name: string) => `Follow ${name} instead`,
  value: 'a value',
  back: 'Back to the way before',
  ends: {
    literal: 'This stands in the script as it is.',
    unset: 'Nothing was put into it: this is what it is declared with.',
    several:
      'It is made of several values, and by them alone nobody can tell which it is. Follow one of them:',
    cut: 'It goes on much further. Go to the last statement and ask there again.',
    unknown:
      'Something wrote it that does not show: a function of the library that was given the variable itself.',
  } as Readonly<Partial<Record<OriginEnd, string>>>,
} as const;
