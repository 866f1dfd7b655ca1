import type { Hits } from '../engine/script-hits.ts';
import { sessionTransitions, type Transition } from '../engine/transitions.ts';
import { isChannelPart } from './coverage/channel-uses.ts';
import type { SettingUse } from './coverage/settings.ts';
import type { TransitionHits } from './coverage/transitions.ts';

/** So many of so many. */
export type Share = { readonly covered: number; readonly total: number };

/** Statements that ran. */
export const statementShare = ({ statements }: Pick<Hits, 'statements'>): Share => ({
  covered: statements.filter(({ hits }) => hits > 0).length,
  total: statements.length,
});

/** Ways that were taken, of all that branches have. */
export function branchShare({ branches }: Pick<Hits, 'branches'>): Share {
  const ways = branches.flatMap((branch) => branch.ways);
  return { covered: ways.filter((hits) => hits > 0).length, total: ways.length };
}

export const addShares = (one: Share, other: Share): Share => ({
  covered: one.covered + other.covered,
  total: one.total + other.total,
});

/** 0 to 1; of nothing, all is covered. */
export const rateOf = ({ covered, total }: Share): number => (total === 0 ? 1 : covered / total);

/** A line on which a statement begins. */
export type LineCoverage = {
  readonly line: number;
  /** Of the statement on it that began most often. */
  readonly hits: number;
  /** Whether all of its statements ran. */
  readonly isWhole: boolean;
  /** The ways of its branches. */
  readonly ways: Share;
};

/** The lines of a script that run, in their order. */
export function linesOf(script: Hits): readonly LineCoverage[] {
  const lines = new Map<number, LineCoverage>();
  for (const { line, hits } of script.statements) {
    const known = lines.get(line);
    lines.set(line, {
      line,
      hits: Math.max(hits, known?.hits ?? 0),
      isWhole: hits > 0 && (known?.isWhole ?? true),
      ways: branchShare({ branches: script.branches.filter((branch) => branch.line === line) }),
    });
  }
  return [...lines.values()].toSorted((a, b) => a.line - b.line);
}

/**
 * The settings that no run made use of, each said once: scripts are told elsewhere, and of a channel that nobody came to
 * nothing else is said.
 */
export function neverUsed(settings: readonly SettingUse[]): readonly SettingUse[] {
  const unused = settings.filter(({ kind, uses }) => uses === 0 && kind !== 'script');
  const has = (kind: SettingUse['kind'], { id, name }: SettingUse) =>
    unused.some((one) => one.kind === kind && one.id === id && one.name === name);
  return unused.filter((setting) => {
    if (setting.kind === 'offlineRequests' && has('offlineForm', setting)) return false;
    return setting.kind === 'channel' || !isChannelPart(setting.kind) || !has('channel', setting);
  });
}

export type DiagramCoverage = {
  /** Every way of the session diagram, with how often it was taken. */
  readonly known: readonly (Transition & { readonly hits: number })[];
  /** Ways that a bot went by setting a status or starting over (chat-domain T25, T30), where the diagram has none. */
  readonly others: readonly TransitionHits[];
};

export function diagramOf(taken: readonly TransitionHits[]): DiagramCoverage {
  const hitsOf = ({ from, to }: Pick<Transition, 'from' | 'to'>): number =>
    taken.find((one) => one.from === from && one.to === to)?.hits ?? 0;
  return {
    known: sessionTransitions.map((transition) => ({ ...transition, hits: hitsOf(transition) })),
    others: taken.filter(
      ({ from, to }) => !sessionTransitions.some((one) => one.from === from && one.to === to),
    ),
  };
}
