import type { Debrief } from '../../course/debrief.ts';
import { useAppContext, useWorld } from '../context.ts';
import { countOf } from '../format.ts';
import { Plot } from '../plots/plot.tsx';
import { debriefWords as words, took } from '../words/debrief-words.ts';
import { showOnStage } from './show-moment.ts';

/** How long each answer took, and how much there was to do meanwhile, over the same clock. */
export function Pictures({ told: { answers, load } }: { readonly told: Debrief }) {
  const context = useAppContext();
  const zone = useWorld((world) => world.timeZone);
  return (
    <div class="debrief-pictures">
      <div class="card">
        <Plot
          title={words.answers}
          at={answers.map(({ at }) => at)}
          series={[
            {
              name: words.answered,
              values: answers.map(({ ms }) => ms / 1000),
              colour: '--customer',
              as: 'dots',
            },
          ]}
          zone={zone}
          format={(seconds) => took(seconds * 1000)}
          onChoose={(index) => {
            const answer = answers[index];
            if (answer !== undefined) showOnStage(context, answer.seq, answer.session);
          }}
        />
      </div>
      <div class="card">
        <Plot
          title={words.load}
          at={load.map(({ at }) => at)}
          series={[
            { name: words.own, values: load.map(({ own }) => own), colour: '--user', as: 'steps' },
            { name: words.queue, values: load.map(({ queue }) => queue), colour: '--queue', as: 'steps' },
          ]}
          zone={zone}
          format={countOf}
        />
      </div>
    </div>
  );
}
