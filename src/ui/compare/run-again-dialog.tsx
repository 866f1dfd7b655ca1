import { playBeside } from './play-beside.ts';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { RanAgain } from '../../protocol/compared.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import { useShowOnStage, useAppContext } from '../context.ts';
import { Dialog } from '../controls/dialog.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { pastOf } from '../past/past.ts';
import { ComparedView } from './compared-view.tsx';
import { compareWords as words } from '../words/compare-words.ts';
import { comparedWith } from './run-again-state.ts';
import { firstDifference } from './run-on-save.ts';

type Outcome = RanAgain | 'slow' | 'stopped' | 'broken' | 'lost' | null;

const troubles = { slow: words.slow, stopped: words.stopped, broken: words.broken, lost: words.lost };

/**
 * The conversation of this workspace beside itself, run again with bots and settings as they are now, or beside another
 * branch. Nothing of it stays unless it is kept.
 */
export function RunAgainDialog() {
  const { files, store } = useAppContext();
  const showOnStage = useShowOnStage();
  const other = comparedWith.value;
  const outcome = useSignal<Outcome>(null);
  const differs = useSignal<number | null>(null);
  const stop = useRun(outcome, differs);
  const ran = outcome.value;
  const { id = '', name = '' } = store.workspace.value ?? {};
  const close = () => {
    comparedWith.value = null;
    files.shows.value = 'nothing';
  };
  const keep = async (branch: string) => {
    if (ran === null || typeof ran === 'string') return;
    close();
    const problem = await store.openPlayed({
      ...ran.again,
      name: branch,
      began: 'branch',
      openingSteps: 0,
      // What people see parts there.
      parent: { workspace: id, step: (firstDifference(ran) ?? ran.again.steps.length + 1) - 1 },
    });
    if (problem !== null) store.report(problem);
  };
  const show = (step: number) => {
    const past = pastOf(store);
    const mark = past.marks.peek().find((one) => one.step >= step);
    close();
    showOnStage({});
    if (mark !== undefined) void past.goTo(mark.seq);
  };
  return (
    <Dialog
      icon="branch"
      title={other === null ? words.runAgain : words.branches}
      about={other === null ? words.runAgainAbout : `${name} · ${other.name}`}
      onClose={close}
      footer={
        ran === null ? (
          <button type="button" class="plain" onClick={stop}>
            <LaterIcon name="stop" /> {words.stop}
          </button>
        ) : other === null && typeof ran !== 'string' ? (
          <Keep proposed={words.keptName(name)} onKeep={(branch) => void keep(branch)} />
        ) : undefined
      }
    >
      {ran === null ? (
        <p role="status">{differs.value === null ? words.running : words.runningDiffers(differs.value)}</p>
      ) : typeof ran === 'string' ? (
        <p role="alert">{troubles[ran]}</p>
      ) : (
        <ComparedView
          compared={ran.compared}
          sides={other === null ? [words.was, words.now] : [name, other.name]}
          onShow={show}
        />
      )}
    </Dialog>
  );
}

type KeepProps = { readonly proposed: string; readonly onKeep: (name: string) => void };

/** Under the second run: what it is called as a branch, if it is kept as one. */
function Keep({ proposed, onKeep }: KeepProps) {
  const name = useSignal(proposed);
  return (
    <form
      class="compared-keep"
      onSubmit={(event) => {
        event.preventDefault();
        onKeep(name.value.trim() === '' ? proposed : name.value.trim());
      }}
    >
      <input
        aria-label={words.branchName}
        value={name.value}
        maxLength={255}
        dir="auto"
        onInput={(event) => {
          name.value = event.currentTarget.value;
        }}
      />
      <button type="submit" class="plain">
        {words.keep}
      </button>
    </form>
  );
}

/** Plays both in a worker that ends with the dialog, or when somebody stops it. */
function useRun(outcome: { value: Outcome }, differs: { value: number | null }): () => void {
  const { store } = useAppContext();
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => {
    const forget = pastOf(store).learn();
    const id = store.workspace.peek()?.id ?? '';
    const other = comparedWith.peek();
    const read = async (workspace: string, what: 'setting' | 'conversation'): Promise<ScenarioFile> => {
      const file = await store.engine.scenario(workspace, what);
      if ('problem' in file) throw new Error(file.problem.reason.code);
      return file;
    };
    const beside = playBeside<Outcome>(outcome, async (client, signal) => {
      const was = await read(id, 'conversation');
      const now =
        other === null
          ? { setting: (await read(id, 'setting')).world }
          : { conversation: await read(other.id, 'conversation') };
      const ran = await client.runAgain({ was, now }, signal, (step) => {
        differs.value = step;
      });
      return 'because' in ran ? ran.because : ran;
    });
    stop.current = () => {
      beside.stop();
      outcome.value = 'stopped';
    };
    return () => {
      beside.end();
      forget();
    };
  }, [store, outcome, differs]);
  return () => {
    stop.current();
  };
}
