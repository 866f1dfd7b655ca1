import { askedForm, type FieldName } from '../../engine/form-rule.ts';
import type { FormFields, InputOf } from '../../engine/inputs.ts';
import { channelOf } from '../../engine/channel-of.ts';
import type { Session, World } from '../../engine/world.ts';
import type { FilledForm } from './turn.ts';

/** What stands in a required field of which the chat tells nothing. */
const invented: Readonly<Record<FieldName, string>> = {
  name: 'Customer',
  email: 'customer@example.com',
  company: 'Example',
  phone: '+47 22 00 00 00',
  country: 'Norway',
  question: '?',
};

/** The form that a session shows, with what the chat says in it and whatever else it requires. */
export function formInput(
  world: World,
  session: Session,
  { name: form, fields: given, rating }: FilledForm,
): InputOf<'customer.submitsForm'> {
  if (form === 'postChat') {
    return {
      type: 'customer.submitsForm',
      session: session.id,
      form,
      ...(rating !== undefined && { rating }),
    };
  }
  const asked = askedForm(channelOf(world, session), form, world.tables, {});
  const { customer } = session;
  const known: FormFields = {
    name: customer.name,
    email: customer.email,
    company: customer.company,
    phone: customer.phone,
    country: customer.country,
  };
  const filled = asked.fields.flatMap((field): (readonly [string, string])[] => {
    const said = given[field] ?? known[field] ?? '';
    if (said !== '') return [[field, said]];
    if (!asked.required.includes(field)) return [];
    return [[field, field === 'country' ? (asked.countries[0] ?? invented.country) : invented[field]]];
  });
  const fields: FormFields = Object.fromEntries(filled);
  return {
    type: 'customer.submitsForm',
    session: session.id,
    form,
    fields,
    ...(asked.consent && { consent: true }),
  };
}
