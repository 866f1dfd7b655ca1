import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Agent, Contact } from '../../engine/definition.ts';
import { isOngoing } from '../../engine/agent-views.ts';
import type { Session } from '../../engine/world.ts';
import { useSending, useWorld } from '../context.ts';
import { customerName } from '../names.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { Refusal } from '../controls/refusal.tsx';
import { useFocusKept } from '../controls/use-focus-kept.ts';
import { inputStateOf } from '../statuses.ts';
import { contactWords as words } from '../words/contact-words.ts';
import { ContactChoice } from './contact-choice.tsx';
import { ContactForm } from './contact-form.tsx';
import { ContactHistory } from './contact-history.tsx';
import './contact.css';

type ContactPanelProps = {
  readonly agent: Agent;
  readonly session: Session;
  /** Somebody opened it just now, and goes there; else it stands there as it was left. */
  readonly asked: { readonly current: boolean };
  readonly onClose: () => void;
};

/** Who the customer is: the linked contact, or whom it could be; and what came before (chat-domain §8.2). */
export function ContactPanel({ agent, session, asked, onClose }: ContactPanelProps) {
  const sending = useSending(inputStateOf(session));
  const linked = useWorld((world) => world.contacts.find(({ id }) => id === session.contact));
  const shows = useSignal<'card' | 'choice' | 'form'>('card');
  const name = customerName(session);
  const panel = useRef<HTMLElement>(null);
  useFocusKept(panel);
  useEffect(() => {
    if (asked.current) panel.current?.focus();
  }, [asked]);
  const owns = session.agent === agent.id && isOngoing(session);
  const link = async (contact: number): Promise<boolean> => {
    const input = { type: 'agent.linksContact', agent: agent.id, session: session.id, contact } as const;
    const done = await sending.send(input);
    if (done) shows.value = 'card';
    return done;
  };
  const back = () => {
    shows.value = 'card';
  };
  const chooses = owns && (shows.value === 'choice' || (shows.value === 'card' && linked === undefined));
  return (
    <section
      ref={panel}
      class="contact-panel"
      aria-label={words.panel(name)}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header>
        <h3>{words.panel(name)}</h3>
        <button
          type="button"
          class="quiet icon-button"
          aria-label={words.close}
          title={words.close}
          onClick={onClose}
        >
          <LaterIcon name="close" />
        </button>
      </header>
      {linked !== undefined && shows.value === 'card' ? (
        <>
          <Card contact={linked} />
          {owns ? (
            <button
              type="button"
              class="plain small"
              onClick={() => {
                shows.value = 'choice';
              }}
            >
              {words.change}
            </button>
          ) : null}
        </>
      ) : null}
      {session.contact > 0 && linked === undefined ? <p class="note">{words.linkedGone}</p> : null}
      {owns || linked !== undefined ? null : <p class="note">{words.onlyOwner}</p>}
      {chooses ? (
        <ContactChoice
          session={session}
          busy={sending.pending}
          onLink={(contact) => void link(contact)}
          onNew={() => {
            shows.value = 'form';
          }}
          {...(linked === undefined ? {} : { onCancel: back })}
        />
      ) : null}
      {owns && shows.value === 'form' ? (
        <ContactForm session={session} onSaved={link} onCancel={back} />
      ) : null}
      <Refusal sending={sending} />
      <FormEntries session={session} />
      <ContactHistory session={session} />
    </section>
  );
}

const fields = ['company', 'email', 'phone'] as const;

/** What is known of a contact. */
const Card = ({ contact }: { readonly contact: Contact }) => (
  <div class="contact-card">
    <h4>
      <bdi>{contact.name}</bdi>
    </h4>
    {fields.map((field) =>
      contact[field] === '' ? null : (
        <p key={field}>
          <bdi>{contact[field]}</bdi>
        </p>
      ),
    )}
  </div>
);

/** What the customer wrote into the form. */
function FormEntries({ session: { customer } }: { readonly session: Session }) {
  const said = [
    [words.field.name, customer.name],
    [words.field.company, customer.company],
    [words.field.email, customer.email],
    [words.field.phone, customer.phone],
    [words.country, customer.country],
  ].filter((entry): entry is [string, string] => entry[1] !== '');
  return (
    <>
      <h4>{words.said}</h4>
      {said.length === 0 ? (
        <p class="note">{words.nothingSaid}</p>
      ) : (
        <dl>
          {said.map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <bdi>{text}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
