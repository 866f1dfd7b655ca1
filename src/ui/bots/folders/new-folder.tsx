import { useSignal } from '@preact/signals';
import { useSending, useAppContext } from '../../context.ts';
import { Later } from '../../controls/later.tsx';
import { Refusal } from '../../controls/refusal.tsx';
import { SmallForm } from '../../controls/small-form.tsx';
import { requireWorld } from '../../store/store.ts';
import { botWords } from '../../words/bot-words.ts';
import { words } from '../../words/words.ts';

const openEntry = () => import('../../script-folders/open-entry.tsx').then(({ OpenEntry }) => OpenEntry);

/** Asks for the name of a new folder, and makes it. */
export function NewFolder({ close }: { readonly close: () => void }) {
  const { store } = useAppContext();
  const sending = useSending();
  const name = useSignal('');
  const problem = useSignal('');
  const add = async () => {
    const wanted = name.value.trim();
    // Saved under a name that is taken, it would take the place of that folder, scripts and all.
    const isTaken = requireWorld(store).folders.some(
      (one) => one.name.toLowerCase() === wanted.toLowerCase(),
    );
    problem.value = isTaken ? botWords.folderTaken(wanted) : '';
    if (isTaken) return;
    if (await sending.send({ type: 'admin.savesFolder', folder: { name: wanted } })) close();
  };
  return (
    <SmallForm
      label={botWords.folderName}
      name={name.value}
      onName={(next) => {
        name.value = next;
      }}
      submitLabel={words.add}
      onSubmit={add}
      problem={problem.value}
      after={<Later load={openEntry} close={close} />}
    >
      <Refusal sending={sending} />
    </SmallForm>
  );
}
