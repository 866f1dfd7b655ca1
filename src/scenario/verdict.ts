import type { ScenarioFile } from './format.ts';
import { rulesRevision, StepHashes } from './hash.ts';
import type { StepReport } from './replay.ts';

/** Whether what came of a file here is what its hashes say came of it when it was written (rulings 37). */
export type Verdict =
  /** It has no hashes. */
  | { readonly kind: 'unknown'; readonly steps: number }
  | { readonly kind: 'identical'; readonly steps: number; readonly of: number }
  | {
      readonly kind: 'differs';
      /** The first step that differs. */
      readonly step: number;
      readonly of: number;
      readonly because: Difference;
    };

/** The likely cause: rules that are not those of the file, a step that cannot be played, or a changed file. */
export type Difference = 'otherRules' | 'notPlayed' | 'changed';

/** What came of a step; of one that could be played, no more need be said than its events. */
type Played = Pick<StepReport, 'events'> & Partial<Pick<StepReport, 'outcome'>>;

/** Compares the hashes of a file, where it has some, with what a replay gave. */
export function verdictOf(file: Pick<ScenarioFile, 'rules' | 'steps'>, played: readonly Played[]): Verdict {
  const of = file.steps.length;
  const hashes = new StepHashes();
  let compared = 0;
  for (const [index, { hash }] of file.steps.entries()) {
    const report = played[index];
    const came = hashes.next(report?.events ?? []);
    if (hash === undefined) continue;
    compared++;
    if (hash === came && report !== undefined) continue;
    return { kind: 'differs', step: index + 1, of, because: reason(file, report) };
  }
  return compared === 0 ? { kind: 'unknown', steps: of } : { kind: 'identical', steps: compared, of };
}

function reason(
  { rules = rulesRevision }: Pick<ScenarioFile, 'rules'>,
  report: Played | undefined,
): Difference {
  if (report === undefined || report.outcome === 'failed') return 'notPlayed';
  return rules === rulesRevision ? 'changed' : 'otherRules';
}
