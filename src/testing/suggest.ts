import { createWorld } from '../engine/create-world.ts';
import { fold } from '../engine/fold.ts';
import type { Input } from '../engine/inputs.ts';
import type { RunScript } from '../engine/script-call.ts';
import type { World } from '../engine/world.ts';
import type { Expectation, ScenarioFile, ScenarioStep, VisiblePattern } from '../scenario/format.ts';
import { momentsAfter } from '../scenario/later.ts';
import type { Matcher } from '../scenario/match.ts';
import { replay, type StepReport } from '../scenario/replay.ts';
import { subjectOf } from '../scenario/subject.ts';
import { keyOf } from './expectation-key.ts';
import { ownPlaces } from './own-places.ts';
import { suggestAfter, suggestState, silenceSpan } from './suggest-state.ts';
import { suggestEvents } from './suggest-events.ts';
import type { SuggestedStep, Suggestion, MarkedExpectation } from './suggestion.ts';
import { textPattern } from './text-pattern.ts';
import { saidIn, variantsOf, type Variants } from './variants.ts';
import { suggestWanted } from './wanted.ts';

export type SuggestOptions = {
  /** The first step that something is suggested for, from 1; those before lead there. */
  readonly from: number;
  /** What somebody marked while rehearsing: it is ticked. */
  readonly wanted: readonly MarkedExpectation[];
  readonly matcher: Matcher;
};

export type Suggested = {
  readonly steps: readonly SuggestedStep[];
  /** What came of each step as it is, those that lead there too. */
  readonly reports: readonly StepReport[];
};

/**
 * What can be expected of each step of a conversation, told from what came of it: it is played once as it is, and again with
 * another clock, another chance and other numbers, so that what changes by itself stands open. Every suggestion holds when
 * the conversation is played with it.
 */
export function suggest(
  file: ScenarioFile,
  runScript: RunScript,
  { from, wanted, matcher }: SuggestOptions,
): Suggested {
  const played = replay(file, runScript, { matcher });
  const variants = variantsOf(file, runScript);
  const means = { runScript, variants, names: namesIn(played.world), wanted, matcher };
  const steps: SuggestedStep[] = [];
  let world = createWorld(file.world);
  for (const [index, report] of played.steps.entries()) {
    const before = world;
    for (const event of report.events) world = fold(world, event);
    const entry = file.steps[index];
    if (entry === undefined || index + 1 < from) continue;
    const seen = { entry, report, before, after: world, index };
    const suggestions = suggestionsOf(seen, means);
    const session = subjectOf(entry.input, report.events);
    steps.push({ step: index + 1, input: entry.input, at: world.now, session, suggestions });
  }
  return { steps, reports: played.steps };
}

type Seen = {
  readonly entry: ScenarioStep;
  readonly report: StepReport;
  readonly before: World;
  readonly after: World;
  readonly index: number;
};

type Means = Pick<SuggestOptions, 'wanted' | 'matcher'> & {
  readonly runScript: RunScript;
  readonly variants: Variants;
  readonly names: readonly string[];
};

function suggestionsOf(seen: Seen, means: Means): readonly Suggestion[] {
  const { entry, report, before, after, index } = seen;
  const { variants, names, runScript, matcher } = means;
  const { events, reason } = report;
  if (report.outcome === 'failed') return [];
  const of = saidIn(events).length;
  const session = subjectOf(entry.input, events);
  const change = { before, after, events, session };
  const found = [
    ...suggestEvents(events, {
      textOf: (n) => (text, names) => textPattern(text, variants.textsOf(index, n, of), names),
      names,
      written: writtenIn(entry.input),
    }),
    ...suggestState(change),
    ...(reason === null && !entry.input.type.endsWith('.types')
      ? suggestAfter(change, momentsAfter(after, index + 2, silenceSpan, runScript))
      : []),
  ];
  const own = ownPlaces(entry.expect ?? [], events, matcher);
  const refused = reason === null ? [] : [refusal(reason.code)];
  const all = [...own.filter(({ expectation }) => !('refused' in expectation)), ...refused];
  return suggestWanted(withoutTaken(all, found, session), means.wanted, seen);
}

const refusal = (code: string): Suggestion => ({
  kind: 'refused',
  expectation: { refused: code },
  ticked: true,
  needed: true,
});

/** What is expected already, and what more can be; of each event once, as events are found in order. */
function withoutTaken(
  own: readonly Suggestion[],
  found: readonly Suggestion[],
  session: number,
): readonly Suggestion[] {
  const seqs = new Set(own.flatMap(({ seq }) => seq ?? []));
  const said = new Set(own.map(({ expectation }) => keyOf(withSession(expectation, session))));
  const left = found.filter(
    ({ seq, expectation }) => (seq === undefined || !seqs.has(seq)) && !said.has(keyOf(expectation)),
  );
  return [...own, ...left];
}

/** A status or a screen with the session that it is about where it says none. */
function withSession(expectation: Expectation, session: number): Expectation {
  if ('status' in expectation) return { session, ...expectation };
  if (!('visible' in expectation)) return expectation;
  return { ...expectation, visible: { session, ...(expectation.visible as VisiblePattern) } };
}

/** What people wrote in a step themselves: that it is saved so is nothing to expect. */
const writtenIn = (input: Input): string | null =>
  'text' in input ? input.text : 'option' in input ? input.option : null;

/** The names of all people of a world, the longest first. */
function namesIn({ sessions, agents }: World): readonly string[] {
  const customers = [...sessions].flatMap(({ customer }) => [customer.name, customer.alias]);
  const known = [...customers, ...agents.flatMap(({ name, firstName }) => [name, firstName])];
  const parts = known.flatMap((name) => [name, name.split(' ')[0] ?? '']);
  return [...new Set(parts)].filter(({ length }) => length > 1).sort((a, b) => b.length - a.length);
}
