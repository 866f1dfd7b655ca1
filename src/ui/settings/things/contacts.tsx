import { text } from '../../../engine/setting-kinds.ts';
import type { World } from '../../../engine/world.ts';
import { Field } from '../../form/field.tsx';
import type { SectionProps } from '../section-props.ts';
import { checked, emailProblem, error, warning } from './field-checks.ts';
import { ThingSection } from './thing-section.tsx';
import type { ThingKind } from './thing-kind.ts';
import { thingWords } from '../../words/thing-words.ts';

type Contact = World['contacts'][number];
type ContactValue = Omit<Contact, 'id'>;

const settings = {
  name: text(255, '', {}),
  email: text(255, '', {}),
  phone: text(255, '', {}),
  company: text(255, '', {}),
};
const words = thingWords.contact;

const Body = () => (
  <div class="fields">
    <Field path="name" />
    <Field path="email" />
    <div class="fields">
      <Field path="phone" />
      <Field path="company" />
    </div>
  </div>
);

export const contactKind: ThingKind<Contact, ContactValue> = {
  section: 'contacts',
  under: '',
  numbered: 'contact',
  named: 'contact',
  all: ({ contacts }) => contacts,
  settings,
  fields: words.fields,
  words,
  fresh: () => ({ name: '', email: '', phone: '', company: '' }),
  valueOf: ({ id: _, ...value }) => value,
  problems: (value) => [
    ...checked(settings, value, ['name']),
    ...emailProblem('email', value.email),
    ...(value.phone === '' || /\d.*\d.*\d/.test(value.phone)
      ? []
      : [error('phone', thingWords.problems.noPhone)]),
  ],
  warnings: ({ email }, id, { contacts }) => {
    const same = contacts.find(
      (one) => one.id !== id && email !== '' && one.email.toLowerCase() === email.toLowerCase(),
    );
    return same === undefined ? [] : [warning('email', words.sameEmail(same.name))];
  },
  saving: (value, id) => [
    {
      type: 'admin.savesContact',
      contact: { id, ...value, name: value.name.trim(), email: value.email.trim() },
    },
  ],
  deleting: (contact) => ({ type: 'admin.deletesContact', contact }),
  nameOf: ({ name }) => name,
  Body,
};

/** The contacts that customers are matched with, and the form of one: `contacts` and its number. */
export const ContactsSection = ({ rest }: SectionProps) => (
  <ThingSection
    kind={contactKind}
    rest={rest}
    rowOf={({ name, email, company }) => ({
      name,
      detail: [company, email].filter((one) => one !== '').join(' · '),
    })}
  />
);
