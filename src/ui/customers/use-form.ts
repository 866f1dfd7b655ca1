import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Channel } from '../../engine/definition.ts';
import {
  askedForm,
  problemsInForm,
  type AskedForm,
  type FieldName,
  type FormProblem,
} from '../../engine/form-rule.ts';
import type { FormFields, FormName } from '../../engine/inputs.ts';
import type { Session } from '../../engine/world.ts';
import { useSending, useWorld, type Sending } from '../context.ts';
import { useFormDraft, type FormDraft } from './form-draft.ts';

type Form = {
  /** Where what is typed is kept. */
  readonly place: string;
  readonly asked: AskedForm;
  readonly draft: FormDraft;
  readonly change: (part: Partial<FormDraft>) => void;
  readonly sending: Sending;
  /** The id of a field's element. */
  readonly idOf: (field: FormProblem['field']) => string;
  /** What is wrong with a field, once somebody tried to send the form. */
  readonly problemOf: (field: FormProblem['field']) => FormProblem | undefined;
  /** Sends the form, or goes to the first field that keeps it from being sent. */
  readonly send: () => Promise<void>;
};

/** A form of the widget: what is typed so far, and the engine's own rule for it. */
export function useForm(session: Session, channel: Channel, form: FormName): Form {
  const sending = useSending();
  const tables = useWorld((world) => world.tables);
  const place = `form:${String(session.id)}:${form}`;
  const { draft, change, forget } = useFormDraft(place, session.customer);
  const tried = useSignal(false);
  const id = useId();
  const idOf = (field: FormProblem['field']): string => `${id}-${field}`;
  const rating = draft.rating > 0 ? { rating: draft.rating } : {};
  const extra = form === 'postChat' ? { ...rating, ...(draft.transcript && { transcript: true }) } : {};
  const asked = askedForm(channel, form, tables, extra);
  const answers = {
    ...extra,
    fields: typedIn(draft, asked.fields),
    ...(asked.consent && draft.consent && { consent: true }),
  };
  const problems = problemsInForm(asked, answers);
  return {
    place,
    asked,
    draft,
    change,
    sending,
    idOf,
    problemOf: (field) => (tried.value ? problems.find((problem) => problem.field === field) : undefined),
    send: async () => {
      tried.value = true;
      const [first] = problems;
      if (first !== undefined) document.getElementById(idOf(first.field))?.focus();
      else if (await sending.send({ type: 'customer.submitsForm', session: session.id, form, ...answers })) {
        forget();
      }
    },
  };
}

/** What stands in the fields that are asked for. */
const typedIn = ({ fields }: FormDraft, names: readonly FieldName[]): FormFields =>
  Object.fromEntries(
    names.map((name) => [name, fields[name] ?? ''] as const).filter(([, text]) => text !== ''),
  );
