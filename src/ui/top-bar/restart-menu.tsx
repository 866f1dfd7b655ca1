import { useSignal } from '@preact/signals';
import { useSurroundings, useWorld } from '../context.ts';
import { restartConversation } from '../customers/connect.ts';
import { Icon } from '../parts/icon.tsx';
import { MenuItem, Popover } from '../parts/popover.tsx';
import { SureItem } from '../parts/sure-button.tsx';
import { offerWayBack } from '../undo/way-back.ts';
import { words } from '../words.ts';
import { refusalText } from '../refusal-text.ts';

/** Begins the selected customer's conversation anew, or the whole workspace. */
export function RestartMenu() {
  const { store, windowState, undo, files } = useSurroundings();
  const selected = windowState.view.value.session;
  const session = useWorld((world) => world.sessions.get(selected));
  const refusal = useSignal('');
  const restart = async (who: 'same' | 'new') => {
    if (session === undefined) return;
    const answer = await restartConversation(store, windowState, session, who);
    refusal.value = answer.kind === 'refused' ? refusalText(answer) : '';
  };
  const startOver = async () => {
    const left = store.workspace.value?.id ?? '';
    if (!(await store.startOver())) return;
    offerWayBack({ store, undo }, left, words.undo.startedOver);
  };
  const label = (
    <>
      <Icon name="restart" /> <span class="restart-word">{words.restart}</span> <Icon name="down" size={13} />
    </>
  );
  return (
    <>
      <Popover label={label} name={words.restart} class="plain">
        {(close) => (
          <>
            <MenuItem
              disabled={session === undefined}
              hint={session === undefined ? words.nobodySelected : words.sameCustomerHint}
              onChoose={() => {
                close();
                void restart('same');
              }}
            >
              {words.sameCustomer}
            </MenuItem>
            <MenuItem
              disabled={session === undefined}
              hint={session === undefined ? words.nobodySelected : words.newCustomerHint}
              onChoose={() => {
                close();
                void restart('new');
              }}
            >
              {words.newCustomer}
            </MenuItem>
            <MenuItem
              hint={words.runAgainHint}
              onChoose={() => {
                close();
                files.shows.value = 'runAgain';
              }}
            >
              {words.runAgain}
            </MenuItem>
            <SureItem
              label={words.startOver}
              sure={words.startOverSure}
              hint={words.startOverHint}
              onSure={() => {
                close();
                void startOver();
              }}
            />
          </>
        )}
      </Popover>
      {refusal.value === '' ? null : (
        <span class="refusal" role="alert">
          {refusal.value}
        </span>
      )}
    </>
  );
}
