import type { TaskTimes } from './page-tasks.ts';
import type { AppTimes } from './in-app.ts';
import type { EngineSpeed } from './engine-speed.ts';
import type { LoadedFile } from './first-load.ts';
import type { MemoryTaken } from './memory.ts';
import type { Spread } from './statistics.ts';
import { puppets, speed } from './rush-hour.ts';
import type { RewindTimes } from './rewind.ts';
import type { StorageTimes } from './storage-speed.ts';
import { stepsOfTest, testsToRun } from './tests-speed.ts';
import type { WorkerFigures } from './worker-entry.ts';

export type Figure = {
  /** What the baseline knows it by. */
  readonly id: string;
  readonly group: string;
  readonly name: string;
  readonly value: string;
  /** How it stands to plain work of the same run, or a size; less is better. Null where there is nothing to compare. */
  readonly ratio: number | null;
  readonly against: string;
};

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

const perSecond = (microseconds: number) => `${whole.format(1e6 / microseconds)} messages/s`;
const milliseconds = (value: number) => `${tenths.format(value)} ms`;

export function engineFigures(place: 'Node' | 'Chromium', speed: EngineSpeed): readonly Figure[] {
  const group = place === 'Node' ? 'Engine in Node' : 'Engine in a worker of Chromium';
  const id = (name: string) => `${place.toLowerCase()}.${name}`;
  const { debugging } = speed;
  return [
    {
      id: id('step'),
      group,
      name: 'step alone, sessions of 100 messages',
      value: perSecond(speed.shortSession),
      ratio: speed.shortSession / speed.json,
      against: 'its events to JSON and back',
    },
    {
      id: id('longSession'),
      group,
      name: 'step alone, end of a 10,000-message session',
      value: perSecond(speed.longSession),
      ratio: speed.longSession / speed.shortSession,
      against: 'sessions of 100 messages',
    },
    {
      id: id('check'),
      group,
      name: 'CRMScript: parse and check 2,000 lines',
      value: milliseconds(speed.check),
      ratio: speed.check / speed.checkJson,
      against: 'JSON.parse of as much text',
    },
    {
      id: id('statements'),
      group,
      name: 'CRMScript: statements run',
      value: `${tenths.format(1000 / speed.statement)} million/s`,
      ratio: speed.statement / speed.native,
      against: 'the same in plain JavaScript',
    },
    {
      id: id('tests'),
      group,
      name: `${String(testsToRun)} tests of ${String(stepsOfTest)} steps, read and run`,
      value: milliseconds(speed.tests.run),
      ratio: speed.tests.run / speed.tests.steps,
      against: 'their steps alone',
    },
    {
      id: id('trace'),
      group,
      name: `debugger: ${whole.format(debugging.statements)} statements written down`,
      value: milliseconds(debugging.trace),
      ratio: debugging.trace / debugging.run,
      against: 'the step alone',
    },
    {
      id: id('stepBack'),
      group,
      name: 'debugger: a step back over them, and what is to be seen',
      value: milliseconds(debugging.stepBack),
      ratio: debugging.stepBack / debugging.run,
      against: 'the step alone',
    },
  ];
}

/** How many orders of the same inputs are tried, beside playing each from its beginning. */
export const exploreFigures = ({ explore }: WorkerFigures): readonly Figure[] => [
  {
    id: 'explore',
    group: 'Exploring orders in a worker of Chromium',
    name: '1,000 random orders of 20 steps, four customers and a bot',
    value: `${whole.format(1000 / explore.explored)} orders/s`,
    ratio: explore.explored / explore.replayed,
    against: `a replay of one, ${milliseconds(explore.replayed)}`,
  },
];

/** How long it takes until a long workspace can be shown. */
export const openingFigures = ({ opening: found }: WorkerFigures): readonly Figure[] => [
  {
    id: 'opening',
    group: 'Opening in a worker of Chromium',
    name: `${whole.format(found.sessions)} sessions, ${whole.format(found.messages)} messages`,
    value: milliseconds(found.opening),
    ratio: found.opening / found.json,
    against: `JSON.parse of its world, ${tenths.format(found.megabytes)} MB, ${milliseconds(found.json)}`,
  },
  {
    id: 'opening.lost',
    group: 'Opening in a worker of Chromium',
    name: `the same, its database lost; all of it is back after ${milliseconds(found.back)}`,
    value: milliseconds(found.lost),
    ratio: found.lost / found.opening,
    against: 'opening it otherwise',
  },
];

