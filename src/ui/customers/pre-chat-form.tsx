import type { Channel } from '../../engine/definition.ts';
import type { Session } from '../../engine/world.ts';
import { words } from '../words.ts';
import type { FieldName } from './check-form.ts';
import { WidgetForm } from './form.tsx';

const order: readonly FieldName[] = ['name', 'email', 'company', 'phone', 'country'];

/** Name and e-mail, and whatever else the channel requires, in one order for all forms. */
export const fieldsOf = (required: readonly FieldName[]): readonly FieldName[] =>
  order.filter((name) => name === 'name' || name === 'email' || required.includes(name));

type FormProps = { readonly session: Session; readonly channel: Channel };

export const PreChatForm = ({ session, channel: { preChatForm } }: FormProps) => (
  <WidgetForm
    session={session}
    form="preChat"
    intro={preChatForm.message === '' ? null : <p>{preChatForm.message}</p>}
    fields={fieldsOf(preChatForm.required)}
    required={preChatForm.required}
    consent={preChatForm.consent}
    submit={words.startChat}
  />
);
