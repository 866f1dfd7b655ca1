import { LaterIcon } from '../controls/later-icon.tsx';
import { authorWords as words } from '../words/author-words.ts';
import { useAuthoring } from './use-author.ts';

/** Whether what was changed is on disk. */
export function Kept() {
  const { isBehind, problem, told } = useAuthoring().keeping.value;
  const isBad = problem !== '';
  const said = problem === '' ? told : problem;
  return (
    <p
      class={`author-kept note${isBad ? ' danger' : ''}`}
      role={said === '' ? undefined : isBad ? 'alert' : 'status'}
    >
      <LaterIcon name={isBad ? 'warn' : 'passed'} size={13} />
      {said === '' ? (isBehind ? words.keeping : words.kept) : said}
    </p>
  );
}
