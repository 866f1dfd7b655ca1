import { useEffect, useRef } from 'preact/hooks';
import { words as pageWords } from '../words/words.ts';
import { erasedWords as words } from '../words/erased-words.ts';
import type { Erased } from './erasing.ts';

/** The end: what is gone, and what could not be deleted. Nothing begins anew by itself. */
export function ErasedScreen({ isOver, left }: Pick<Erased, 'isOver' | 'left'>) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = pageWords.product;
    title.current?.focus();
  }, [isOver]);
  if (!isOver) {
    return (
      <main class="opening">
        <h1 ref={title} tabIndex={-1}>
          {words.under}
        </h1>
      </main>
    );
  }
  return (
    <main class="opening">
      <h1 ref={title} tabIndex={-1}>
        {left.length === 0 ? words.gone : words.notAll}
      </h1>
      <p role="status">
        {left.length === 0 ? words.goneWhat : words.left(left.map((one) => words.parts[one]).join(', '))}
      </p>
      <p class="muted">{left.length === 0 ? words.goneHint : words.leftHint}</p>
      <button type="button" class="primary" onClick={startAnew}>
        {words.anew}
      </button>
    </main>
  );
}

function startAnew(): void {
  history.replaceState(null, '', ' ');
  location.reload();
}
