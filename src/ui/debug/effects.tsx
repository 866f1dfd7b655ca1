import type { RecordedEvent } from '../../engine/events.ts';
import { useAppContext } from '../context.ts';
import { SentenceView } from '../sentences/sentence-view.tsx';
import { useSentence } from '../sentences/use-sentence.ts';
import { debuggingOf } from './debugging.ts';
import { debugWords as words } from '../words/debug-words.ts';

/** What the step did before where one stands, in sentences. */
export function Effects() {
  const { store } = useAppContext();
  const effects = debuggingOf(store).view.value?.effects ?? [];
  return (
    <section aria-label={words.effects}>
      <p class="debug-section">{words.effects}</p>
      {effects.length === 0 ? <p class="empty slim">{words.noEffects}</p> : null}
      <ol class="debug-list debug-effects">
        {effects.map((event) => (
          <li key={event.seq}>
            <Effect event={event} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Effect({ event }: { readonly event: RecordedEvent }) {
  const sentence = useSentence(event);
  return sentence === undefined ? null : <SentenceView {...sentence} />;
}
