import type { Json } from '../engine/definition.ts';
import type { Expectation, ScenarioFile, ScenarioStep } from '../scenario/format.ts';
import { versionOf } from '../scenario/version.ts';
import type { FieldDifference } from './field-differences.ts';
import type { TestedStep, TestRun, Verdict } from './run-test.ts';

/**
 * The scenario with what came in the place of what was expected and did not come: fields and statuses as they came, a refusal by its
 * code. Of what did not come at all it expects that it does not come. `again` plays it anew: what does not hold even then, such as an
 * event that only stands in another order, is expected no more. Null where that is not enough, as when the time of a step is past.
 */
export function acceptActual(
  scenario: ScenarioFile,
  run: TestRun,
  again: (changed: ScenarioFile) => TestRun,
): ScenarioFile | null {
  const accepted = withExpectations(scenario, run, (verdict) => cameAs(verdict));
  const rest = again(accepted);
  if (rest.isPassed) return accepted;
  const left = withExpectations(accepted, rest, () => null);
  return again(left).isPassed ? left : null;
}

function withExpectations(
  scenario: ScenarioFile,
  run: TestRun,
  change: (verdict: Verdict) => Expectation | null,
): ScenarioFile {
  const byStep = new Map(run.steps.map((step) => [step.index, step]));
  const steps = scenario.steps.map((step, index) => {
    const tested = byStep.get(index + 1);
    return tested === undefined ? step : changed(step, tested, change);
  });
  const file = { ...scenario, steps };
  return { ...file, version: scenario.version === 2 ? 2 : versionOf(file) };
}

function changed(
  step: ScenarioStep,
  { verdicts, others, reason }: TestedStep,
  change: (verdict: Verdict) => Expectation | null,
): ScenarioStep {
  if (others.length === 0 && verdicts.every(({ holds }) => holds)) return step;
  const kept = verdicts.map((verdict) => (verdict.holds ? verdict.expectation : change(verdict)));
  const said = kept.filter((one) => one !== null);
  const isRefused = reason !== null && !said.some((one) => 'refused' in one);
  const expect = isRefused ? [...said, { refused: reason.code }] : said;
  const { expect: _, answers, ...rest } = step;
  const answered = others.some(({ path }) => path.includes('.answers[')) ? {} : { answers };
  return { ...rest, ...answered, ...(expect.length === 0 ? {} : { expect }) };
}

/** What is expected from now on in the place of an expectation that does not hold; null for nothing. */
function cameAs({ expectation, came }: Verdict): Expectation | null {
  if ('no' in expectation || 'visible' in expectation) return visibleAs(expectation, came);
  if ('refused' in expectation) return null;
  if ('event' in expectation) {
    if (came.length > 0) return { ...expectation, ...fieldsOf(came) };
    const { times: _, ...pattern } = expectation;
    return { no: pattern as { readonly event: string; readonly [field: string]: Json } };
  }
  if (came.length === 0) return null;
  if ('queue' in expectation || 'status' in expectation) return { ...expectation, ...fieldsOf(came) };
  if ('webhook' in expectation)
    return { ...expectation, webhook: { ...(expectation.webhook as object), ...fieldsOf(came) } };
  return { ...expectation, session: { ...(expectation.session as object), ...fieldsOf(came) } };
}

function visibleAs(expectation: Expectation, came: readonly FieldDifference[]): Expectation | null {
  if (!('visible' in expectation) || came.length === 0) return null;
  return {
    ...expectation,
    visible: { ...(expectation.visible as object), ...fieldsOf(came) },
  } as Expectation;
}

const fieldsOf = (came: readonly FieldDifference[]): { readonly [field: string]: Json } =>
  Object.fromEntries(came.map(({ field, came: value }) => [field, value]));
