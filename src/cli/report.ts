import { conversationLine, inputText } from '../scenario/conversation.ts';
import type { StepReport } from '../scenario/replay.ts';
import { sentence } from '../words/sentence.ts';
import type { Played } from './junit.ts';

/** How many steps before a failing one are shown with it. */
const before = 2;

/** A line for a scenario, and for one that failed what is wrong and the conversation around it. */
export function reportLines({ file, scenario, result }: Played): string[] {
  const count = `${String(result.steps.length)} ${result.steps.length === 1 ? 'step' : 'steps'}`;
  if (result.ok) return [`ok      ${file}: ${scenario.name} (${count})`];
  const failed = result.steps.filter(({ failures }) => failures.length > 0);
  return [
    `FAILED  ${file}: ${scenario.name} (${String(failed.length)} of ${count})`,
    ...failed.flatMap((step) =>
      failureLines(step, result.steps, (index) => inputOf(scenario.steps[index - 1])),
    ),
  ];
}

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
