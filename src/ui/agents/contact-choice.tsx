import { useSignal } from '@preact/signals';
import type { Contact } from '../../engine/definition.ts';
import type { Session } from '../../engine/world.ts';
import { useWorld } from '../context.ts';
import { contactWords as words } from '../words/contact-words.ts';
import { findContacts, guessesOf } from './contacts.ts';

type ContactChoiceProps = {
  readonly session: Session;
  readonly busy: boolean;
  readonly onLink: (contact: number) => void;
  readonly onNew: () => void;
  /** The way back to the contact that is linked. */
  readonly onCancel?: () => void;
};

/** So many are shown of those that a search finds. */
const shown = 20;

/** Whom a customer could be: guessed by e-mail and name, searched for, or made anew. */
export function ContactChoice({ session, busy, onLink, onNew, onCancel }: ContactChoiceProps) {
  const asked = useSignal('');
  const contacts = useWorld((world) => world.contacts);
  const guesses = guessesOf(contacts, session.customer);
  const people = guesses.filter(({ by }) => by !== 'company');
  const colleagues = guesses.filter(({ by }) => by === 'company');
  const found = findContacts(contacts, asked.value);
  const row = (contact: Contact, why?: string) => (
    <Row key={contact.id} contact={contact} why={why} busy={busy} onLink={onLink} />
  );
  return (
    <>
      <h4>{words.couldBe}</h4>
      {people.length === 0 ? <p class="note">{words.nobody}</p> : null}
      <ul>{people.map(({ contact, by }) => row(contact, words.by[by]))}</ul>
      {colleagues.length === 0 ? null : (
        <>
          <h4>{words.mightWorkAt(session.customer.company)}</h4>
          <ul>{colleagues.map(({ contact, by }) => row(contact, words.by[by]))}</ul>
        </>
      )}
      {contacts.length === 0 ? null : (
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={asked.value}
          onInput={(event) => {
            asked.value = event.currentTarget.value;
          }}
        />
      )}
      {asked.value.trim() === '' ? null : (
        <>
          <ul>{found.slice(0, shown).map((contact) => row(contact))}</ul>
          <p class="note" role="status">
            {found.length === 0
              ? words.noneFound
              : found.length > shown
                ? words.someMore(found.length - shown)
                : ''}
          </p>
        </>
      )}
      <div class="row">
        <button type="button" class="plain small" onClick={onNew}>
          {words.create}
        </button>
        {onCancel === undefined ? null : (
          <button type="button" class="quiet small" onClick={onCancel}>
            {words.keep}
          </button>
        )}
      </div>
    </>
  );
}

type RowProps = {
  readonly contact: Contact;
  /** What speaks for it. */
  readonly why: string | undefined;
  readonly busy: boolean;
  readonly onLink: (contact: number) => void;
};

const Row = ({ contact, why, busy, onLink }: RowProps) => (
  <li class="contact-row">
    <span class="person-text">
      <bdi class="person-name">{contact.name}</bdi>
      <span class="person-last">
        {[why, contact.email, contact.company]
          .filter((part) => part !== undefined && part !== '')
          .join(' · ')}
      </span>
    </span>
    <button
      type="button"
      class="plain small"
      aria-label={words.linkName(contact.name)}
      aria-disabled={busy}
      onClick={() => {
        onLink(contact.id);
      }}
    >
      {words.link}
    </button>
  </li>
);
