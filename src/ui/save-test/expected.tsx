import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import type { World } from '../../engine/world.ts';
import type { SuggestedStep } from '../../protocol/test-making.ts';
import { useStore } from '../context.ts';
import { useNarrow } from '../controls/use-narrow.ts';
import { saveTestWords as words } from '../words/save-test-words.ts';
import { StepList } from './step-list.tsx';
import { actorKey, actorName, actorOf } from './step-text.ts';
import { withAll } from './ticks.ts';
import type { MakingState } from './use-making.ts';

/** That somebody types is nothing to look at where nothing can be expected of it. */
const isShown = ({ input, suggestions }: SuggestedStep): boolean =>
  suggestions.length > 0 || !input.type.endsWith('.types');

/** The steps with what can be expected of them: of everybody, or of whoever is chosen. */
export function Expected({ making }: { readonly making: MakingState }) {
  const { live } = useStore();
  const world = live.value?.world;
  return world === undefined ? null : <Steps making={making} world={world} />;
}

/** `world` is the newest, whatever moment is shown: who came later has a name in it. */
function Steps({ making, world }: { readonly making: MakingState; readonly world: World }) {
  const { conversation, drafted, steps, ticks, isNameless, last } = making;
  const isNarrow = useNarrow();
  const who = useSignal('');
  const id = useId();
  const actors = useMemo(() => {
    const found = new Map(steps.map((step) => [actorKey(actorOf(step)), actorOf(step)] as const));
    return [...found].map(([key, actor]) => ({ key, name: actorName(actor, world) }));
    // Names of the moment at which the steps were played.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [steps]);
  const wanted = actors.some(({ key }) => key === who.value) ? who.value : '';
  const shown = useMemo(
    () => steps.filter((step) => isShown(step) && (wanted === '' || actorKey(actorOf(step)) === wanted)),
    [steps, wanted],
  );
  if (typeof drafted === 'string') {
    const said = {
      waits: words.reading,
      slow: words.slow,
      broken: words.broken,
      empty: words.emptyStretch(last),
    };
    return (
      <p class="test-wait" role={drafted === 'waits' ? 'status' : 'alert'}>
        {said[drafted]}
      </p>
    );
  }
  const [unplayed] = drafted.unplayed;
  const leftOut = new Set(conversation?.steps.flatMap((step) => step.leftOut ?? []) ?? []).size;
  return (
    <section class="test-expectations">
      <header>
        <h3>{words.expectations}</h3>
        <span class="push" />
        <label for={id}>{words.show}</label>
        <select
          id={id}
          value={wanted}
          onChange={(event) => {
            who.value = event.currentTarget.value;
          }}
        >
          <option value="">{words.everybody}</option>
          {actors.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
        <span role="group" aria-label={words.choose} class="test-which">
          {(['suggested', 'all', 'none'] as const).map((which) => (
            <button
              key={which}
              type="button"
              class="text-button"
              onClick={() => {
                ticks.value = withAll(shown, ticks.peek(), which);
              }}
            >
              {words[which]}
            </button>
          ))}
        </span>
      </header>
      {unplayed === undefined ? null : (
        <p class="refusal" role="alert">
          {words.unplayed(unplayed.step, unplayed.message)}
        </p>
      )}
      {leftOut === 0 ? null : <p class="note">{words.leftOut(leftOut)}</p>}
      <StepList
        steps={shown}
        world={world}
        nameless={isNameless.value}
        ticks={ticks.value}
        rowHeight={isNarrow ? 44 : 30}
        onTick={(now) => {
          ticks.value = now;
        }}
      />
    </section>
  );
}
