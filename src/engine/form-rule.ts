import type { Channel, Row } from './definition.ts';
import type { FormFields, FormName, InputOf } from './inputs.ts';
import { messageLimit } from './numbers.ts';

/*
 * What the forms of the widget ask for and what may stand in them: the one rule, by which the engine refuses and the
 * page marks its fields (chat-domain §7, §9, T-14, T-15).
 */

export type FieldName = keyof FormFields;
export type FormAnswers = Pick<
  InputOf<'customer.submitsForm'>,
  'fields' | 'consent' | 'rating' | 'transcript'
>;

export type AskedForm = {
  /** In the order in which they stand. */
  readonly fields: readonly FieldName[];
  readonly required: readonly FieldName[];
  readonly consent: boolean;
  /** What can be chosen as a country: the names in the table `country` of the workspace; without one, any text. */
  readonly countries: readonly string[];
};

export type FormProblem =
  | { readonly field: FieldName; readonly code: 'missing' | 'email' | 'phone' | 'lines' | 'choice' }
  | { readonly field: FieldName; readonly code: 'tooLong'; readonly limit: number; readonly length: number }
  | { readonly field: 'consent'; readonly code: 'missing' }
  | { readonly field: 'rating'; readonly code: 'stars' };

/** The same as it is told to whoever filled the form in: with what stands in the field, as far as it is shown. */
export type FormProblemSaid = FormProblem & { readonly given?: string };

/** How many characters a field holds: the columns of chat_session (chat-domain §1.3). */
export const fieldLimits: Readonly<Record<FieldName, number>> = {
  name: 255,
  email: 255,
  company: 255,
  phone: 32,
  country: 255,
  question: messageLimit,
};

const order: readonly FieldName[] = ['name', 'email', 'company', 'phone', 'country'];
/** What a form shows whether it is required or not: the pre-chat form has the product's four fields. */
const alwaysAsked: Readonly<Record<'preChat' | 'offline', readonly FieldName[]>> = {
  preChat: ['name', 'email', 'company', 'phone'],
  offline: ['name', 'email'],
};

type Tables = Readonly<Record<string, readonly Row[]>>;

/** The form as a channel asks it: what it always shows, what the channel requires besides, and offline the question. */
export function askedForm(channel: Channel, form: FormName, tables: Tables, answers: FormAnswers): AskedForm {
  const none = { fields: [], required: [], consent: false, countries: [] };
  if (form === 'postChat') {
    const wanted = channel.postChatForm.transcript && answers.transcript === true;
    return wanted ? { ...none, fields: ['email'], required: ['email'] } : none;
  }
  const { required, consent } = form === 'preChat' ? channel.preChatForm : channel.offlineForm;
  const question: readonly FieldName[] = form === 'offline' ? ['question'] : [];
  return {
    fields: [...order.filter((name) => isIn(alwaysAsked[form], name) || isIn(required, name)), ...question],
    required: [...order.filter((name) => isIn(required, name)), ...question],
    consent,
    countries: countriesIn(tables),
  };
}

const isIn = (list: readonly FieldName[], name: FieldName): boolean => list.includes(name);

const countriesIn = (tables: Tables): readonly string[] =>
  (tables['country'] ?? []).flatMap(({ name }) => (typeof name === 'string' && name !== '' ? [name] : []));

/** Everything that keeps a form from being sent, in the order of its fields; none when nothing does. */
export function problemsInForm(asked: AskedForm, answers: FormAnswers): readonly FormProblem[] {
  const fields = answers.fields ?? {};
  const names = [...new Set([...asked.fields, ...(Object.keys(fields) as FieldName[])])];
  const problems = names.flatMap((name): FormProblem[] => {
    const problem = problemWith(asked, name, (fields[name] ?? '').trim());
    return problem === undefined ? [] : [problem];
  });
  const { rating = 0, consent } = answers;
  return [
    ...problems,
    ...(asked.consent && consent !== true ? [{ field: 'consent', code: 'missing' } as const] : []),
    ...(isStars(rating) ? [] : [{ field: 'rating', code: 'stars' } as const]),
  ];
}

function problemWith(asked: AskedForm, field: FieldName, text: string): FormProblem | undefined {
  if (text === '') return asked.required.includes(field) ? { field, code: 'missing' } : undefined;
  const limit = fieldLimits[field];
  if (text.length > limit) return { field, code: 'tooLong', limit, length: text.length };
  if (field !== 'question' && /[\n\r]/.test(text)) return { field, code: 'lines' };
  if (field === 'email' && !isEmail(text)) return { field, code: 'email' };
  if (field === 'phone' && !isPhone(text)) return { field, code: 'phone' };
  const isOutside = asked.countries.length > 0 && !asked.countries.includes(text);
  return field === 'country' && isOutside ? { field, code: 'choice' } : undefined;
}

/** One to five stars; 0 is no rating (Q34). */
const isStars = (rating: number): boolean => Number.isInteger(rating) && rating >= 0 && rating <= 5;

const local = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u;

/** Syntax only: offline nobody can ask whether the domain exists (Q33). */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  const name = text.slice(0, at);
  const labels = text.slice(at + 1).split('.');
  if (at < 1 || at > 64 || !local.test(name) || labels.length < 2) return false;
  return labels.every((part) => part.length <= 63 && label.test(part)) && !/^\d+$/.test(labels.at(-1) ?? '');
}

/** As people write numbers: three digits at least, perhaps behind a plus, with the usual signs between. */
const isPhone = (text: string): boolean =>
  /^\+?[\d ()./-]+$/.test(text) && text.replaceAll(/\D/g, '').length >= 3;
