import { nr } from './phrases.ts';

/** What is wrong with one field of a form of the widget, as the engine tells it. */
export type FormProblem = {
  readonly field: string;
  readonly code: string;
  readonly given?: string;
  readonly limit?: number;
  readonly length?: number;
};

type Titles = Readonly<Partial<Record<string, string>>>;

export const formTitles: Titles = {
  preChat: 'pre-chat form',
  offline: 'offline form',
  postChat: 'post-chat form',
};

const fieldTitles: Titles = {
  email: 'E-mail',
  name: 'Name',
  company: 'Company',
  phone: 'Phone',
  country: 'Country',
  question: 'Question',
};

/** Which fields cannot be taken and why, in one sentence each (T-14, T-15). */
export function formSentence(problems: readonly FormProblem[]): string {
  const isMissing = ({ code, field }: FormProblem) => code === 'missing' && field !== 'consent';
  const missing = problems.filter(isMissing).map(({ field }) => titleOf(field));
  const others = problems.filter((problem) => !isMissing(problem)).map(sentenceOf);
  return [
    ...(missing.length > 0 ? [`Fill in ${missing.join(', ')}: the form requires it.`] : []),
    ...others,
  ].join(' ');
}

const titleOf = (field: string): string => fieldTitles[field] ?? field;

function sentenceOf({ field, code, given = '', limit = 0, length = 0 }: FormProblem): string {
  if (field === 'consent') return 'The customer has to give consent before the form can be sent.';
  if (field === 'rating') return 'A rating is 1 to 5 stars.';
  const title = titleOf(field);
  switch (code) {
    case 'email':
      return `${title}: "${given}" is not an e-mail address. It should look like ada@example.org.`;
    case 'phone':
      return `${title}: "${given}" is not a phone number. It should look like +47 22 00 00 00.`;
    case 'lines':
      return `${title}: it has to be one line.`;
    case 'choice':
      return `${title}: "${given}" is not in the table country of this workspace. Choose one of its names.`;
    case 'tooLong':
      return `${title}: ${nr(length)} characters are too long, ${nr(limit)} are the most. Shorten it.`;
    default:
      return `${title}: ${code}.`;
  }
}
