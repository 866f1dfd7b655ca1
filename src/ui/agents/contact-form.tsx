import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Session } from '../../engine/world.ts';
import { useSending, useWorld } from '../context.ts';
import { focusWrong, InnerField, InnerForm } from '../controls/inner-form.tsx';
import { Refusal } from '../controls/refusal.tsx';
import { contactWords as words } from '../words/contact-words.ts';
import { contactFor, problemsInContact } from './contacts.ts';

type ContactFormProps = {
  readonly session: Session;
  /** Links the contact that was saved. */
  readonly onSaved: (contact: number) => Promise<boolean>;
  readonly onCancel: () => void;
};

const fields = ['name', 'email', 'phone', 'company'] as const;
const modes = { name: 'text', email: 'email', phone: 'tel', company: 'text' } as const;

/** A contact of the world, begun with what the customer has said; saved, and then linked to the chat. */
export function ContactForm({ session, onSaved, onCancel }: ContactFormProps) {
  const sending = useSending();
  const contacts = useWorld((world) => world.contacts);
  const draft = useSignal(contactFor(contacts, session.customer));
  const tried = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  const problems = tried.value ? problemsInContact(draft.value, contacts) : {};
  const save = async () => {
    tried.value = true;
    if (Object.keys(problemsInContact(draft.peek(), contacts)).length > 0) {
      focusWrong(box.current);
      return;
    }
    const { name, email, phone, company } = draft.peek();
    // Its number is that of the moment: somebody may have saved another one while this was typed.
    const { id } = contactFor(contacts, session.customer);
    const contact = {
      id,
      name: name.trim(),
      email: email.trim(),
      phone: phone.trim(),
      company: company.trim(),
    };
    if (await sending.send({ type: 'admin.savesContact', contact })) await onSaved(id);
  };
  return (
    <div ref={box}>
      <InnerForm label={words.create} onSubmit={() => void save()}>
        {fields.map((field) => {
          const problem = problems[field];
          return (
            <InnerField
              key={field}
              label={words.field[field]}
              required={field === 'name'}
              inputMode={modes[field]}
              value={draft.value[field]}
              problem={problem === undefined ? '' : words.problem[problem]}
              onType={(text) => {
                draft.value = { ...draft.value, [field]: text };
              }}
            />
          );
        })}
        <Refusal sending={sending} />
        <div class="row">
          <button type="button" class="primary" aria-disabled={sending.pending} onClick={() => void save()}>
            {words.save}
          </button>
          <button type="button" class="plain" onClick={onCancel}>
            {words.cancel}
          </button>
        </div>
      </InnerForm>
    </div>
  );
}
