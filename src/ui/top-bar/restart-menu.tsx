import { useSignal } from '@preact/signals';
import { useAppContext, useWorld } from '../context.ts';
import { restartConversation } from '../customers/connect.ts';
import { Icon } from '../controls/icon.tsx';
import { Later } from '../controls/later.tsx';
import { Popover } from '../controls/popover.tsx';
import { refusalText } from '../refusal-text.ts';
import { words } from '../words/words.ts';

const choices = () => import('./restart-choices.tsx').then(({ RestartChoices }) => RestartChoices);

/** Begins the selected customer's conversation anew, or the whole workspace. */
export function RestartMenu() {
  const { store, windowState } = useAppContext();
  const selected = windowState.view.value.session;
  const session = useWorld((world) => world.sessions.get(selected));
  const refusal = useSignal('');
  const restart = async (who: 'same' | 'new') => {
    if (session === undefined) return;
    const answer = await restartConversation(store, windowState, session, who);
    refusal.value = answer.kind === 'refused' ? refusalText(answer) : '';
  };
  const label = (
    <>
      <Icon name="restart" /> <span class="restart-word">{words.restart}</span> <Icon name="down" size={13} />
    </>
  );
  return (
    <>
      <Popover label={label} name={words.restart} title={words.restart} class="plain">
        {(close) => <Later load={choices} close={close} session={session} restart={restart} />}
      </Popover>
      {refusal.value === '' ? null : (
        <span class="refusal" role="alert">
          {refusal.value}
        </span>
      )}
    </>
  );
}
