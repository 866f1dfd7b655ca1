import { countOf } from '../format.ts';

/** The words of exploring orders: loaded with its dialog. */
export const exploreWords = {
  title: 'Explore orderings',
  about: (name: string) => name,
  intro:
    'People act at the same time. Inputs of different people that lie within the window are dealt anew onto the same moments, and each order is played.',
  window: 'Window (ms)',
  windowHelp: 'So far apart two inputs may lie and still change places.',
  runs: 'Most orders',
  runsHelp: 'Empty: all orders of up to eight inputs at once, else 1,000 random ones.',
  runsAll: 'all',
  seed: 'Seed',
  seedHelp: 'Of random orders. The same seed tries the same ones.',
  notWhole: (least: number, most: number) =>
    `Give a whole number from ${countOf(least)} to ${countOf(most)}.`,
  explore: 'Explore',
  again: 'Explore again',
  stop: 'Stop',
  begins: 'Playing it as it is…',
  progress: (tried: number, of: number, failing: number) =>
    `${countOf(tried)} of ${orders(of)}${failing === 0 ? '' : `, ${failing === 1 ? '1 fails' : `${countOf(failing)} fail`}`}`,
  concluding: 'Making the order that fails as short as it can be…',
  nothing: (tried: number) => (tried === 1 ? 'Nothing breaks.' : `Nothing breaks in ${orders(tried)}.`),
  only: 'There is only one order: no inputs of different people lie within the window. A wider one takes more.',
  allOf: 'These are all that there are.',
  someOf: (of: number | null) =>
    of === null
      ? 'There are too many to try all; another seed tries others.'
      : `There are ${countOf(of)}; another seed tries others.`,
  stopped: 'It was stopped before all that was to be tried had been.',
  fail: (failing: number, tried: number) =>
    failing === 1 && tried === 1
      ? 'It fails in its only order.'
      : `${countOf(failing)} of ${orders(tried)} ${failing === 1 ? 'fails' : 'fail'}.`,
  asInFile: 'as it happened',
  inOrders: (count: number) => `in ${orders(count)}`,
  races: 'What breaks',
  expectation: (step: number, message: string) => `Step ${String(step)}: ${message}`,
  fails: 'Fails',
  passes: (swaps: number) => (swaps === 1 ? 'Passes, one swap away' : `Passes, ${countOf(swaps)} swaps away`),
  noPassing: 'No order of these inputs was found in which nothing breaks.',
  swapped: 'Changed places',
  broken: 'This breaks',
  later: 'shown later',
  shown: 'shown now',
  wouldCome: 'would come next',
  to: (author: string, customer: string) => `${author} to ${customer}`,
  handedOver: (customer: string) =>
    customer === '' ? 'The bot hands over' : `The bot hands ${customer} over`,
  has: (agent: string) => `${agent} has the chat`,
  scriptFailed: (script: string, line: number, why: string) => `${script}, line ${String(line)}: ${why}`,
  refused: (why: string) => `Refused: ${why}`,
  settles: 'Time goes on',
  step: (step: number) => `Step ${String(step)}`,
  start: 'start',
  after: (seconds: string) => `+${seconds} s`,
  keep: 'Keep as test',
  keepHint: 'The failing order becomes a test, which fails until the bot is mended.',
  kept: 'Kept as a test.',
  showKept: 'Show it',
  keptName: (name: string) => `${name}, an order that fails`,
  open: (step: number) => `Open at step ${String(step)}`,
  openHint: 'The failing order, played to where it breaks, as a rehearsal of its own.',
  opened: (name: string) => `“${name}” was left as it was.`,
  slow: 'A script did not come to an end within ten seconds, so it was stopped. Look at the console for the script that runs last.',
  isStopped: 'It was stopped.',
  isBroken: 'The orders could not be played. Try again.',
  lost: 'The workspace could not be read. Close this and try again.',
  unfit: 'It cannot be played:',
};

function orders(count: number): string {
  return count === 1 ? '1 order' : `${countOf(count)} orders`;
}
