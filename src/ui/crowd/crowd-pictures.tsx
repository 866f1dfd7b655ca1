import { useMemo } from 'preact/hooks';
import { rushOf } from '../../course/rush.ts';
import { useAppContext, useWorld } from '../context.ts';
import { countOf } from '../format.ts';
import { Plot } from '../plots/plot.tsx';
import { useWholeLog } from '../store/whole-log.ts';
import { crowdWords as words } from '../words/crowd-words.ts';
import { took } from '../words/debrief-words.ts';

/** The queue, how long each stood in it, and how much was answered, over the virtual clock. */
export function CrowdPictures() {
  const { store, windowState } = useAppContext();
  const log = useWholeLog();
  const zone = useWorld((world) => world.timeZone);
  const above = store.crowd.value?.above ?? 0;
  const rush = useMemo(() => (log === null ? null : rushOf(log, above)), [log, above]);
  if (rush === null) return null;
  const { queue, waits, answers } = rush;
  return (
    <div class="crowd-pictures">
      {queue.length === 0 ? null : (
        <Plot
          title={words.pictures.queue}
          at={queue.map(({ at }) => at)}
          series={[
            {
              name: words.pictures.standing,
              values: queue.map(({ length }) => length),
              colour: '--queue',
              as: 'steps',
            },
          ]}
          zone={zone}
          format={countOf}
        />
      )}
      {waits.length === 0 ? null : (
        <Plot
          title={words.pictures.waits}
          at={waits.map(({ at }) => at)}
          series={[
            {
              name: words.pictures.stood,
              values: waits.map(({ ms }) => ms / 1000),
              colour: '--customer',
              as: 'dots',
            },
          ]}
          zone={zone}
          format={(seconds) => took(seconds * 1000)}
          onChoose={(index) => {
            const seq = waits[index]?.seq;
            if (seq !== undefined) windowState.change({ event: seq });
          }}
        />
      )}
      {answers.every(({ count }) => count === 0) ? null : (
        <Plot
          title={words.pictures.answers}
          at={answers.map(({ at }) => at)}
          series={[
            {
              name: words.pictures.written,
              values: answers.map(({ count }) => count),
              colour: '--user',
              as: 'bars',
            },
          ]}
          zone={zone}
          format={countOf}
        />
      )}
    </div>
  );
}
