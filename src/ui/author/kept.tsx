import { LaterIcon } from '../controls/later-icon.tsx';
import { authorWords as words } from '../words/author-words.ts';
import { useAuthoring } from './use-author.ts';

/** Whether what was changed is on disk. */
export function Kept() {
  const { isBehind, problem } = useAuthoring().keeping.value;
  const isBad = problem !== '';
  return (
    <p class={`author-kept note${isBad ? ' danger' : ''}`} role={isBad ? 'alert' : undefined}>
      <LaterIcon name={isBad ? 'warn' : 'passed'} size={13} />
      {isBad ? problem : isBehind ? words.keeping : words.kept}
    </p>
  );
}
