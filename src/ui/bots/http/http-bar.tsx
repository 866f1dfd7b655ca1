import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useStore } from '../../context.ts';
import { sentence } from '../../sentence.ts';
import { httpWords as words } from '../../words/http-words.ts';

/** What holds for all calls: whether one is asked when nobody answers; and what comes in and goes out. */
export function HttpBar({ children }: { readonly children?: ComponentChildren }) {
  const store = useStore();
  const asks = useSignal(false);
  const problem = useSignal('');
  const workspace = store.workspace.value?.id ?? '';
  const told = store.toldOfBreakpoints.value;
  useEffect(() => {
    let isOver = false;
    store.engine.asksForAnswers(workspace).then(
      (now) => {
        if (!isOver) asks.value = now;
      },
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [store, workspace, told, asks]);
  const change = async () => {
    const next = !asks.peek();
    asks.value = next;
    const failed = await store.engine.saveAsksForAnswers(workspace, next);
    problem.value = failed === null ? '' : sentence(failed.reason);
    if (failed !== null) asks.value = !next;
  };
  return (
    <div class="http-bar">
      <div class="switch-line" title={words.askMeHint}>
        <button
          type="button"
          role="switch"
          class="switch"
          id="ask-me"
          aria-checked={asks.value}
          aria-label={words.askMe}
          onClick={() => void change()}
        />
        <label for="ask-me">{words.askMe}</label>
      </div>
      <span class="refusal" role="status">
        {problem.value}
      </span>
      <span class="push" />
      {children}
    </div>
  );
}
