import type { Check, CheckExpectation } from '../../protocol/course-api.ts';
import type { Json } from '../../engine/definition.ts';

/** What a check can be made to wait for by hand, without writing anything but words. */
export const formKinds = [
  'status',
  'stands',
  'shows',
  'said',
  'silence',
  'handOver',
  'answered',
  'rated',
  'request',
  'webhook',
  'covered',
] as const;
export type FormKind = (typeof formKinds)[number];

/** What a customer can be shown. */
export const screens = ['preChat', 'faq', 'queue', 'conversation', 'offline', 'postChat', 'closed'] as const;
export type Screen = (typeof screens)[number];

/** A check's expectation as a plain form has it; fields that its kind has no use for stay as they are. Numbers are ids, 0 for any. */
export type CheckForm = {
  readonly kind: FormKind;
  readonly session: number;
  readonly status: number;
  readonly shows: Screen;
  /** Who says it; empty is anybody. */
  readonly author: string;
  /** What has to be in it; empty is anything. */
  readonly text: string;
  readonly agent: number;
  readonly webhook: number;
  readonly eventName: string;
  readonly script: number;
  /** Per cent of its statements. */
  readonly percent: number;
  /** It must not happen. */
  readonly never: boolean;
};

export const freshForm: CheckForm = {
  ...{ kind: 'status', session: 1, status: 4, shows: 'queue', author: '', text: '', agent: 0 },
  ...{ webhook: 0, eventName: '', script: 0, percent: 80, never: false },
};

type Fields = { readonly event: string; readonly [field: string]: Json };

const some = (name: string, value: number | string): Record<string, Json> =>
  value === 0 || value === '' ? {} : { [name]: value };

function eventOf(form: CheckForm): Fields {
  const { session, agent } = form;
  const of = some('session', session);
  switch (form.kind) {
    case 'status':
      return { event: 'session.statusChanged', ...of, to: form.status };
    case 'said':
    case 'silence': {
      const text = form.text === '' || form.kind === 'silence' ? {} : { text: { contains: form.text } };
      return { event: 'message.saved', ...of, ...some('author', form.author), ...text };
    }
    case 'handOver':
      return { event: 'session.botDeactivated', ...of };
    case 'answered':
      return { event: 'session.assigned', ...of, ...some('agent', agent) };
    case 'rated':
      return { event: 'session.rated', ...of };
    case 'request':
      return { event: 'request.created', ...of };
    case 'webhook':
      return {
        event: 'webhook.queued',
        ...some('webhook', form.webhook),
        ...some('eventName', form.eventName),
      };
    case 'covered':
    case 'stands':
    case 'shows':
      return { event: '' }; // no event: see `expectOf`
  }
}

/** What a form says is expected. */
function expectOf(form: CheckForm): CheckExpectation {
  if (form.kind === 'covered') return { covered: { script: form.script, atLeast: form.percent / 100 } };
  const of = some('session', form.session);
  if (form.kind === 'stands') return { status: form.status, ...of };
  if (form.kind === 'shows') return { visible: { to: 'customer', ...of, shows: form.shows } };
  const event = eventOf(form);
  return form.never || form.kind === 'silence' ? { no: event } : event;
}

const kindsOfEvents: Readonly<Record<string, FormKind>> = {
  'session.statusChanged': 'status',
  'message.saved': 'said',
  'session.botDeactivated': 'handOver',
  'session.assigned': 'answered',
  'session.rated': 'rated',
  'request.created': 'request',
  'webhook.queued': 'webhook',
};

/** So many things can be put one after the other by hand. */
export const mostForms = 10;

/** The forms that say what is expected, one after the other; null where one of them is what no form can say. */
export function formsOf(expect: Check['expect']): readonly CheckForm[] | null {
  const forms = [expect].flat().map(formOf);
  const isSayable = forms.length > 0 && forms.length <= mostForms && !forms.includes(null);
  return isSayable ? (forms as CheckForm[]) : null;
}

/** What forms say is expected: of one alone no list. */
export function allExpected(forms: readonly CheckForm[]): Check['expect'] {
  const [first, ...others] = forms.map(expectOf);
  return first === undefined ? [] : others.length === 0 ? first : [first, ...others];
}

/** The form that says one thing that is expected; null for what no form can say. */
function formOf(one: CheckExpectation): CheckForm | null {
  const form =
    'covered' in one
      ? coveredForm(one.covered as Covered)
      : 'status' in one
        ? { ...freshForm, kind: 'stands' as const, ...numbersIn(one) }
        : 'visible' in one
          ? { ...freshForm, kind: 'shows' as const, session: 0, ...screenIn(one.visible as Fields) }
          : eventForm(one);
  // What it leaves out of what is expected would be lost.
  return form !== null && JSON.stringify(sorted(expectOf(form))) === JSON.stringify(sorted(one))
    ? form
    : null;
}

const numbersIn = ({ session = 0, status }: Partial<Fields>) => ({
  session: typeof session === 'number' ? session : 0,
  status: typeof status === 'number' ? status : freshForm.status,
});

const screenIn = ({ session, shows }: Partial<Fields>) => ({
  ...(typeof session === 'number' ? { session } : {}),
  shows: screens.find((one) => one === shows) ?? freshForm.shows,
});

type Covered = { readonly script: number; readonly atLeast: number };

const coveredForm = ({ script, atLeast }: Covered): CheckForm => ({
  ...freshForm,
  kind: 'covered',
  script,
  percent: Math.round(atLeast * 100),
});

function eventForm(one: CheckExpectation): CheckForm | null {
  const isNo = 'no' in one;
  const fields = (isNo ? one.no : one) as Partial<Fields>;
  const kind = kindsOfEvents[fields.event ?? ''];
  if (kind === undefined) return null;
  const number = (name: string): number => (typeof fields[name] === 'number' ? fields[name] : 0);
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  const said = fields['text'];
  const contains =
    typeof said === 'object' && said !== null && 'contains' in said && typeof said.contains === 'string'
      ? said.contains
      : '';
  const isSilence = isNo && kind === 'said' && contains === '';
  return {
    ...freshForm,
    kind: isSilence ? 'silence' : kind,
    session: number('session'),
    status: kind === 'status' ? number('to') : freshForm.status,
    author: text('author'),
    text: contains,
    agent: number('agent'),
    webhook: number('webhook'),
    eventName: text('eventName'),
    never: isNo && !isSilence,
  };
}

/** With fields in one order, so that two of the same are the same text. */
const sorted = (value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, inner]) => [name, sorted(inner)]),
      );
