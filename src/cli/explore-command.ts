import {
  explore,
  exploreDefaults,
  type Explored,
  type ExploredStep,
  type Finding,
} from '../testing/explore.ts';
import { conversationLine, inputText } from '../scenario/conversation.ts';
import { writeScenario } from '../scenario/write.ts';
import { builtInSentence } from '../words/english-explore.ts';
import { sentence } from '../words/sentence.ts';
import { readAnyScenario, shownName } from './any-scenario.ts';
import { writeText } from './files.ts';
import { readArguments, type Called } from './options.ts';
import { withScriptsFrom } from './scripts-from.ts';
import { UsageError } from './terminal.ts';
import type { ExitCode, Languages, Terminal } from './terminal.ts';

/** An hour: whatever lies further apart is no race. */
const longestWindow = 3_600_000;
const mostRuns = 100_000;

/**
 * `explore FILE [--window MS] [--runs N] [--seed N] [--out FILE] [--scripts DIR]`: deals the inputs of different actors that lie close
 * together anew, and tells in which orders something breaks. The shortest of them is written as a scenario with `--out`.
 */
export function exploreCommand(args: readonly string[], terminal: Terminal, languages: Languages): ExitCode {
  const called = readArguments('explore', args, {
    window: 'value',
    runs: 'value',
    seed: 'value',
    out: 'value',
    scripts: 'value',
  });
  const [file, ...more] = called.files;
  if (file === undefined || more.length > 0) throw new UsageError('explore: name one scenario file.');
  const window = numberOf(called, 'window', 0, longestWindow) ?? exploreDefaults.window;
  const options = {
    window,
    runs: numberOf(called, 'runs', 1, mostRuns),
    seed: numberOf(called, 'seed', 0, 2 ** 31 - 1),
    matcher: languages.matcher,
    nameOf: (name: string) => `${name}: an order that fails`,
  };
  const read = readAnyScenario(terminal.folder, file);
  const scripts = called.value('scripts');
  const scenario = scripts === undefined ? read : withScriptsFrom(read, terminal.folder, scripts);
  const explored = explore(scenario, languages.createRunScript(), options);
  if ('failure' in explored)
    throw new UsageError(`${shownName(file)} cannot be explored: ${explored.failure.message}`);
  terminal.out(reportText(shownName(file), scenario.name, explored, window));
  const [shortest] = explored.findings;
  const out = called.value('out');
  if (shortest === undefined) return 0;
  if (out !== undefined) {
    writeText(terminal.folder, out, writeScenario(shortest.kept));
    terminal.err(`The shortest order that fails is in ${out}.\n`);
  }
  return 1;
}

function numberOf(called: Called, option: string, least: number, most: number): number | undefined {
  const text = called.value(option);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new UsageError(
    `explore: --${option} takes a whole number from ${String(least)} to ${String(most)}, not “${text}”.`,
  );
}

function reportText(file: string, name: string, explored: Explored, window: number): string {
  const { tried, of, failing, findings } = explored;
  const there = of === tried ? '' : of === null ? ' of very many' : ` of ${String(of)}`;
  const orders = `${String(tried)}${there} ${tried === 1 && of === 1 ? 'order' : 'orders'}`;
  if (findings.length === 0) {
    const alone =
      of === 1
        ? `  No inputs of different actors lie within ${String(window)} ms of each other. --window takes more.\n`
        : '';
    return `ok      ${file}: ${name} (${orders}, nothing breaks)\n${alone}`;
  }
  const head = `FAILED  ${file}: ${name} (${String(failing)} of ${orders})\n`;
  return head + findings.map(findingText).join('');
}

function findingText({ breach, orders, isAsInFile, failing, passing, swaps }: Finding): string {
  const broken =
    breach.kind === 'builtIn'
      ? builtInSentence(breach.rule, breach)
      : `steps[${String(breach.step - 1)}]${breach.index < 0 ? '.input' : `.expect[${String(breach.index)}]`}: ${breach.message}`;
  const where = isAsInFile
    ? 'as the file has it'
    : `in ${String(orders)} ${orders === 1 ? 'order' : 'orders'}`;
  const beside =
    passing === null
      ? ['  No order of these inputs was found in which nothing breaks.']
      : [
          `  Nothing breaks ${swaps === 1 ? 'one swap' : `${String(swaps)} swaps`} away:`,
          ...passing.flatMap(stepLines),
        ];
  return [`  ${broken}`, `  Fails ${where}, the shortest:`, ...failing.flatMap(stepLines), ...beside, '']
    .map((line, index, all) => (index === all.length - 1 ? '' : `${line}\n`))
    .join('');
}

/** `*` marks what changed places. */
function stepLines({ step, input, refused, events, isSwapped, isReached }: ExploredStep): readonly string[] {
  const name = step === 0 ? 'then  ' : `step ${String(step)}`;
  const not = isReached ? '' : ' (would come next)';
  return [
    `    ${isSwapped ? '*' : ' '} ${name}  ${inputText(input)}${not}`,
    ...events.flatMap((event) => conversationLine(event) ?? []).map((line) => `        ${line}`),
    ...(refused === null ? [] : [`        refused: ${sentence(refused)}`]),
  ];
}
