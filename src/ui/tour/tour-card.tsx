import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { hrefOf } from '../frame/router.ts';
import { tourWords as words } from '../words/tour-words.ts';
import { stops, type Stop } from './stops.ts';
import type { Tour } from './tour.ts';
import { anchorOf, usePlace } from './use-place.ts';
import './tour.css';

const firstLesson = ['lessons', 'chatbots-in-twelve-steps', 'say-hello'];
const nowhere: readonly string[] = [];

/** The small card that says what to try next, beside the place that it speaks of. */
export function TourCard({ tour }: { readonly tour: Tour }) {
  const { router } = useAppContext();
  const at = tour.at.value;
  const isOnStage = router.path.value[0] === 'stage';
  if (at === 'offer') return isOnStage ? <Offer tour={tour} /> : null;
  if (at === 'over') return <Over tour={tour} />;
  const stop = stops[at];
  if (stop === undefined) return null;
  return isOnStage ? <AtStop key={stop.name} tour={tour} stop={stop} /> : null;
}

type CardProps = {
  readonly tour: Tour;
  readonly title: string;
  readonly anchors?: readonly string[];
  readonly children: ComponentChildren;
};

function Card({ tour, title, anchors = nowhere, children }: CardProps) {
  const card = useRef<HTMLElement>(null);
  const { isHigh, card: where, anchor } = usePlace(anchors, card);
  const style =
    where === null ? undefined : { left: `${String(where.left)}px`, top: `${String(where.top)}px` };
  const edges =
    anchor === null
      ? null
      : {
          left: `${String(anchor.left - 4)}px`,
          top: `${String(anchor.top - 4)}px`,
          width: `${String(anchor.width + 8)}px`,
          height: `${String(anchor.height + 8)}px`,
        };
  return (
    <>
      {edges === null ? null : <div class="tour-glow" style={edges} aria-hidden="true" />}
      <section
        ref={card}
        class={`tour-card ${where === null ? (isHigh ? 'corner high' : 'corner') : ''}`}
        style={style}
        aria-label={words.label}
      >
        <header>
          <h2>{title}</h2>
          <kbd title={words.keyHint}>F6</kbd>
          <button
            type="button"
            class="quiet icon-button"
            aria-label={words.end}
            title={words.end}
            onClick={tour.end}
          >
            <LaterIcon name="close" />
          </button>
        </header>
        {children}
      </section>
    </>
  );
}

function Offer({ tour }: { readonly tour: Tour }) {
  return (
    <Card tour={tour} title={words.offer}>
      <p>{words.offerText}</p>
      <div class="tour-acts">
        <a href={hrefOf(firstLesson)} onClick={tour.end}>
          {words.lesson}
        </a>
        <span class="push" />
        <button type="button" class="quiet" onClick={tour.end}>
          {words.notNow}
        </button>
        <button
          type="button"
          class="primary"
          onClick={() => {
            tour.begin();
            focusOn(stops[0]);
          }}
        >
          {words.start}
        </button>
      </div>
    </Card>
  );
}

function Over({ tour }: { readonly tour: Tour }) {
  return (
    <Card tour={tour} title={words.over}>
      <p role="status">{words.overText}</p>
      <div class="tour-acts">
        <a href={hrefOf(firstLesson)} onClick={tour.end}>
          {words.firstLesson}
        </a>
        <span class="push" />
        <button type="button" class="primary" onClick={tour.end}>
          {words.done}
        </button>
      </div>
    </Card>
  );
}

function focusOn(stop: Stop | undefined): void {
  const target = stop === undefined ? undefined : anchorOf([stop.focus]);
  if (target instanceof HTMLElement) target.focus();
}

function AtStop({ tour, stop }: { readonly tour: Tour; readonly stop: Stop }) {
  const { windowState, store } = useAppContext();
  const { title, text } = words.stops[stop.name];
  const did = tour.did.value;
  const place = stops.indexOf(stop);
  const isPast = store.moment.value !== null;
  useEffect(() => {
    windowState.change({ pane: stop.pane });
  }, [stop, windowState]);
  return (
    <Card tour={tour} title={title} anchors={stop.name === 'edit' && isPast ? pastAnchors : stop.anchors}>
      <p role="status">
        {did === '' ? null : <span class="hidden-text">{words.did(words.stops[did].title)} </span>}
        {text}
      </p>
      <div class="tour-acts">
        <span class="tour-count">
          <span class="hidden-text">{words.count(place + 1, stops.length)}</span>
          {stops.map(({ name }, index) => (
            <i key={name} class={index < place ? 'done' : index === place ? 'here' : ''} aria-hidden="true" />
          ))}
        </span>
        <span class="push" />
        <button type="button" class="quiet small" onClick={tour.skip}>
          {words.skip}
        </button>
        <button
          type="button"
          class="plain small"
          onClick={() => {
            windowState.change({ pane: stop.pane });
            requestAnimationFrame(() => {
              focusOn(stop);
            });
          }}
        >
          {words.where}
        </button>
      </div>
    </Card>
  );
}

/** The bar that leads back to now. */
const pastAnchors = ['.past-bar .past-acts', '.past-bar'];
