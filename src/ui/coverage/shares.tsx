import type { CoveredScript, Share } from '../../protocol/coverage.ts';
import { coverageWords as words } from '../words/coverage-words.ts';

/** A rate in whole per cent, rounded down: 100 is only what is covered entirely. */
export const percentOf = ({ covered, total }: Share): number =>
  total === 0 ? 100 : Math.floor((100 * covered) / total);

const sum = (shares: readonly Share[]): Share =>
  shares.reduce((all, { covered, total }) => ({ covered: all.covered + covered, total: all.total + total }), {
    covered: 0,
    total: 0,
  });

/** Statements and branches of scripts together. */
export function Shares({ scripts }: { readonly scripts: readonly CoveredScript[] }) {
  const statements = sum(scripts.map((script) => script.statements));
  const branches = sum(scripts.map((script) => script.branches));
  return (
    <span class="coverage-shares">
      {words.statements} <b>{words.percent(percentOf(statements))}</b>
      {branches.total === 0 ? null : (
        <>
          {' '}
          {words.branches} <b>{words.of(branches.covered, branches.total)}</b>
        </>
      )}
    </span>
  );
}

/** A share as a bar and a number. */
export const ShareBar = ({ share }: { readonly share: Share }) => (
  <span class={`share ${share.covered === 0 ? 'none' : share.covered === share.total ? 'all' : 'some'}`}>
    <svg class="share-bar" viewBox="0 0 48 6" aria-hidden="true">
      <rect class="share-all" width="48" height="6" rx="3" />
      <rect class="share-part" width={(48 * share.covered) / Math.max(1, share.total)} height="6" rx="3" />
    </svg>
    <span>{words.percent(percentOf(share))}</span>
    <span class="share-of">{words.of(share.covered, share.total)}</span>
  </span>
);
