import { words } from '../words.ts';

export type FieldName = keyof typeof words.field;

/** An address as far as its syntax goes; whether it exists cannot be known offline (chat-domain §9). */
const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What keeps a form from being sent, by field; empty when nothing does. */
export function checkForm(
  fields: Readonly<Record<string, string>>,
  required: readonly FieldName[],
): Readonly<Partial<Record<FieldName, string>>> {
  const problems: Partial<Record<FieldName, string>> = {};
  for (const name of required) {
    if ((fields[name] ?? '').trim() === '') problems[name] = words.missing(words.field[name]);
  }
  const email = (fields['email'] ?? '').trim();
  if (email !== '' && !emailShape.test(email)) problems.email = words.badEmail;
  return problems;
}
