import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { Drafting, type DraftState } from './drafting.ts';
import type { Form, Way } from './form.ts';
import { keepForm, keptForm, type FormName } from './kept-files.ts';
import { createFilesClient, takeWorkspace, type WorkspaceDraft } from './save.ts';

export type Leaving = {
  /** The workspace as it was when the dialog opened; null while it is read. */
  readonly taken: WorkspaceDraft | null;
  /** It could not be read. */
  readonly lost: boolean;
  readonly form: Form;
  readonly change: (part: Partial<Form>) => void;
  readonly drafting: Drafting;
  readonly state: DraftState;
  /** Tries once more what failed. */
  readonly again: () => void;
};

/** While somebody types, the draft waits this long. */
const quiet = 300;

/** What Save and Share have in common: the workspace, what is chosen of it, and the draft of that. */
export function useLeaving(place: FormName, way: Way): Leaving {
  const context = useAppContext();
  const client = useMemo(createFilesClient, []);
  const drafting = useMemo(() => new Drafting(client), [client]);
  const taken = useSignal<WorkspaceDraft | null>(null);
  const lost = useSignal(false);
  const offered = useMemo(() => keptForm(context, place), [context, place]);
  const form = useSignal(offered);
  const round = useSignal(0);

  useEffect(() => {
    lost.value = false;
    let over = false;
    takeWorkspace(context, client).then(
      (read) => {
        if (over) return;
        taken.value = read;
        lost.value = read === null;
      },
      () => {
        lost.value = !over;
      },
    );
    return () => {
      over = true;
      client.stop();
      // Whatever closed it, what was typed is there when it is opened again.
      if (taken.peek() !== null && form.peek() !== offered)
        keepForm(context, place, taken.peek()?.workspace ?? '', form.peek());
    };
  }, [context, client, place, offered, form, taken, lost]);

  const { name, description, by, ...boxes } = form.value;
  const typed = JSON.stringify([name, description, by]);
  const isHere = taken.value !== null;
  useEffect(() => {
    if (isHere) void drafting.want(form.peek(), way);
    // What is typed waits for a pause, below.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isHere, JSON.stringify(boxes), way, round.value]);
  useEffect(() => {
    if (!isHere) return undefined;
    const timer = setTimeout(() => void drafting.want(form.peek(), way), quiet);
    return () => {
      clearTimeout(timer);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [typed]);

  return {
    taken: taken.value,
    lost: lost.value,
    form: form.value,
    change: (part) => {
      form.value = { ...form.peek(), ...part };
    },
    drafting,
    state: drafting.state.value,
    again: () => {
      round.value += 1;
    },
  };
}
