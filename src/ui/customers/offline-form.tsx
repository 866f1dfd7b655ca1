import type { Channel } from '../../engine/definition.ts';
import type { Session } from '../../engine/world.ts';
import { useSending } from '../context.ts';
import { Refusal } from '../controls/refusal.tsx';
import { words } from '../words/words.ts';
import { WidgetForm } from './form.tsx';

type FormProps = { readonly session: Session; readonly channel: Channel };

/** Nobody is there: a message, and where the channel takes requests, a form that makes one. */
export function OfflineForm({ session, channel }: FormProps) {
  const { offlineForm } = channel;
  const sending = useSending();
  const intro = (
    <>
      {offlineForm.header === '' ? null : <h4>{offlineForm.header}</h4>}
      {offlineForm.message === '' ? null : <p>{offlineForm.message}</p>}
    </>
  );
  const dismiss = (
    <>
      <button
        type="button"
        class="quiet"
        disabled={sending.pending}
        onClick={() =>
          void sending.send({ type: 'customer.dismissesForm', session: session.id, form: 'offline' })
        }
      >
        {words.close}
      </button>
      <Refusal sending={sending} />
    </>
  );
  if (!offlineForm.requests.enabled) {
    return (
      <div class="widget-form">
        {intro}
        {dismiss}
      </div>
    );
  }
  return (
    <WidgetForm session={session} channel={channel} form="offline" intro={intro} submit={words.sendRequest}>
      {dismiss}
    </WidgetForm>
  );
}
