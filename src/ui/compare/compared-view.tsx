import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { diffWordsWithSpace } from 'diff';
import type { Compared, ComparedLine, ComparedStep } from '../../protocol/compared.ts';
import { specialType } from '../../engine/numbers.ts';
import { useWorld } from '../context.ts';
import { scriptOf } from '../names.ts';
import { sentence } from '../sentence.ts';
import { statusShort } from '../statuses.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { compareWords as words } from '../words/compare-words.ts';
import './compare.css';

/** So many steps that differ are drawn at a time. */
const page = 50;

/** The name that a special type has in code. */
const kindOf = (type: number): string =>
  Object.entries(specialType).find(([, number]) => number === type)?.[0] ?? String(type);

type ComparedViewProps = {
  readonly compared: Compared;
  /** What the first run is called, and the second. */
  readonly sides: readonly [string, string];
  /** Leads to a step, where the log that is open has it. */
  readonly onShow?: (step: number) => void;
};

/** Where two runs of a conversation are not the same, step by step, side by side. */
export function ComparedView({ compared, sides, onShow }: ComparedViewProps) {
  const { steps, messages, statuses, differences, endsAt } = compared;
  const from = useSignal(0);
  const table = useRef<HTMLTableElement>(null);
  const count = differences.length;
  const isSame = count === 0 && endsAt === 0;
  const shown = differences.slice(from.value, from.value + page);
  return (
    <div class="compared">
      <p role="status" class={isSame ? 'compared-same' : 'compared-differ'}>
        <b>{isSame ? words.same(messages, statuses, steps) : words.differ(count, steps)}</b>
        {endsAt === 0 ? null : ` ${words.endsAt(endsAt)}`}
      </p>
      {differences.length === 0 ? null : (
        <table ref={table}>
          <thead>
            <tr>
              <th scope="col" aria-label={words.unlike} />
              <th scope="col">{sides[0]}</th>
              <th scope="col">{sides[1]}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((step) => (
              <StepRow key={step.step} step={step} onShow={onShow} />
            ))}
          </tbody>
        </table>
      )}
      {count > page ? (
        <Pages
          from={from.value}
          count={count}
          onGo={(first) => {
            from.value = first;
            table.current?.scrollIntoView();
          }}
        />
      ) : null}
    </div>
  );
}

type PagesProps = { readonly from: number; readonly count: number; readonly onGo: (first: number) => void };

/** The ways to the other steps that differ. */
function Pages({ from: first, count, onGo }: PagesProps) {
  const way = (icon: 'back' | 'arrow', label: string, to: number) => (
    <button
      type="button"
      class="plain small"
      disabled={to < 0 || to >= count}
      onClick={() => {
        onGo(to);
      }}
    >
      <LaterIcon name={icon} /> {label}
    </button>
  );
  return (
    <p class="compared-pages">
      <span class="note" role="status">
        {words.these(first + 1, Math.min(count, first + page), count)}
      </span>
      {way('back', words.earlier, first - page)}
      {way('arrow', words.later, first + page)}
    </p>
  );
}

type StepRowProps = { readonly step: ComparedStep; readonly onShow: ComparedViewProps['onShow'] };

const StepRow = ({ step: { step, was, now }, onShow }: StepRowProps) => (
  <tr>
    <th scope="row">
      {onShow === undefined ? (
        words.step(step)
      ) : (
        <button
          type="button"
          class="step-button"
          aria-label={words.show(step)}
          onClick={() => {
            onShow(step);
          }}
        >
          {words.step(step)}
        </button>
      )}
    </th>
    <Side lines={was} others={now} tag="del" />
    <Side lines={now} others={was} tag="ins" />
  </tr>
);

type SideProps = {
  readonly lines: readonly ComparedLine[];
  readonly others: readonly ComparedLine[];
  /** What only this one of the two says. */
  readonly tag: 'del' | 'ins';
};

/** What one of the two does in a step; what the other does too stands back. */
function Side({ lines, others, tag }: SideProps) {
  const known = new Set(others.map((line) => JSON.stringify(line)));
  return (
    <td>
      {lines.length === 0 ? <span class="note">{words.none}</span> : null}
      <ul>
        {lines.map((line, index) => (
          // Lines are told apart by their place alone.
          <li key={index} class={known.has(JSON.stringify(line)) ? 'known' : 'other'}>
            <Line line={line} other={others[index]} tag={tag} />
          </li>
        ))}
      </ul>
    </td>
  );
}

type LineProps = {
  readonly line: ComparedLine;
  readonly other: ComparedLine | undefined;
  readonly tag: SideProps['tag'];
};

function Line({ line, other, tag }: LineProps) {
  const name = useWorld((world) =>
    line.kind === 'failed' ? (scriptOf(world, line.script)?.name ?? '') : '',
  );
  switch (line.kind) {
    case 'message':
      return (
        <>
          <b dir="auto">{line.author}</b>{' '}
          <Text text={line.text} other={other?.kind === 'message' ? other.text : undefined} tag={tag} />
          {line.specialType === 0 ? null : <small> {kindOf(line.specialType)}</small>}
        </>
      );
    case 'status':
      return <>{words.status(line.session, statusShort(line.from), statusShort(line.to))}</>;
    case 'call':
      return <>{words.call(line.method, line.url, words.answered[line.answeredBy])}</>;
    case 'refused':
      return <>{words.refused(sentence(line.reason))}</>;
    case 'failed':
      return <>{words.failed(name, line.line, sentence(line.failure))}</>;
  }
}

/** Longer texts are not taken apart into words. */
const longest = 4000;

/** A text, with the words marked that the other one has not. */
function Text({
  text,
  other,
  tag: Tag,
}: {
  readonly text: string;
  readonly other: string | undefined;
  readonly tag: SideProps['tag'];
}) {
  if (other === undefined || other === text || text.length + other.length > longest)
    return <span dir="auto">{text}</span>;
  const [from, to] = Tag === 'ins' ? [other, text] : [text, other];
  return (
    <span dir="auto">
      {diffWordsWithSpace(from, to)
        .filter(({ added, removed }) => (Tag === 'ins' ? !removed : !added))
        .map(({ value, added, removed }, index) =>
          added || removed ? <Tag key={index}>{value}</Tag> : <span key={index}>{value}</span>,
        )}
    </span>
  );
}
