import type { RecordedEvent } from '../engine/events.ts';
import { eventLineWithout, noMatter } from '../scenario/event-line.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import { replay } from '../scenario/replay.ts';
import { firstDifference, type Difference } from '../testing/first-difference.ts';
import { readAnyScenario, shownName } from './any-scenario.ts';
import { readArguments } from './options.ts';
import { UsageError } from './terminal.ts';
import type { ExitCode, Languages, Terminal } from './terminal.ts';

/** `compare A B`: replays both and prints the first step of which not the same events came. */
export function compareCommand(args: readonly string[], terminal: Terminal, languages: Languages): ExitCode {
  const { files } = readArguments('compare', args, {});
  const [a, b, ...more] = files;
  if (a === undefined || b === undefined || more.length > 0)
    throw new UsageError('compare: name two scenario files.');
  const stepsOf = (file: string, index: number) =>
    replayed(readAnyScenario(terminal.folder, file), index, languages);
  const one = stepsOf(a, 0);
  const found = firstDifference(one, stepsOf(b, 1));
  if (found === null) {
    terminal.out(`the same ${String(one.length)} ${one.length === 1 ? 'step' : 'steps'}\n`);
    return 0;
  }
  terminal.out(differenceText(found, shownName(a), shownName(b)));
  return 1;
}

const replayed = (scenario: ScenarioFile, index: number, languages: Languages) =>
  replay(scenario, languages.createRunScript(), {
    matcher: languages.matcher,
    beginsStep: (step) => languages.progress?.beginsStep(index, step),
  }).steps;

function differenceText({ step, one, other }: Difference, a: string, b: string): string {
  const place = `step ${String(step)}: `;
  if (one === null && other === null) return `${place}only one of the two has it.\n`;
  if (one === null || other === null || one.type !== other.type)
    return `${place}${one?.type ?? 'nothing more'} in ${a}, ${other?.type ?? 'nothing more'} in ${b}\n${lines(one, other)}`;
  return `${place}${one.type} differs in ${differingFields(one, other).join(', ')}\n${lines(one, other)}`;
}

const lines = (...events: readonly (RecordedEvent | null)[]): string =>
  events.map((event, index) => `  ${'-+'.charAt(index)} ${event === null ? '' : textOf(event)}\n`).join('');

const textOf = (event: RecordedEvent): string => eventLineWithout(event, noMatter);

function differingFields(one: object, other: object): readonly string[] {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  const text = (event: object, field: string): string =>
    JSON.stringify((event as Readonly<Record<string, unknown>>)[field]);
  return [...fields].filter((field) => !noMatter.includes(field) && text(one, field) !== text(other, field));
}
