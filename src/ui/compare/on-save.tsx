import { useEffect, useRef } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { createFilesClient } from '../files/save.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { onSaveWords as words } from '../words/on-save-words.ts';
import { comparedWith, runsOnSave, saveVerdict, type SaveVerdict } from './run-again-state.ts';
import { runOnSave, type RunOnSave } from './run-on-save.ts';
import './on-save.css';

/** In the status bar: what came of running the conversation again after the last save; nothing where that is not wanted. */
export function OnSave() {
  const { keepers } = useAppContext();
  return runsOnSave(keepers.local) ? <Running /> : null;
}

function Running() {
  const { store } = useAppContext();
  const runner = useRef<RunOnSave | null>(null);
  useEffect(() => {
    const made = runOnSave({
      store,
      client: createFilesClient(),
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => {
          clearTimeout(timer);
        };
      },
      tell: (verdict) => {
        saveVerdict.value = verdict;
      },
    });
    runner.current = made;
    return made.end;
  }, [store]);
  const verdict = saveVerdict.value;
  return (
    <span class="on-save" role="status">
      {verdict === null ? (
        <span class="bar-item" title={words.hint}>
          <LaterIcon name="eye" size={13} /> {words.waits}
        </span>
      ) : (
        <Verdict verdict={verdict} onStop={() => runner.current?.stop()} />
      )}
    </span>
  );
}

function Verdict({ verdict, onStop }: { readonly verdict: SaveVerdict; readonly onStop: () => void }) {
  const { files } = useAppContext();
  const text = textOf(verdict);
  const isRunning = verdict.kind === 'running';
  const differs = verdict.kind === 'differs' || (isRunning && verdict.differs !== null);
  const look = verdict.kind === 'same' ? 'good' : differs ? 'differs' : isRunning ? '' : 'warn';
  return (
    <>
      <button
        type="button"
        class={`bar-button ${look}`}
        title={verdict.kind === 'same' ? words.sameHint : words.showHint}
        onClick={() => {
          comparedWith.value = null;
          files.shows.value = 'runAgain';
        }}
      >
        <LaterIcon name={verdict.kind === 'same' ? 'eye' : 'compare'} size={13} /> {text}
      </button>
      {isRunning ? (
        <button type="button" class="bar-button" onClick={onStop}>
          <LaterIcon name="stop" size={13} /> {words.stop}
        </button>
      ) : null}
    </>
  );
}

function textOf(verdict: SaveVerdict): string {
  if (verdict.kind === 'differs') return words.differs(verdict.step);
  if (verdict.kind !== 'running') return words[verdict.kind];
  return verdict.differs === null ? words.running : words.differs(verdict.differs);
}
