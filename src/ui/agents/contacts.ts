import type { Contact } from '../../engine/definition.ts';
import { isEmail } from '../../engine/form-rule.ts';
import type { Customer } from '../../engine/inputs.ts';
import type { Request, Session, World } from '../../engine/world.ts';

/** Who a customer may be, and what speaks for it. */
export type Guess = { readonly contact: Contact; readonly by: 'email' | 'name' | 'company' };

const alike = (one: string, other: string): boolean =>
  one.trim() !== '' && one.trim().toLowerCase() === other.trim().toLowerCase();

const guessesShown = 5;

/** The contacts that a customer could be: of the same e-mail first, then of the same name; then who works at the same company (chat-domain §8.2). */
export function guessesOf(
  contacts: readonly Contact[],
  { name, alias, email, company }: Pick<Customer, 'name' | 'alias' | 'email' | 'company'>,
): readonly Guess[] {
  const by = (how: Guess['by'], fits: (contact: Contact) => boolean): readonly Guess[] =>
    contacts.filter(fits).map((contact) => ({ contact, by: how }));
  const all = [
    ...by('email', (contact) => alike(contact.email, email)),
    ...by('name', (contact) => alike(contact.name, name === '' ? alias : name)),
    ...by('company', (contact) => alike(contact.company, company)),
  ];
  const first = all.filter(({ contact }, at) => all.findIndex((one) => one.contact.id === contact.id) === at);
  return first.slice(0, guessesShown);
}

/** The contacts that have all of these words in their name, e-mail, phone or company. */
export function findContacts(contacts: readonly Contact[], text: string): readonly Contact[] {
  const asked = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (asked.length === 0) return [];
  return contacts.filter(({ name, email, phone, company }) => {
    const all = `${name} ${email} ${phone} ${company}`.toLowerCase();
    return asked.every((word) => all.includes(word));
  });
}

/** Other chats of the same person, the latest first: of the linked contact, else of who gave the same e-mail. */
export function earlierChats(world: World, session: Session): readonly Session[] {
  const isSame = (other: Session): boolean =>
    session.contact > 0
      ? other.contact === session.contact
      : alike(other.customer.email, session.customer.email);
  return [...world.sessions].filter((other) => other.id !== session.id && isSame(other)).reverse();
}

/** The requests that were made from these chats, the latest first. */
export function requestsFrom(world: World, sessions: readonly Session[]): readonly Request[] {
  const ids = new Set(sessions.map(({ id }) => id));
  return [...world.requests].filter(({ session }) => ids.has(session)).reverse();
}

/** A new contact, as far as the customer has said who they are. */
export const contactFor = (contacts: readonly Contact[], customer: Customer): Contact => ({
  id: Math.max(0, ...contacts.map(({ id }) => id)) + 1,
  name: customer.name === '' ? customer.alias : customer.name,
  email: customer.email,
  phone: customer.phone,
  company: customer.company,
});

export type ContactProblem = 'missing' | 'tooLong' | 'email' | 'taken';

const limit = 255;

/** What keeps a contact from being saved, by field. */
export function problemsInContact(
  contact: Contact,
  contacts: readonly Contact[],
): Partial<Record<keyof Contact, ContactProblem>> {
  const { name, email, phone, company } = contact;
  const problems: Partial<Record<keyof Contact, ContactProblem>> = {};
  for (const [field, text] of Object.entries({ name, email, phone, company })) {
    if (text.trim().length > limit) problems[field as keyof Contact] = 'tooLong';
  }
  if (name.trim() === '') problems.name = 'missing';
  if (email.trim() !== '' && !isEmail(email.trim())) problems.email ??= 'email';
  if (contacts.some((other) => other.id !== contact.id && alike(other.email, email)))
    problems.email ??= 'taken';
  return problems;
}
