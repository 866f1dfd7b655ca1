import type { Session } from '../../engine/world.ts';
import { useAppContext } from '../context.ts';
import { MenuItem } from '../controls/popover.tsx';
import { SureItem } from '../controls/sure-button.tsx';
import { offerWayBack } from '../undo/way-back.ts';
import { restartWords } from '../words/restart-words.ts';
import { words } from '../words/words.ts';

type RestartChoicesProps = {
  readonly close: () => void;
  /** The selected customer's. */
  readonly session: Session | undefined;
  readonly restart: (who: 'same' | 'new') => Promise<void>;
};

/** What can begin anew: the selected customer's conversation, or the whole workspace. */
export function RestartChoices({ close, session, restart }: RestartChoicesProps) {
  const { store, undo, files } = useAppContext();
  const startOver = async () => {
    const left = store.workspace.value?.id ?? '';
    if (!(await store.startOver())) return;
    offerWayBack({ store, undo }, left, words.undo.startedOver);
  };
  const again = (who: 'same' | 'new', label: string, hint: string) => (
    <MenuItem
      disabled={session === undefined}
      hint={session === undefined ? restartWords.nobodySelected : hint}
      onChoose={() => {
        close();
        void restart(who);
      }}
    >
      {label}
    </MenuItem>
  );
  return (
    <>
      {again('same', restartWords.sameCustomer, restartWords.sameCustomerHint)}
      {again('new', restartWords.newCustomer, restartWords.newCustomerHint)}
      <MenuItem
        hint={restartWords.runAgainHint}
        onChoose={() => {
          close();
          files.shows.value = 'runAgain';
        }}
      >
        {restartWords.runAgain}
      </MenuItem>
      <SureItem
        label={restartWords.startOver}
        sure={restartWords.startOverSure}
        hint={restartWords.startOverHint}
        onSure={() => {
          close();
          void startOver();
        }}
      />
    </>
  );
}
