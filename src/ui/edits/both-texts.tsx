import { useMemo } from 'preact/hooks';
import { lineDiff, type DiffRow } from './line-diff.ts';
import { meanwhileWords } from '../words/meanwhile-words.ts';

type SideNames = { readonly theirs: string; readonly mine: string };
type BothTextsProps = {
  readonly theirs: string;
  readonly mine: string;
  /** What the two are called. */
  readonly said?: SideNames;
};

const signs = { both: ' ', theirs: '−', mine: '+' };

/** Two texts line by line: what only one of them has stands out by sign, colour and word. */
export function BothTexts({ theirs, mine, said: sides = meanwhileWords }: BothTextsProps) {
  const rows = useMemo(() => lineDiff(theirs, mine), [theirs, mine]);
  const said = meanwhileWords;
  if (rows.every(({ kind }) => kind === 'both' || kind === 'fold')) return <p class="note">{said.nothing}</p>;
  return (
    <>
      <p class="note both-legend" aria-hidden="true">
        <span class="both-theirs">− {sides.theirs}</span> <span class="both-mine">+ {sides.mine}</span>
      </p>
      <ol class="both-lines mono" aria-label={said.compared} tabIndex={0}>
        {rows.map((row, index) => (
          <li key={index} class={`both-${row.kind}`}>
            <Line row={row} sides={sides} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Line({ row, sides }: { readonly row: DiffRow; readonly sides: SideNames }) {
  if (row.kind === 'fold') return <>⋯ {meanwhileWords.same(row.lines)}</>;
  return (
    <>
      <span class="both-sign" aria-hidden="true">
        {signs[row.kind]}
      </span>
      {row.kind === 'both' ? null : <span class="hidden-text">{sides[row.kind]}: </span>}
      <span>{row.text === '' ? ' ' : row.text}</span>
    </>
  );
}
