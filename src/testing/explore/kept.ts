import type { Expectation, ScenarioFile, ScenarioStep } from '../../scenario/format.ts';
import { versionOf } from '../../scenario/version.ts';
import type { Breach } from './judge.ts';
import type { Plan } from './plan.ts';
import type { Frame } from './run-orders.ts';

/** An order that fails as a scenario, which expects of its last step what does not hold there. */
export function keptAsTest(
  { scenario }: Plan,
  name: string,
  frames: readonly Frame[],
  breach: Breach,
): ScenarioFile {
  const { opening: _, bookmarks: _marks, rules: _rules, format, version: _version, ...about } = scenario;
  const steps = frames.map((frame, place) =>
    stepOf(scenario, frame, place === frames.length - 1 ? breach.expectation : null),
  );
  const file = { ...about, name, steps };
  return { format, version: versionOf(file), ...file };
}

function stepOf(scenario: ScenarioFile, frame: Frame, expected: Expectation | null): ScenarioStep {
  const { at, before, input, answers, refusal } = frame;
  const { leftOut, note } = scenario.steps[frame.step] ?? {};
  const expect = [
    ...(expected === null ? [] : [expected]),
    ...(refusal === null || (expected !== null && 'refused' in expected) ? [] : [{ refused: true }]),
  ];
  return {
    ...(at > before ? { at: `+${String(at - before)}ms` } : {}),
    input,
    ...(answers === undefined ? {} : { answers }),
    ...(leftOut === undefined ? {} : { leftOut }),
    ...(note === undefined ? {} : { note }),
    ...(expect.length === 0 ? {} : { expect }),
  };
}
