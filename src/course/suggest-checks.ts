import type { Expectation, ScenarioFile } from '../scenario/format.ts';
import { keyOf } from '../testing/expectation-key.ts';
import { suggest } from '../testing/suggest.ts';
import type { SuggestionKind } from '../testing/suggestion.ts';
import { checkLesson } from './check-lesson.ts';
import type { Check } from './course.ts';
import { coveredShares } from './covered.ts';
import { playLesson, type LessonMeans } from './play-lesson.ts';

/** Something of a conversation that a lesson can ask for. */
export type SuggestedCheck = {
  /** The step by which it came, from 1. */
  readonly step: number;
  /** The session that the step is about; 0 for none. */
  readonly session: number;
  /** All of it but a name, which is made of words. */
  readonly check: Omit<Check, 'name'>;
  readonly kind: SuggestionKind | 'covered';
  /** Whether it is ticked until somebody chooses otherwise. */
  readonly ticked: boolean;
};

/** What a lesson asks for is what people and bots do, not by which words: other words may be as good. */
const behaviour: ReadonlySet<SuggestedCheck['kind']> = new Set([
  'status',
  'shows',
  'owner',
  'options',
  'blocked',
  'transfer',
  'request',
]);

/**
 * What a lesson that begins after `start` steps of a conversation can ask for: of what is suggested for a test of it, each once, without what is said
 * of the moments after a step. Each passes in the conversation; none that passes when nobody does anything is ticked.
 */
export function suggestChecks(
  conversation: ScenarioFile,
  start: number,
  means: LessonMeans,
): readonly SuggestedCheck[] {
  const { steps } = suggest(conversation, means.runScript, {
    from: start + 1,
    wanted: [],
    matcher: means.matcher,
  });
  const seen = new Set<string>();
  const found = steps.flatMap(({ step, session, suggestions }) =>
    suggestions.flatMap(({ kind, expectation }): readonly SuggestedCheck[] => {
      if (kind === 'silence' || 'no' in expectation) return [];
      const expect = ofLesson(expectation, session);
      const key = keyOf(expect);
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ step, session, check: { expect }, kind, ticked: behaviour.has(kind) }];
    }),
  );
  const all = [...found, ...ofScripts(conversation, start, means)];
  return withTicks(all, conversation, start, means);
}

/** Without a moment after its step, and with the session that its step was about. */
function ofLesson({ within: _within, ...expectation }: Expectation, session: number): Expectation {
  return 'status' in expectation && session !== 0 ? { session, ...expectation } : expectation;
}

/** How much of each script ran, in twentieths. */
function ofScripts(conversation: ScenarioFile, start: number, means: LessonMeans): readonly SuggestedCheck[] {
  const counter = means.counting();
  const counted = { ...means, counting: () => counter };
  // A check that asks for some script has them counted.
  const asks = { name: '', expect: { covered: { script: 1, atLeast: 1 } } };
  const { replay } = playLesson({ start, checks: [asks] }, conversation, counted);
  const scripts = replay.world.folders.flatMap((folder) => folder.scripts.map(({ id }) => id));
  return [...coveredShares(counter.hits(replay.world.folders), scripts)].flatMap(
    ([script, share]): readonly SuggestedCheck[] => {
      const atLeast = Math.floor(share * 20) / 20;
      const check = { expect: { covered: { script, atLeast } } };
      return atLeast > 0
        ? [{ step: conversation.steps.length, session: 0, check, kind: 'covered', ticked: false }]
        : [];
    },
  );
}

function withTicks(
  all: readonly SuggestedCheck[],
  conversation: ScenarioFile,
  start: number,
  means: LessonMeans,
): readonly SuggestedCheck[] {
  const checks = all.map(({ check }, index) => ({ ...check, name: String(index) }));
  const lesson = {
    id: 'a',
    title: 'A',
    text: '',
    seed: conversation,
    start,
    checks,
    hints: [],
    solution: conversation,
  };
  const { solution, nothing } = checkLesson(lesson, means);
  const state = (of: typeof nothing | null, index: number) => of?.checks[index]?.state;
  const passing = all.flatMap((one, index) =>
    state(solution, index) === 'passed'
      ? [{ ...one, ticked: one.ticked && state(nothing, index) !== 'passed' }]
      : [],
  );
  if (passing.some(({ ticked }) => ticked)) return passing;
  // Where nothing but words came of it, the last of them are what it is about.
  const last = passing.findLast(({ kind }) => kind === 'said');
  return passing.map((one) => (one === last ? { ...one, ticked: true } : one));
}