/** What the time machine takes where nobody sees it. */
export const pastFigures = ({ past }: WorkerFigures): readonly Figure[] => {
  const group = 'Time machine in a worker of Chromium';
  const again = `run again, ${whole.format(past.steps)} steps with an edited bot`;
  const once = `playing it once, ${milliseconds(past.once)}`;
  return [
    {
      id: 'past.fork',
      group,
      name: `fork of ${whole.format(past.messages)} messages, opened`,
      value: milliseconds(past.fork),
      ratio: past.fork / past.rows,
      against: `its rows read and written, ${milliseconds(past.rows)}`,
    },
    {
      id: 'past.again.first',
      group,
      name: `${again}, to the first difference`,
      value: milliseconds(past.firstDifference),
      ratio: past.firstDifference / past.once,
      against: once,
    },
    {
      id: 'past.again',
      group,
      name: `${again}, to all of them`,
      value: milliseconds(past.allDifferences),
      ratio: past.allDifferences / past.once,
      against: once,
    },
  ];
};

export const rewindFigures = ({ painted, fixed, events }: RewindTimes): readonly Figure[] =>
  rows(
    'app.rewind',
    `rewinding in ${whole.format(events)} events to painted`,
    painted,
    fixed,
    'a fixed piece of document',
  );

export function storageFigures({ storage }: WorkerFigures): readonly Figure[] {
  const group = 'Step and storage in a worker of Chromium, strict durability';
  const rows = (name: string, title: string, { app, raw, rawSteps, file }: StorageTimes): Figure[] =>
    (
      [
        [`storage.${name}`, `step + storage, ${title}`, app],
        [`storage.${name}.raw`, '  raw IndexedDB, a row for each event', raw],
        [`storage.${name}.rawSteps`, '  raw IndexedDB, one row a step', rawSteps],
        [`storage.${name}.file`, '  a private file, written and flushed', file],
      ] as const
    ).map(([id, own, time]) => ({
      id,
      group,
      name: own,
      value: perSecond(time),
      ratio: time === raw ? null : time / raw,
      against: time === raw ? '' : 'raw IndexedDB, a row for each event',
    }));
  return [
    ...rows('awaited', 'each message awaited', storage.awaited),
    ...rows('grouped', '100 messages in flight', storage.grouped),
  ];
}

const inApp = 'The app in Chromium';

/** Median and 95th percentile of one thing, both beside the median of another. */
const rows = (id: string, name: string, own: Spread, floor: Spread, against: string): readonly Figure[] =>
  (
    [
      [id, `median of ${String(own.samples)}`, own.median],
      [`${id}.p95`, '95th percentile', own.p95],
    ] as const
  ).map(([rowId, which, value]) => ({
    id: rowId,
    group: inApp,
    name: `${name}, ${which}`,
    value: milliseconds(value),
    ratio: value / floor.median,
    against: `${against}, ${milliseconds(floor.median)}`,
  }));

export function appFigures(times: AppTimes): readonly Figure[] {
  return [
    ...rows(
      'app.enter',
      'Enter to painted at the agent',
      times.enterToPainted,
      times.keyToPainted,
      'key to paint',
    ),
    ...rows(
      'app.offline',
      'load offline to usable',
      times.offlineLoad,
      times.smallestLoad,
      'our smallest page',
    ),
  ];
}

const taskFigures = (id: string, name: string, { longest, over, fixed }: TaskTimes): readonly Figure[] => [
  ...rows(id, name, longest, fixed, 'a fixed piece of document'),
  {
    id: `${id}.over`,
    group: inApp,
    name: '  of all its tasks, above 50 ms',
    value: String(over),
    ratio: null,
    against: '',
  },
];

export const drawFigures = (times: TaskTimes): readonly Figure[] =>
  taskFigures('app.draw', 'longest task of a message, 30 customers', times);

export const typingFigures = (times: TaskTimes): readonly Figure[] =>
  taskFigures('app.typing', 'longest task while 50 of 500 write', times);

export const rushHourFigures = (times: TaskTimes): readonly Figure[] =>
  taskFigures(
    'app.rushHour',
    `longest task in a piece of a rush hour, ${String(puppets)} puppets at ×${String(speed)}`,
    times,
  );

export const watchingFigures = (times: TaskTimes): readonly Figure[] =>
  taskFigures('app.watching', `longest task while ${String(testsToRun)} watched tests run`, times);

/** A size is nearly the same on every machine, so it is its own ratio. */
export const memoryFigure = ({ megabytes, page, messages }: MemoryTaken): Figure => ({
  id: 'app.memory',
  group: inApp,
  name: `memory, ${whole.format(messages)} messages opened`,
  value: megabytes === null ? 'the system does not tell' : `${whole.format(megabytes)} MB`,
  ratio: megabytes,
  against: `megabytes of page and workers; the page's objects: ${whole.format(page)}`,
});

/** A size is the same on every machine, so it is its own ratio. */
export function sizeFigure(files: readonly LoadedFile[]): Figure {
  const sum = files.reduce((total, { kilobytes }) => total + kilobytes, 0);
  return {
    id: 'app.kilobytes',
    group: inApp,
    name: 'transferred before the first conversation (gzip)',
    value: `${tenths.format(sum)} kB`,
    ratio: sum,
    against: 'kilobytes',
  };
}
