import type { ComponentChildren } from 'preact';
import type { Channel } from '../../engine/definition.ts';
import type { FormName } from '../../engine/inputs.ts';
import type { Session } from '../../engine/world.ts';
import { LeftDrafts } from '../conversation/left-drafts.tsx';
import { ShutInPast } from '../controls/shut-in-past.tsx';
import { Refusal } from '../controls/refusal.tsx';
import { SlowHint } from '../controls/slow-hint.tsx';
import { words } from '../words/words.ts';
import { Field, FieldError, Required } from './field.tsx';
import { useForm } from './use-form.ts';

type WidgetFormProps = {
  readonly session: Session;
  readonly channel: Channel;
  readonly form: Exclude<FormName, 'postChat'>;
  readonly intro: ComponentChildren;
  readonly submit: string;
  readonly children?: ComponentChildren;
};

/** The pre-chat and the offline form: fields, what is required, consent, and one button. */
export function WidgetForm({ session, channel, form, intro, submit, children }: WidgetFormProps) {
  const { place, asked, draft, change, sending, idOf, problemOf, send } = useForm(session, channel, form);
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
      <LeftDrafts place={place} />
      <ShutInPast>
        {asked.fields.map((name) => (
          <Field
            key={name}
            id={idOf(name)}
            name={name}
            required={asked.required.includes(name)}
            value={draft.fields[name] ?? ''}
            problem={problemOf(name)}
            choices={asked.countries}
            onType={(text) => {
              change({ fields: { ...draft.fields, [name]: text } });
            }}
          />
        ))}
        {asked.consent ? (
          <div class="field">
            <label class="check">
              <input
                id={idOf('consent')}
                type="checkbox"
                checked={draft.consent}
                aria-invalid={problemOf('consent') !== undefined}
                {...(problemOf('consent') && { 'aria-describedby': `${idOf('consent')}-problem` })}
                onChange={(event) => {
                  change({ consent: event.currentTarget.checked });
                }}
              />
              <span>
                {words.consent} <Required />
              </span>
            </label>
            <FieldError id={idOf('consent')} problem={problemOf('consent')} />
          </div>
        ) : null}
        <Refusal sending={sending} />
        <SlowHint pending={sending.pending} />
        <button type="submit" class="primary wide" aria-disabled={sending.pending}>
          {submit}
        </button>
        {children}
      </ShutInPast>
    </form>
  );
}
