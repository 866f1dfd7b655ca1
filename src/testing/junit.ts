import { inputText } from '../scenario/conversation.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import type { StepReport } from '../scenario/replay.ts';

/** A scenario that was played, and what of its steps was not as expected. */
type Played = {
  readonly file: string;
  readonly scenario: ScenarioFile;
  readonly result: { readonly steps: readonly Pick<StepReport, 'index' | 'failures'>[] };
};

/** The results as JUnit XML: a suite for each scenario, a case for each of its steps. */
export function junitXml(played: readonly Played[]): string {
  const tests = played.reduce((sum, { result }) => sum + result.steps.length, 0);
  const failures = played.reduce((sum, { result }) => sum + failing(result), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="rehearsal" tests="${String(tests)}" failures="${String(failures)}" errors="0">`,
    ...played.flatMap(suite),
    '</testsuites>',
    '',
  ].join('\n');
}

const failing = ({ steps }: Played['result']): number =>
  steps.filter(({ failures }) => failures.length > 0).length;

function suite({ file, scenario, result }: Played): string[] {
  const counts = `tests="${String(result.steps.length)}" failures="${String(failing(result))}" errors="0" skipped="0"`;
  const cases = result.steps.flatMap(({ index, failures }) => {
    const input = scenario.steps[index - 1]?.input;
    const title = `step ${String(index)}: ${input === undefined ? '' : inputText(input)}`;
    const open = `    <testcase classname="${xml(scenario.name)}" name="${xml(title)}" time="0"`;
    if (failures.length === 0) return [`${open}/>`];
    const messages = failures.map(
      ({ path, message }) =>
        `      <failure message="${xml(message)}">${xml(`${path}: ${message}`)}</failure>`,
    );
    return [`${open}>`, ...messages, '    </testcase>'];
  });
  return [
    `  <testsuite name="${xml(scenario.name)}" file="${xml(file)}" ${counts} time="0">`,
    ...cases,
    '  </testsuite>',
  ];
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Text for XML 1.0: what it cannot say at all, control characters and half characters, becomes �. */
export function xml(text: string): string {
  return text
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replaceAll(/[&<>"'\n\r\t]/g, (character) => escapes[character] ?? character);
}
