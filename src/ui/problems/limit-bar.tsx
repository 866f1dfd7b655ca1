import { nearness, type LimitUsage } from '../../engine/limits-seen.ts';
import { problemsWords } from '../words/problems-words.ts';

/** How much of a limit was used: a bar to it, amber above half of it, red above nine tenths, with the number beside. */
export function LimitBar({ limited }: { readonly limited: LimitUsage }) {
  const { of, used, limit } = limited;
  const share = Math.min(1, used / limit);
  return (
    <span class={`limit ${nearness(limited)}`} title={problemsWords.limitOf(limited)}>
      <span class="limit-bar" aria-hidden="true">
        <i style={{ width: `${String(Math.round(share * 1000) / 10)}%` }} />
      </span>
      <span class="limit-used number">{problemsWords.used[of](used)}</span>
      <span class="hidden-text">{problemsWords.limitOf(limited)}</span>
    </span>
  );
}
