import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { ExpectLayer } from '../save-test/expect-layer.tsx';
import { refusalText } from '../refusal-text.ts';
import { chatUnder, sendingIn, type ChatUnder } from './chat-under.ts';
import './entrance.css';
import { filesWords as words } from '../words/files-words.ts';
import { hearFiles, type Held } from './hear-files.ts';
import { Toast } from './toast.tsx';

/** The ways into the page besides its buttons: what shows what dropping files would do, and what came of it and of saving. */
export function Entrance() {
  const { files, store } = useAppContext();
  const held = useSignal<Held>('nothing');
  useEffect(() => {
    const send = async (chat: ChatUnder, dropped: readonly File[]) => {
      for (const file of dropped) {
        const answer = await store.dispatch(sendingIn(chat, file));
        if (answer.kind !== 'committed') files.said.value = { text: refusalText(answer), bad: true };
      }
    };
    return hearFiles(
      {
        bring: files.bring,
        chatAt: (target) => chatUnder(target, store.world.peek()),
        send: (chat, dropped) => void send(chat, dropped),
      },
      held,
    );
  }, [files, held, store]);
  return (
    <>
      {held.value === 'nothing' ? null : <DropHint held={held.value} />}
      <ExpectLayer />
      <Toast />
    </>
  );
}

/** What letting go would do, over all that it is true of: the conversation that takes the files, or the window. */
function DropHint({ held }: { readonly held: Exclude<Held, 'nothing'> }) {
  const isSent = held !== 'opens';
  return (
    <div
      class={isSent ? 'drop-hint over-box' : 'drop-hint'}
      role="status"
      style={isSent ? placeOf(held.box) : undefined}
    >
      <div>
        <LaterIcon name={isSent ? 'send' : 'open'} size={18} />
        <b>{isSent ? words.dropSends(held.sender) : words.drop}</b>
        <span class="note">{isSent ? words.dropSendsHint : words.dropHint}</span>
      </div>
    </div>
  );
}

const placeOf = (box: Element) => {
  const { top, left, width, height } = box.getBoundingClientRect();
  const px = (size: number) => `${String(size)}px`;
  return { inset: 'auto', top: px(top), left: px(left), width: px(width), height: px(height) };
};
