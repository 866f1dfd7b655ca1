import { useSignal } from '@preact/signals';
import { useAppContext } from '../context.ts';
import { botWords } from '../words/bot-words.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { debugMode } from './debug-mode.ts';
import './debug-switch.css';

/** Opens the debugger at the last run of a script, and leaves it. It is loaded when somebody first wants it. */
export function DebugSwitch({ script }: { readonly script: number }) {
  const { store, windowState } = useAppContext();
  const isBusy = useSignal(false);
  const isOn = debugMode.value;
  const turn = async () => {
    if (isBusy.value) return;
    isBusy.value = true;
    const { turnDebugger } = await import('./last-run.ts');
    if (!isOn) windowState.change({ bottom: 'script' });
    await turnDebugger(store, script, !isOn);
    isBusy.value = false;
  };
  return (
    <button
      type="button"
      class={`quiet small debug-switch ${isOn ? 'on' : ''}`}
      aria-pressed={isOn}
      aria-label={botWords.debug}
      title={botWords.debugHint}
      onClick={() => void turn().catch(() => undefined)}
    >
      <LaterIcon name="bug" />
      <span class="debug-word">{botWords.debug}</span>
    </button>
  );
}
