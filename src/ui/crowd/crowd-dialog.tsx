import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Personas } from '../../protocol/crowd-api.ts';
import { useAppContext, useShowOnStage } from '../context.ts';
import { Dialog } from '../controls/dialog.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { sentence } from '../sentence.ts';
import { requireWorld } from '../store/store.ts';
import { planOf, type CrowdChoice } from './crowd-choice.ts';
import { CrowdForm } from './crowd-form.tsx';
import { freeId, ownPersonas } from './kept-personas.ts';
import { PersonaSheet } from './persona-sheet.tsx';
import { personaWords } from '../words/persona-words.ts';
import { crowdWords as words } from '../words/crowd-words.ts';
import './crowd.css';

/** Lets puppets come: how many, how they are, and who answers them. */
export function CrowdDialog() {
  const { files, store } = useAppContext();
  const showOnStage = useShowOnStage();
  const builtIn = usePersonas();
  const personas = useMemo(() => ownPersonas(store), [store]);
  const own = personas.own.value;
  const known = own ?? builtIn;
  const edits = useSignal<number | null>(null);
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
        edits.value !== null ? undefined : (
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
        )
      }
    >
      <div class="crowd">
        {edits.value === null ? <p>{words.intro}</p> : null}
        {known === 'none' ? <p role="alert">{words.noPersonas}</p> : null}
        {known === null || known === 'none' ? null : (
          <Inside
            known={known}
            edits={edits.value}
            onEdit={(id) => {
              edits.value = id;
            }}
            personas={personas}
            chosen={choice.personas}
            choose={(next) => {
              change({ personas: next });
            }}
          >
            <CrowdForm
              choice={choice}
              known={known}
              change={change}
              onEdit={(id) => {
                edits.value = id;
              }}
              onReset={own === null ? undefined : personas.reset}
            />
          </Inside>
        )}
      </div>
    </Dialog>
  );
}

type InsideProps = {
  readonly known: Personas;
  /** The kind whose sheet is open; 0 for a new one, null for none. */
  readonly edits: number | null;
  readonly onEdit: (id: number | null) => void;
  readonly personas: ReturnType<typeof ownPersonas>;
  readonly chosen: readonly number[];
  readonly choose: (chosen: readonly number[]) => void;
  readonly children: ComponentChildren;
};

/** The form, or the sheet of one kind in its place. */
function Inside({ known, edits, onEdit, personas, chosen, choose, children }: InsideProps) {
  if (edits === null) return <>{children}</>;
  const isAgent = edits === known.agent.id;
  const there = isAgent ? known.agent : known.customers.find(({ id }) => id === edits);
  const [like = known.agent] = known.customers;
  const persona = there ?? {
    id: freeId(known),
    name: personaWords.newName,
    traits: like.traits,
    lines: personaWords.newLines,
  };
  const back = () => {
    onEdit(null);
  };
  const remove = () => {
    personas.remove(known, persona.id);
    choose(chosen.filter((id) => id !== persona.id));
    back();
  };
  return (
    <PersonaSheet
      key={persona.id}
      persona={persona}
      isAgent={isAgent}
      onBack={back}
      onSave={(next) => {
        personas.save(known, next);
        if (there === undefined) choose([...chosen, next.id]);
        back();
      }}
      onRemove={isAgent || there === undefined || known.customers.length < 2 ? undefined : remove}
    />
  );
}

/** Null until they are here. */
function usePersonas(): Personas | 'none' | null {
  const { store } = useAppContext();
  const personas = useSignal<Personas | 'none' | null>(null);
  useEffect(() => {
    void store.engine.personas(store.workspace.peek()?.id ?? '').then((known) => {
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
