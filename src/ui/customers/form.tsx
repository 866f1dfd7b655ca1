import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { FormFields, FormName } from '../../engine/inputs.ts';
import type { Session } from '../../engine/world.ts';
import { useSending } from '../context.ts';
import { Refusal } from '../parts/refusal.tsx';
import { SlowHint } from '../parts/slow-hint.tsx';
import { words } from '../words.ts';
import { checkForm, type FieldName } from './check-form.ts';
import { useFormDraft } from './form-draft.ts';

type WidgetFormProps = {
  readonly session: Session;
  readonly form: Exclude<FormName, 'postChat'>;
  readonly intro: ComponentChildren;
  readonly fields: readonly FieldName[];
  readonly required: readonly FieldName[];
  readonly consent: boolean;
  readonly submit: string;
  readonly children?: ComponentChildren;
};

/** The pre-chat and the offline form: fields, what is required, consent, and one button. */
export function WidgetForm({
  session,
  form,
  intro,
  fields,
  required,
  consent,
  submit,
  children,
}: WidgetFormProps) {
  const sending = useSending();
  const { draft, change, forget } = useFormDraft(`form:${String(session.id)}:${form}`, session.customer);
  const tried = useSignal(false);
  const id = useId();
  const problems = checkForm(draft.fields, required);
  const lacksConsent = consent && !draft.consent;
  const send = async () => {
    tried.value = true;
    if (Object.keys(problems).length > 0 || lacksConsent) return;
    const kept = fields
      .map((name) => [name, draft.fields[name] ?? ''] as const)
      .filter(([, text]) => text !== '');
    const filled: FormFields = Object.fromEntries(kept);
    const input = { type: 'customer.submitsForm', session: session.id, form, fields: filled } as const;
    if (await sending.send(consent ? { ...input, consent: true } : input)) forget();
  };
  return (
    <form
      class="widget-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {intro}
      {fields.map((name) => (
        <Field
          key={name}
          id={`${id}-${name}`}
          name={name}
          required={required.includes(name)}
          value={draft.fields[name] ?? ''}
          problem={tried.value ? (problems[name] ?? '') : ''}
          onType={(text) => {
            change({ fields: { ...draft.fields, [name]: text } });
          }}
        />
      ))}
      {consent ? (
        <label class="check">
          <input
            type="checkbox"
            checked={draft.consent}
            onChange={(event) => {
              change({ consent: event.currentTarget.checked });
            }}
          />
          <span>
            {words.consent} <Required />
          </span>
        </label>
      ) : null}
      {tried.value && lacksConsent ? <p class="field-problem">{words.consentMissing}</p> : null}
      <Refusal sending={sending} />
      <SlowHint pending={sending.pending} />
      <button type="submit" class="primary wide" aria-disabled={sending.pending}>
        {submit}
      </button>
      {children}
    </form>
  );
}

const Required = () => (
  <abbr class="required" title={words.required}>
    *
  </abbr>
);

type FieldProps = {
  readonly id: string;
  readonly name: FieldName;
  readonly required: boolean;
  readonly value: string;
  readonly problem: string;
  readonly onType: (text: string) => void;
};

function Field({ id, name, required, value, problem, onType }: FieldProps) {
  const shared = {
    id,
    dir: 'auto' as const,
    value,
    'aria-required': required,
    'aria-invalid': problem !== '',
    ...(problem === '' ? {} : { 'aria-describedby': `${id}-problem` }),
  };
  return (
    <div class="field">
      <label for={id}>
        {words.field[name]} {required ? <Required /> : null}
      </label>
      {name === 'question' ? (
        <textarea
          {...shared}
          rows={3}
          maxLength={32_768}
          onInput={(event) => {
            onType(event.currentTarget.value);
          }}
        />
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={name === 'email' ? 'email' : name === 'phone' ? 'tel' : 'text'}
          maxLength={255}
          onInput={(event) => {
            onType(event.currentTarget.value);
          }}
        />
      )}
      {problem === '' ? null : (
        <p class="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
