import { useAppContext, useWorld } from '../context.ts';
import { useLookUp } from '../session/use-events.ts';
import { Later } from '../controls/later.tsx';
import { Icon } from '../controls/icon.tsx';
import { pastOf } from '../past/past.ts';
import { RuleText } from '../rules/rule-mark.tsx';
import { sentenceOf } from '../sentences/sentence-of.ts';
import { textOf } from '../sentences/sentence.ts';
import { SentenceView } from '../sentences/sentence-view.tsx';
import { words } from '../words/words.ts';
import { timelineWords } from '../words/timeline-words.ts';

const handWork = () => import('../waiting-step/hand-work.tsx').then(({ HandWork }) => HandWork);
const openRun = () => import('../open-run/open-run-button.tsx').then(({ OpenRunButton }) => OpenRunButton);
const expectEvent = () => import('../save-test/expect-event.tsx').then(({ ExpectEvent }) => ExpectEvent);

const runDetails = () => import('../problems/run-details.tsx').then(({ RunDetails }) => RunDetails);

/** The event in full: its sentence, its type, its rule in words, and how it stands in the log. */
export function Details({ seq }: { readonly seq: number }) {
  const { store, windowState } = useAppContext();
  const { byHand } = pastOf(store);
  const { lookUp } = useLookUp((look) => (look(seq) === undefined ? seq : 0));
  const event = lookUp(seq);
  // The names in it may change: it is told anew when it reads differently.
  useWorld((world) => (event === undefined ? '' : textOf(sentenceOf(event, { world, lookUp }))));
  const world = store.world.peek();
  return (
    <section class="details" aria-label={timelineWords.details}>
      <header>
        <h3>
          {timelineWords.event(seq)} · <code>{event?.type ?? ''}</code>
        </h3>
        <span class="push" />
        {event === undefined ? null : <Later load={openRun} event={event} />}
        {event === undefined ? null : <Later load={expectEvent} event={event} />}
        {store.moment.value?.world.seq === seq ? null : (
          <button
            type="button"
            class="quiet small"
            title={timelineWords.showMomentHint}
            onClick={() => void pastOf(store).goTo(seq)}
          >
            {timelineWords.showMoment}
          </button>
        )}
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
      <div class="details-body" tabIndex={0}>
        {event === undefined || world === null ? null : (
          <p class="details-said">
            <SentenceView {...sentenceOf(event, { world, lookUp })} />
          </p>
        )}
        {event === undefined || !byHand.value.has(event.step) ? null : (
          <Later load={handWork} step={event.step} />
        )}
        {event === undefined ? null : <Later load={runDetails} event={event} />}
        {event?.rule === undefined ? null : <RuleText rule={event.rule} />}
        <pre>{event === undefined ? '' : JSON.stringify(event, null, 2)}</pre>
      </div>
    </section>
  );
}
