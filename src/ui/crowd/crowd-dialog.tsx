import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Personas } from '../../protocol/crowd-api.ts';
import { useAppContext, useShowOnStage } from '../context.ts';
import { Dialog } from '../controls/dialog.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { sentence } from '../sentence.ts';
import { requireWorld } from '../store/store.ts';
import { planOf, type CrowdChoice } from './crowd-choice.ts';
import { CrowdForm } from './crowd-form.tsx';
import { crowdWords as words } from '../words/crowd-words.ts';
import './crowd.css';

/** Lets puppets come: how many, how they are, and who answers them. */
export function CrowdDialog() {
  const { files, store } = useAppContext();
  const showOnStage = useShowOnStage();
  const known = usePersonas();
  const { choice, change } = useChoice(known);
  const refusal = useSignal('');
  const busy = useSignal(false);
  const plan = known === null || known === 'none' ? null : planOf(choice, known);
  const close = () => {
    files.shows.value = 'nothing';
  };
  const start = async () => {
    const workspace = store.workspace.peek();
    if (plan === null || workspace === null || busy.value) return;
    busy.value = true;
    const problem = await store.engine.startCrowd(workspace.id, plan);
    busy.value = false;
    if (problem !== null) {
      refusal.value = sentence(problem.reason);
      return;
    }
    await store.setClock({ speed: choice.speed, paused: false });
    close();
    showOnStage({});
  };
  return (
    <Dialog
      icon="agents"
      title={words.heading}
      about={store.workspace.value?.name}
      onClose={close}
      footer={
        <>
          <p role="status" class={refusal.value === '' ? 'note' : 'refusal'}>
            {refusal.value}
          </p>
          <button
            type="button"
            class="primary"
            disabled={plan === null || busy.value}
            title={plan === null ? words.missing : undefined}
            onClick={() => void start()}
          >
            <LaterIcon name="arrow" /> {words.start}
          </button>
        </>
      }
    >
      <div class="crowd">
        <p>{words.intro}</p>
        {known === 'none' ? <p role="alert">{words.noPersonas}</p> : null}
        {known === null || known === 'none' ? null : (
          <CrowdForm choice={choice} known={known} change={change} />
        )}
      </div>
    </Dialog>
  );
}

/** Null until they are here. */
function usePersonas(): Personas | 'none' | null {
  const { store } = useAppContext();
  const personas = useSignal<Personas | 'none' | null>(null);
  useEffect(() => {
    void store.engine.personas().then((known) => {
      personas.value = known ?? 'none';
    });
  }, [store, personas]);
  return personas.value;
}

/** Everybody comes everywhere at first, and the first who has a desk has it by hand. */
function useChoice(known: Personas | 'none' | null) {
  const { store } = useAppContext();
  const chosen = useSignal<Partial<CrowdChoice>>({});
  const { channels, agents } = requireWorld(store);
  const choice: CrowdChoice = {
    texts: { customers: '30', perMinute: '6', capacity: '3', seed: '1' },
    curve: 'wave',
    channels: channels.map(({ id }) => id),
    personas: known === null || known === 'none' ? [] : known.customers.map(({ id }) => id),
    agents: agents.slice(1).map(({ id }) => id),
    speed: 1,
    ...chosen.value,
  };
  const change = (part: Partial<CrowdChoice>) => {
    chosen.value = { ...chosen.value, ...part };
  };
  return { choice, change };
}
