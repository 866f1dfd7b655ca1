import { useSignal } from '@preact/signals';
import { useSurroundings, useWorld } from '../context.ts';
import { restartConversation } from '../customers/connect.ts';
import { Icon } from '../parts/icon.tsx';
import { MenuItem, Popover } from '../parts/popover.tsx';
import { words } from '../words.ts';

/** Begins the selected customer's conversation anew, or the whole workspace. */
export function RestartMenu() {
  const { store, windowState } = useSurroundings();
  const selected = windowState.view.value.session;
  const session = useWorld((world) => world.sessions.get(selected));
  const sure = useSignal(false);
  const refusal = useSignal('');
  const restart = async (who: 'same' | 'new') => {
    if (session === undefined) return;
    const answer = await restartConversation(store, windowState, session, who);
    refusal.value = answer.kind === 'refused' ? answer.reason : '';
  };
  const label = (
    <>
      <Icon name="restart" /> <span class="restart-word">{words.restart}</span> <Icon name="down" size={10} />
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
              hint={words.startOverHint}
              onChoose={() => {
                if (!sure.value) {
                  sure.value = true;
                  return;
                }
                sure.value = false;
                close();
                void store.restart();
              }}
            >
              {sure.value ? <span class="danger">{words.startOverSure}</span> : words.startOver}
            </MenuItem>
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
