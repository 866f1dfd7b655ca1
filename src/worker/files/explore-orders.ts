import { createPatternMatcher } from '../../bots/pattern-matcher.ts';
import { createWorld } from '../../engine/create-world.ts';
import type {
  ExploreAnswer,
  ExploreHearing,
  ExploreRequest,
  ExploreSource,
  FoundRace,
  ShownStep,
} from '../../protocol/exploring.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import { parseScenario } from '../../scenario/parse.ts';
import type { FileProblem } from '../../scenario/problem.ts';
import { writeScenario } from '../../scenario/write.ts';
import { Exploration, type Explored, type ExploredStep, type Finding } from '../../testing/explore.ts';
import { inPresentWorld } from '../../testing/present-world.ts';
import type { LoadJavaScript } from '../scripts/javascript-part.ts';
import { inputsOf } from '../write/play-steps.ts';
import type { LoadFile } from '../ports.ts';
import { createRules } from '../write/rules.ts';
import { scriptsOf } from '../scripts/script-sources.ts';

/** Whoever listens is told how far it has come, and may end it, every so many milliseconds. */
const tells = 80;

/** Explores the orders of a conversation or a test until all are tried, or whoever listens ends it. */
export async function exploreOrders(
  load: LoadFile,
  loadJavaScript: LoadJavaScript | undefined,
  request: ExploreRequest,
  goesOn: ExploreHearing,
): Promise<ExploreAnswer> {
  const read = scenarioOf(request.source);
  if ('problems' in read) return { kind: 'unfit', ...read };
  const { scenario } = read;
  const rules = createRules(loadJavaScript);
  await rules.prepare(scriptsOf(createWorld(scenario.world), inputsOf(scenario.steps)), load);
  const exploration = Exploration.of(scenario, rules.runScript, {
    window: request.window,
    runs: request.runs ?? undefined,
    seed: request.seed,
    matcher: createPatternMatcher().matches,
    nameOf: () => request.keptName,
  });
  if ('failure' in exploration) return { kind: 'unfit', problems: [exploration.failure] };
  let isStopped = false;
  let since = performance.now();
  while (exploration.next()) {
    if (performance.now() - since < tells) continue;
    if (!(await goesOn(exploration.progress))) {
      isStopped = exploration.progress.tried < exploration.progress.of;
      break;
    }
    since = performance.now();
  }
  const concluding = exploration.concluding();
  for (;;) {
    // Whatever was found is told, even where it was stopped.
    await goesOn(exploration.progress);
    const next = concluding.next();
    if (next.done === true) return { kind: 'explored', ...shown(next.value), isStopped };
  }
}

function scenarioOf(
  source: ExploreSource,
): { readonly scenario: ScenarioFile } | { readonly problems: readonly FileProblem[] } {
  if ('conversation' in source) return { scenario: source.conversation };
  const parsed = parseScenario(source.test);
  if (!parsed.ok) return parsed;
  const { scenario } = parsed;
  if (source.present === null) return { scenario };
  return { scenario: { ...scenario, world: inPresentWorld(scenario.world, source.present).world } };
}

const shown = ({ tried, of, failing, findings }: Explored) => ({
  tried,
  of,
  failing,
  races: findings.map(raceOf),
});

function raceOf({ breach, kept, failing, passing, ...told }: Finding): FoundRace {
  const broken =
    breach.kind === 'builtIn'
      ? { kind: breach.kind, rule: breach.rule, session: breach.session, text: breach.text }
      : { kind: breach.kind, step: breach.step, message: breach.message };
  const { tags = [], steps } = kept;
  return {
    ...told,
    broken,
    seq: breach.kind === 'builtIn' ? breach.seq : 0,
    failing: failing.map(withoutEvents),
    passing: passing?.map(withoutEvents) ?? null,
    kept: { text: writeScenario(kept), tags, steps: steps.length },
  };
}

const withoutEvents = ({ events: _, ...step }: ExploredStep): ShownStep => step;
