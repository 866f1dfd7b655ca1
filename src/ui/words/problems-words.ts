import type { LimitUsage } from '../../engine/limits-seen.ts';
import { countOf } from '../format.ts';

const megabytes = (bytes: number): string =>
  bytes === 0 ? 'little' : `${(bytes / 1024 ** 2).toFixed(bytes < 1024 ** 2 * 9.95 ? 1 : 0)} MB`;
const seconds = (milliseconds: number): string =>
  milliseconds === 0 ? '0 s' : `${(milliseconds / 1000).toFixed(milliseconds < 9950 ? 1 : 0)} s`;

const used = { time: seconds, memory: megabytes, statements: (n: number) => countOf(n) } as const;

/** The words of the problems, loaded with them. */
export const problemsWords = {
  kinds: 'Kind of problems',
  shown: { all: 'All', error: 'Errors', warning: 'Warnings', hint: 'Hints' },
  kind: (name: string, n: number) => (n === 0 ? name : `${name} (${countOf(n)})`),
  none: 'No problems in any script.',
  noneOfKind: 'None of this kind.',
  group: { error: 'Errors', warning: 'Warnings', hint: 'Hints' },
  fromRuns: 'Seen in runs',
  times: (n: number) => (n === 1 ? 'once' : `${countOf(n)} times`),
  ignore: 'Ignore',
  ignoreHint: 'Does not show this hint any more, until the line says something else or you take it back',
  ignored: (n: number) => (n === 1 ? '1 ignored hint' : `${countOf(n)} ignored hints`),
  takeBack: 'Take back',
  rule: (rule: string) => `The rule it comes from: ${rule}`,
  event: (seq: number) => `Event ${String(seq)}`,
  eventHint: 'Shows the event in the timeline',
  remedies: {
    channel: (name: string) => `Pre-chat form of ${name}`,
    register: 'Register again',
    rename: (name: string) => `Rename to “${name}”`,
    trigger: 'The trigger',
    option: 'Limits of SuperOffice Online',
  },
  renamed: (before: string, name: string) => `${before} is called ${name} now`,
  registered: 'Registered again',
  limits: 'Limits seen',
  noRuns: 'No script has run yet. What runs take of time and memory shows here.',
  limitsNote:
    'The most that runs of each script used. Time is that of sleep and of answers; memory is what its values took, at most. Statements are limited here, not in SuperOffice.',
  columns: {
    script: 'Script',
    time: 'Time',
    memory: 'Memory',
    statements: 'Statements',
    calls: 'HTTP calls',
    runs: 'Runs',
  },
  used,
  limitOf: ({ of, limit, whose }: LimitUsage) =>
    whose === 'online'
      ? `SuperOffice Online gives a script ${used[of](limit)}`
      : `A step may take ${used[of](limit)} statements here`,
  worstHint: 'Shows the worst run in the timeline',
  gone: (id: number) => `script ${String(id)}`,
  hint: 'Hint:',
  fixed: 'Written into the script, not saved yet',
} as const;
