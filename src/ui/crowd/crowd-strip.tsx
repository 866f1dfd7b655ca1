import { useSignal } from '@preact/signals';
import { useAppContext, useWorld } from '../context.ts';
import { Later } from '../controls/later.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { crowdWords as words } from '../words/crowd-words.ts';
import { reportOf } from './report.ts';
import './crowd.css';

const pictures = () => import('./crowd-pictures.tsx').then(({ CrowdPictures }) => CrowdPictures);

/** How the puppets fare, above those who they play: how many came, how they were served, and the way to stop them. */
export function CrowdStrip() {
  const { store } = useAppContext();
  const isOpen = useSignal(false);
  const crowd = store.crowd.value;
  const id = store.workspace.value?.id;
  if (crowd === null || id === undefined) return null;
  const { customers, came, left, isOver, isFull } = crowd;
  const clock = store.clock.value;
  const run = () => void store.setClock({ ...clock, paused: false });
  return (
    <section class="crowd-strip" aria-label={words.heading}>
      <p role="status">
        <b>{words.heading}</b>{' '}
        {isFull
          ? words.full
          : isOver
            ? words.over(customers)
            : clock.paused
              ? words.stands
              : words.running(came, customers, left - (customers - came))}
      </p>
      <progress max={customers} value={customers - left} aria-label={words.heading} />
      <div class="crowd-strip-acts">
        <button
          type="button"
          class="quiet small"
          aria-expanded={isOpen.value}
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          {words.report}
        </button>
        {clock.paused && !isOver ? (
          <button type="button" class="plain small" onClick={run}>
            {words.run}
          </button>
        ) : null}
        <button
          type="button"
          class="plain small"
          title={isOver ? undefined : words.stopHelp}
          onClick={() => void store.engine.stopCrowd(id)}
        >
          <LaterIcon name={isOver ? 'close' : 'stop'} /> {isOver ? words.hide : words.stop}
        </button>
      </div>
      {isOpen.value ? <CrowdReport /> : null}
    </section>
  );
}

function CrowdReport() {
  const { store } = useAppContext();
  const report = useWorld((world) => JSON.stringify(reportOf(world, store.crowd.value?.above ?? 0)));
  const { answered, gone, waiting, medianWait, longestWait, rating } = JSON.parse(report) as ReturnType<
    typeof reportOf
  >;
  const rows: readonly (readonly [string, string])[] = [
    [words.rows.now, String(waiting)],
    [words.rows.answered, String(answered)],
    [words.rows.gone, String(gone)],
    [words.rows.wait, answered === 0 ? words.none : words.seconds(medianWait, longestWait)],
    [words.rows.rating, rating === null ? words.none : rating.toFixed(1)],
  ];
  return (
    <div class="crowd-open">
      <dl class="crowd-report">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Later load={pictures} />
    </div>
  );
}
