import { countOf } from '../format.ts';
import { took } from './debrief-words.ts';

/** What is said of a kind of customer while somebody changes it. */
export const personaWords = {
  edit: (name: string) => `Change ${name}`,
  add: 'New kind…',
  reset: 'As they came',
  resetHint: 'The built-in kinds are there again, and your own are gone.',
  agent: 'Whoever sits at a desk',
  newName: 'Somebody new',
  newLines: ['{Hi|Hello}, I have a question.', 'It is about {my order|an invoice}.', 'Thank you.'],
  back: 'Back to the rush hour',
  name: 'Name',
  traits: {
    patience: 'Waits',
    reminders: 'Asks again',
    speed: 'Types',
    typos: 'Mistypes',
    returns: 'Comes back',
    rating: 'Gives',
  },
  values: {
    patience: (seconds: number) => took(seconds * 1000),
    reminders: (n: number) => (n === 0 ? 'never' : n === 1 ? 'once' : `${countOf(n)} times`),
    speed: (n: number) => `${countOf(n)} words a minute`,
    typos: (n: number) => `${countOf(n)} % of the words`,
    returns: (n: number) => (n === 0 ? 'never' : `${countOf(n)} in a hundred`),
    rating: (n: number) => (n === 0 ? 'no stars' : n === 1 ? '1 star' : `${countOf(n)} stars`),
  },
  switches: {
    piecemeal: 'Sends each sentence as a message of its own',
    angry: 'Writes in capitals',
    silent: 'Leaves without a word',
  },
  lines: 'What they say, a line for each turn',
  linesHelp:
    '{Hi|Hello} is one of the two, {name} the customer’s name. The first line is also the question in a form.',
  agentLinesHelp:
    '{Hi|Hello} is one of the two, {name} the customer’s name, {agent} the agent’s. The chat is ended behind the last line.',
  preview: 'What that sounds like',
  again: 'In other words',
  names: { name: 'Ada Berg', agent: 'Kari' },
  noName: 'Give it a name.',
  noLines: 'Write at least one line.',
  tooMany: 'No more than 30 lines.',
  remove: 'Remove this kind',
  save: 'Keep',
} as const;
