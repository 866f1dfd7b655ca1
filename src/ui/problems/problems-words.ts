import { countOf } from '../format.ts';

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
  fixed: 'Written into the script, not saved yet',
} as const;
