import { useWindow } from '../context.ts';
import { useLookUp } from '../middle/use-events.ts';
import { Icon } from '../parts/icon.tsx';
import { RuleText } from '../rules/rule-mark.tsx';
import { words } from '../words.ts';

/** The event as it stands in the log. */
export function Details({ seq }: { readonly seq: number }) {
  const windowState = useWindow();
  const { lookUp } = useLookUp((look) => (look(seq) === undefined ? seq : 0));
  const event = lookUp(seq);
  return (
    <section class="details" aria-label={words.details}>
      <header>
        <h3>
          {words.whyEvent(seq)} · {event?.type ?? ''}
        </h3>
        <span class="push" />
        <button
          type="button"
          class="quiet icon-button"
          aria-label={words.close}
          onClick={() => {
            windowState.change({ event: 0 });
          }}
        >
          <Icon name="close" />
        </button>
      </header>
      {event?.rule === undefined ? null : <RuleText rule={event.rule} />}
      <pre tabIndex={0}>{event === undefined ? '' : JSON.stringify(event, null, 2)}</pre>
    </section>
  );
}
