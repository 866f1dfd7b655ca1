import type { StopName } from '../tour/stops.ts';

type StopWords = { readonly title: string; readonly text: string };

const stops: Readonly<Record<StopName, StopWords>> = {
  say: {
    title: 'Say hi',
    text: 'You are the customer in this window. Write hi, and press Enter: the bot answers.',
  },
  why: {
    title: 'See what it caused',
    text: 'Each message changes the status: 5 when the customer spoke last, 6 when the bot did. Click on a row of Why? to see what made it so.',
  },
  handOff: {
    title: 'Ask for a person',
    text: 'Write human as the same customer. The bot lets go, and the customer waits in the queue: status 4.',
  },
  answer: {
    title: 'Answer as Kari',
    text: 'Press “Get next in queue” at Kari’s desk, and write something back. You play both sides.',
  },
  rewind: {
    title: 'Go back in time',
    text: 'Drag the slider under the timeline to the left. Customers, queue and desks all go back with it.',
  },
  edit: {
    title: 'Change the bot',
    text: 'Go back to now, by the amber bar at the top. Then change what the bot says in this script, and press Save.',
  },
  test: {
    title: 'Keep it as a test',
    text: 'Press “Save as test”, and save it there. It tells you from now on when your bot does something else.',
  },
};

/** The words of the tour, loaded with it. */
export const tourWords = {
  label: 'Tour',
  keyHint: 'F6 leads here, and on to the next pane',
  kind: 'Help',
  command: 'Take the tour',
  offer: 'New here?',
  offerText:
    'Seven things to do, in three minutes. The conversation behind this is there to be played with: nothing can break.',
  start: 'Show me',
  notNow: 'Skip',
  lesson: 'Lesson 1 instead',
  stops,
  count: (n: number, all: number) => `${String(n)} of ${String(all)}`,
  where: 'Show me',
  skip: 'Skip this',
  end: 'End the tour',
  away: 'The tour goes on where you left it, on the stage.',
  toStage: 'To the stage',
  over: 'That was the tour',
  overText:
    'You have been customer, agent and developer. The lessons begin where this ends, with a bot of your own.',
  firstLesson: 'Go to lesson 1',
  done: 'Done',
  did: (title: string) => `Done: ${title}`,
} as const;
