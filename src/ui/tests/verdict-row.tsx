import type { Json } from '../../engine/definition.ts';
import type { World } from '../../engine/world.ts';
import type { TestedStep, Verdict } from '../../protocol/tests-api.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { StatusChip } from '../conversation/status-chip.tsx';
import { sentence } from '../sentence.ts';
import { statusShort } from '../statuses.ts';
import { scriptOf } from '../names.ts';
import { useShowOnStage } from '../context.ts';
import { expectationText, isStatus, valueText } from './expectation-text.ts';
import { testsWords as words } from '../words/tests-words.ts';
import { WordDiff } from './word-diff.tsx';

type VerdictRowProps = {
  readonly verdict: Verdict;
  readonly step: TestedStep;
  /** The world after the step, and the session that it is about. */
  readonly world: World;
  readonly session: number;
};

/** An expectation with whether it holds; where it does not, what was expected and what came, one under the other. */
export function VerdictRow({ verdict, step, world, session }: VerdictRowProps) {
  const { expectation, holds, came, trouble } = verdict;
  const told = expectationText(expectation, world, session);
  return (
    <li class={holds ? 'verdict' : 'verdict bad'}>
      <LaterIcon name={holds ? 'done' : 'close'} size={16} />
      <div class="verdict-said">
        <span class="verdict-words">
          {told.words} {told.quote === '' ? null : <bdi class="verdict-quote">{told.quote}</bdi>}
          {told.status === null ? null : <StatusChip status={told.status} />}
          {told.more === '' ? null : <span class="muted"> {told.more}</span>}
        </span>
        {holds ? null : <span class="hidden-text">{words.differs}</span>}
        {trouble === null ? null : <p class="verdict-trouble">{sentence(trouble)}</p>}
        {holds || trouble !== null ? null : came.length === 0 ? (
          <dl>
            <dt>{words.came}</dt>
            <dd class="muted">{words.nothing}</dd>
          </dl>
        ) : (
          came.map((one) => (
            <dl key={one.field}>
              <dt>{words.expected}</dt>
              <dd>
                <Value field={one.field} value={one.expected} other={one.came} tag="del" />
              </dd>
              <dt>{words.came}</dt>
              <dd>
                <Value field={one.field} value={one.came} other={one.expected} tag="ins" />
              </dd>
            </dl>
          ))
        )}
        {holds ? null : <From step={step} seq={came[0]?.seq ?? null} world={world} />}
      </div>
      {holds ? null : (
        <span class="verdict-mark" aria-hidden="true">
          {words.differs}
        </span>
      )}
    </li>
  );
}

type ValueProps = {
  readonly field: string;
  readonly value: Json;
  readonly other: Json;
  readonly tag: 'del' | 'ins';
};

function Value({ field, value, other, tag }: ValueProps) {
  const own = shown(field, value);
  const against = shown(field, other);
  const isPlain = own.pattern || against.pattern;
  return (
    <>
      {field === 'text' || field === 'last' ? null : <span class="muted">{words.field(field)} </span>}
      {own.before === '' ? null : <span class="muted">{own.before} </span>}
      {isPlain ? <bdi>{own.text}</bdi> : <WordDiff text={own.text} other={against.text} tag={tag} />}
    </>
  );
}

type Shown = {
  /** What stands before the words that are compared. */
  readonly before: string;
  readonly text: string;
  /** It is what texts have to fit, and has no words in common with them. */
  readonly pattern: boolean;
};

/** A text without its quotes, so that only its own words are compared. */
function shown(field: string, value: Json): Shown {
  const part = partOf(value);
  if (part !== null) return { before: words.containingText, text: part, pattern: false };
  return { before: '', text: plain(field, value), pattern: typeof value === 'object' && value !== null };
}

/** The text that has to be a part of another one; null for every other value. */
function partOf(value: Json): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const { contains, says } = value as { readonly [key: string]: Json | undefined };
  const part = contains ?? says;
  return typeof part === 'string' ? part : null;
}

function plain(field: string, value: Json): string {
  if (typeof value === 'string') return value;
  if (field === 'status' || field === 'to' || field === 'from')
    return isStatus(value) ? statusShort(value) : valueText(value);
  if (typeof value === 'object' && value !== null && 'code' in value && 'params' in value)
    return sentence(value as never);
  return valueText(value);
}

/** Which line of a script did what came, and the way to it. */
function From({
  step,
  seq,
  world,
}: {
  readonly step: TestedStep;
  readonly seq: number | null;
  readonly world: World;
}) {
  const show = useShowOnStage();
  const by = seq === null ? undefined : step.events.find((event) => event.seq === seq)?.by;
  const script = by === undefined ? undefined : scriptOf(world, by.script);
  if (by === undefined || script === undefined) return null;
  return (
    <button
      type="button"
      class="verdict-from"
      onClick={() => {
        show({ bottom: 'script', pane: 'bots', script: by.script, line: by.line, column: 1 });
      }}
    >
      {words.from(script.name, by.line)}
    </button>
  );
}
