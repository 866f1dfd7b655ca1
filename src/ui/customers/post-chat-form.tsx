import type { Channel } from '../../engine/definition.ts';
import type { Session } from '../../engine/world.ts';
import { ShutInPast } from '../controls/shut-in-past.tsx';
import { Refusal } from '../controls/refusal.tsx';
import { words } from '../words/words.ts';
import { LeftDrafts } from '../conversation/left-drafts.tsx';
import { Field } from './field.tsx';
import { useForm } from './use-form.ts';
import { useId } from 'preact/hooks';
import { Icon } from '../controls/icon.tsx';

type StarsProps = {
  readonly label: string;
  readonly value: number;
  readonly onRate: (rating: number) => void;
};

/** One to five stars: radio buttons to the keyboard and to screen readers (chat-domain Q34). */
function Stars({ label, value, onRate }: StarsProps) {
  const name = useId();
  return (
    <fieldset class="stars">
      <legend>{label}</legend>
      {[1, 2, 3, 4, 5].map((star) => (
        <label key={star} class={star <= value ? 'lit' : ''} title={words.stars(star)}>
          <input
            type="radio"
            class="hidden-text"
            name={name}
            checked={star === value}
            aria-label={words.stars(star)}
            onChange={() => {
              onRate(star);
            }}
          />
          <Icon name="star" size={22} filled={star <= value} />
        </label>
      ))}
    </fieldset>
  );
}

type FormProps = { readonly session: Session; readonly channel: Channel };

/** After the chat: stars, the transcript by e-mail, and the way back into the conversation. */
export function PostChatForm({ session, channel }: FormProps) {
  const { postChatForm } = channel;
  const { place, draft, change, sending, idOf, problemOf, send } = useForm(session, channel, 'postChat');
  const { fields, rating, transcript } = draft;
  return (
    <form
      class="widget-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <LeftDrafts place={place} />
      <ShutInPast>
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
              <Field
                id={idOf('email')}
                name="email"
                required
                value={fields['email'] ?? ''}
                problem={problemOf('email')}
                onType={(email) => {
                  change({ fields: { ...fields, email } });
                }}
              />
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
            onClick={() => void sending.send({ type: 'customer.returns', session: session.id })}
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
      </ShutInPast>
    </form>
  );
}
