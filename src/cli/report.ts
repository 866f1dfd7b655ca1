import { conversationLine, inputText } from '../scenario/conversation.ts';
import type { FileProblem } from '../scenario/problem.ts';
import type { StepReport } from '../scenario/replay.ts';
import type { Difference, Verdict } from '../scenario/verdict.ts';
import { sentence } from '../words/sentence.ts';
import type { Played } from './played.ts';

/** How many steps before a failing one are shown with it. */
const before = 2;

/** A line for a scenario, and for one that failed what is wrong and the conversation around it. */
export function reportLines({ file, scenario, result }: Played): string[] {
  const count = `${String(result.steps.length)} ${result.steps.length === 1 ? 'step' : 'steps'}`;
  const verdict = verdictLines(result.verdict);
  if (result.ok) return [`ok      ${file}: ${scenario.name} (${count})`, ...verdict];
  const failed = result.steps.filter(({ failures }) => failures.length > 0);
  return [
    `FAILED  ${file}: ${scenario.name} (${String(failed.length)} of ${count})`,
    ...verdict,
    ...failed.flatMap((step) =>
      failureLines(step, result.steps, (index) => inputOf(scenario.steps[index - 1])),
    ),
  ];
}

/** What is wrong with a file, a line each with its place. */
export const problemLines = (problems: readonly FileProblem[]): readonly string[] =>
  problems.map(({ path, message }) => `  ${path === '' ? '' : `${path}: `}${message}`);

/** What the hashes of a file say; nothing where it has none. */
export function verdictLines(verdict: Verdict): string[] {
  switch (verdict.kind) {
    case 'unknown':
      return [];
    case 'identical':
      return [`  identical ${String(verdict.steps)} of ${String(verdict.of)} steps`];
    case 'differs':
      return [`  differs at step ${String(verdict.step)}: ${becauseOf[verdict.because]}`];
  }
}

const becauseOf: Readonly<Record<Difference, string>> = {
  changed: 'the file was changed after it was saved, or this version of Rehearsal plays it differently.',
  otherRules: 'it was saved with other rules than those of this version. "--rehash" writes its hashes anew.',
  notPlayed: 'the step cannot be played here.',
};

const inputOf = (step: Played['scenario']['steps'][number] | undefined): string =>
  step === undefined ? '' : inputText(step.input);

function failureLines(
  failed: StepReport,
  steps: readonly StepReport[],
  inputOf: (index: number) => string,
): string[] {
  const around = steps.filter(({ index }) => index >= failed.index - before && index <= failed.index);
  return [
    ...failed.failures.map(({ path, message }) => `  ${path}: ${message}`),
    ...around.flatMap((step) => [
      `    ${step === failed ? '>' : ' '} step ${String(step.index)}  ${inputOf(step.index)}`,
      ...step.events.flatMap((event) => conversationLine(event) ?? []).map((line) => `        ${line}`),
      ...(step.reason === null ? [] : [`        refused: ${sentence(step.reason)}`]),
    ]),
  ];
}
