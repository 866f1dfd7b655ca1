import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ScenarioFile } from '../../scenario/format.ts';
import { useAppContext } from '../context.ts';
import { pastOf } from '../past/past.ts';
import { downloadTest, keepTest, makeTest } from './save-test.ts';
import { saveTestWords as words } from '../words/save-test-words.ts';
import type { StepRange } from './step-range.tsx';
import { tagsIn, useNames } from './test-names.ts';
import { countOf, type Ticks } from './ticks.ts';
import { useConversation, useTestDraft } from './use-test-draft.ts';
import { wantedOf } from './wanted.ts';

export type MakingState = ReturnType<typeof useMaking>;

/** All that the dialog knows: the conversation, the stretch, what can be expected of it, and what is chosen. */
export function useMaking() {
  const context = useAppContext();
  const { store, files } = context;
  const read = useConversation();
  const conversation = typeof read === 'string' ? null : read;
  const last = conversation?.steps.length ?? 0;
  const names = useNames();
  const name = useSignal<string | null>(null);
  const tags = useSignal('');
  const isNameless = useSignal(false);
  const isOnly = useSignal(false);
  const ticks = useSignal<Ticks>(new Map());
  const chosen = useSignal<StepRange | null>(null);
  const busy = useSignal(false);
  const problem = useSignal('');
  const wanted = useMemo(() => wantedOf(store).list.peek(), [store]);
  const first = useFirst(conversation);
  const stretch = chosen.value ?? first;
  const { client, drafted, cut } = useTestDraft(conversation, stretch, wanted);
  const called = name.value ?? names.offer;
  const steps = typeof drafted === 'string' ? [] : drafted.steps;
  const nameProblem =
    called.trim() === '' ? words.nameMissing : names.taken.has(called.trim()) ? words.nameTaken : '';
  const canSave = typeof drafted !== 'string' && nameProblem === '' && !busy.value;
  const isHere = useRef(true);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );

  async function save(to: 'tests' | 'file'): Promise<void> {
    if (!canSave) return;
    busy.value = true;
    problem.value = '';
    const choices = {
      name: called.trim(),
      tags: tagsIn(tags.peek()),
      nameless: isNameless.peek(),
      onlyWhatMatters: isOnly.peek(),
      ticked: ticks.peek(),
    };
    const made = await makeTest(client, choices);
    if (!isHere.current) return;
    const refused =
      'problem' in made
        ? made.problem
        : to === 'tests'
          ? await keepTest(context, made, choices)
          : (downloadTest(context, made, choices.name), '');
    busy.value = false;
    problem.value = refused;
    if (refused === '') files.shows.value = 'nothing';
  }

  return {
    read,
    conversation,
    last,
    name: called,
    nameProblem,
    tags,
    stretch,
    bookmarks: store.workspace.value?.about?.bookmarks?.filter(({ step }) => step < last) ?? [],
    drafted,
    cut,
    steps,
    ticks,
    isNameless,
    isOnly,
    count: countOf(steps, ticks.value),
    busy: busy.value,
    problem: problem.value,
    canSave,
    setName: (text: string) => {
      name.value = text;
    },
    setStretch: (now: StepRange) => {
      ticks.value = new Map();
      problem.value = '';
      chosen.value = now;
    },
    save,
  };
}

/** The whole conversation, or, in the past, what came after the shown moment. */
function useFirst(conversation: ScenarioFile | null): StepRange {
  const { store } = useAppContext();
  return useMemo(() => {
    const last = conversation?.steps.length ?? 0;
    const shown = store.moment.peek()?.world.step;
    const isPast = pastOf(store).at.peek() !== null && shown !== undefined;
    return isPast ? { kind: 'step', from: shown + 1, to: last } : { kind: 'whole', from: 1, to: last };
  }, [conversation, store]);
}
