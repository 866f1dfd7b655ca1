import { useId } from 'preact/hooks';
import type { Channel } from '../../engine/definition.ts';
import type { Session } from '../../engine/world.ts';
import { useSending, useWindow } from '../context.ts';
import { Refusal } from '../parts/refusal.tsx';
import { words } from '../words.ts';
import { checkForm } from './check-form.ts';
import { useFormDraft } from './form-draft.ts';
import { Stars } from './stars.tsx';

type FormProps = { readonly session: Session; readonly channel: Channel };

/** After the chat: stars, the transcript by e-mail, and the way back into the conversation. */
export function PostChatForm({ session, channel: { postChatForm } }: FormProps) {
  const windowState = useWindow();
  const sending = useSending();
  const id = useId();
  const { draft, change, forget } = useFormDraft(`form:${String(session.id)}:postChat`, session.customer);
  const { fields, rating, transcript } = draft;
  const email = fields['email'] ?? '';
  const problem = transcript ? checkForm(fields, ['email']).email : undefined;
  const send = async () => {
    if (problem !== undefined) return;
    const done = await sending.send({
      type: 'customer.submitsForm',
      session: session.id,
      form: 'postChat',
      ...(rating > 0 ? { rating } : {}),
      ...(transcript ? { transcript, fields: { email } } : {}),
    });
    if (done) forget();
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
      {postChatForm.header === '' ? null : <h4>{postChatForm.header}</h4>}
      {postChatForm.message === '' ? null : <p>{postChatForm.message}</p>}
      {postChatForm.rating ? (
        <Stars
          label={postChatForm.ratingText || words.rating}
          value={rating}
          onRate={(next) => {
            change({ rating: next });
          }}
        />
      ) : null}
      {postChatForm.transcript ? (
        <>
          <label class="check">
            <input
              type="checkbox"
              checked={transcript}
              onChange={(event) => {
                change({ transcript: event.currentTarget.checked });
              }}
            />
            <span>{words.transcript}</span>
          </label>
          {transcript ? (
            <div class="field">
              <label for={`${id}-email`}>{words.field.email}</label>
              <input
                id={`${id}-email`}
                type="email"
                value={email}
                onInput={(event) => {
                  change({ fields: { ...fields, email: event.currentTarget.value } });
                }}
              />
              {problem === undefined ? null : <p class="field-problem">{problem}</p>}
            </div>
          ) : null}
        </>
      ) : null}
      <Refusal sending={sending} />
      <button type="submit" class="primary wide" aria-disabled={sending.pending}>
        {words.sendAndClose}
      </button>
      <div class="row spread">
        <button
          type="button"
          class="quiet"
          onClick={() => {
            windowState.change({ returned: [...windowState.view.value.returned, session.id] });
          }}
        >
          {words.returnToChat}
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() =>
            void sending.send({ type: 'customer.dismissesForm', session: session.id, form: 'postChat' })
          }
        >
          {words.skip}
        </button>
      </div>
    </form>
  );
}
