import type { Channel } from '../../engine/definition.ts';
import type { Session } from '../../engine/world.ts';
import { words } from '../words/words.ts';
import { WidgetForm } from './form.tsx';

type FormProps = { readonly session: Session; readonly channel: Channel };

/** Before the chat: who the customer is, as the channel wants to know. */
export const PreChatForm = ({ session, channel }: FormProps) => (
  <WidgetForm
    session={session}
    channel={channel}
    form="preChat"
    intro={channel.preChatForm.message === '' ? null : <p>{channel.preChatForm.message}</p>}
    submit={words.startChat}
  />
);
