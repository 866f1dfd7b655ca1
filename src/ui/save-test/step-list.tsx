import { useCallback, useId, useMemo, useRef } from 'preact/hooks';
import type { World } from '../../engine/world.ts';
import type { SuggestedStep, Suggestion } from '../../protocol/test-making.ts';
import { StatusChip } from '../conversation/status-chip.tsx';
import { useVirtualRows } from '../timeline/use-virtual-rows.ts';
import type { PatternPart } from './pattern-parts.ts';
import { saveTestWords as words } from '../words/save-test-words.ts';
import { actorOf, stepText } from './step-text.ts';
import { suggestionText } from './suggestion-text.ts';
import { ticksOf, withTick, type Ticks } from './ticks.ts';

type StepListProps = {
  readonly steps: readonly SuggestedStep[];
  readonly world: World;
  readonly nameless: boolean;
  readonly ticks: Ticks;
  readonly onTick: (ticks: Ticks) => void;
  /** Pixels of a row: more where fingers are meant. */
  readonly rowHeight: number;
};

type Row = { readonly step: SuggestedStep; readonly index: number | null };

/** Steps with what can be expected of each, to be ticked. However many there are, those in sight are drawn. */
export function StepList({ steps, world, nameless, ticks, onTick, rowHeight }: StepListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () =>
      steps.flatMap((step): Row[] => [
        { step, index: null },
        ...step.suggestions.map((_, index) => ({ step, index })),
      ]),
    [steps],
  );
  const heightOf = useCallback(() => rowHeight, [rowHeight]);
  const { items, height } = useVirtualRows(scroller, rows.length, heightOf);
  if (steps.length === 0) return <p class="note test-none">{words.noneShown}</p>;
  return (
    <div ref={scroller} class="test-steps" role="group" aria-label={words.expectations} tabIndex={0}>
      <ul style={{ height: `${String(height)}px` }}>
        {items.map(({ index: at, start }) => {
          const row = rows[at];
          if (row === undefined) return null;
          const { step, index } = row;
          const style = { transform: `translateY(${String(start)}px)`, height: `${String(rowHeight)}px` };
          return (
            <li
              key={`${String(step.step)} ${String(index)}`}
              class={index === null ? 'test-step' : 'test-expected'}
              style={style}
            >
              {index === null ? (
                <StepHead step={step} world={world} />
              ) : (
                <Choice
                  step={step}
                  index={index}
                  world={world}
                  nameless={nameless}
                  isTicked={ticksOf(step, ticks).has(index)}
                  onTick={(on) => {
                    onTick(withTick(step, ticks, index, on));
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function StepHead({ step, world }: { readonly step: SuggestedStep; readonly world: World }) {
  const { said, quote } = stepText(step, world);
  return (
    <>
      <span class="test-number" aria-label={words.step(step.step)}>
        {step.step}
      </span>
      <span class={`test-actor actor-${actorOf(step).kind}`} aria-hidden="true" />
      <span class="test-said" dir="auto">
        <b>{said}</b>
        {quote === '' ? null : ` “${quote}”`}
      </span>
      {step.suggestions.length === 0 ? <span class="note">{words.nothingOf}</span> : null}
    </>
  );
}

type ChoiceProps = Pick<StepListProps, 'world' | 'nameless'> & {
  readonly step: SuggestedStep;
  readonly index: number;
  readonly isTicked: boolean;
  readonly onTick: (on: boolean) => void;
};

function Choice({ step, index, world, nameless, isTicked, onTick }: ChoiceProps) {
  const id = useId();
  const suggestion = step.suggestions[index] as Suggestion;
  const { said, quote = [], status } = suggestionText(suggestion, world, nameless, step.session);
  const isNeeded = suggestion.needed === true;
  const quoted = quote.map((part) => ('any' in part ? '…' : part.text)).join('');
  return (
    <>
      <input
        type="checkbox"
        id={id}
        checked={isTicked || isNeeded}
        disabled={isNeeded}
        title={isNeeded ? words.needed : undefined}
        onChange={(event) => {
          onTick(event.currentTarget.checked);
        }}
      />
      <label for={id} class="test-said" dir="auto" title={`${said} ${quoted}`.trim()}>
        {said}
        {quote.length === 0 ? null : <Quote parts={quote} />}
        {status === undefined ? null : (
          <>
            {' '}
            <StatusChip status={status} />
          </>
        )}
      </label>
      {suggestion.isOwn === true ? <span class="note">{words.yours}</span> : null}
    </>
  );
}

const anyWords = { number: words.anyNumber, word: words.anyWord, text: words.anyText };

const Quote = ({ parts }: { readonly parts: readonly PatternPart[] }) => (
  <>
    {' “'}
    {parts.map((part, index) =>
      'any' in part ? (
        <mark key={index} class="test-any">
          {anyWords[part.any]}
        </mark>
      ) : (
        <span key={index}>{part.text}</span>
      ),
    )}
    ”
  </>
);
