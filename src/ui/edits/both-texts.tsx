import { useMemo } from 'preact/hooks';
import { lineDiff, type DiffRow } from './line-diff.ts';
import { meanwhileWords } from '../words/meanwhile-words.ts';

type BothTextsProps = { readonly theirs: string; readonly mine: string };

const signs = { both: ' ', theirs: '−', mine: '+' };

/** Two texts line by line: what only one of them has stands out by sign, colour and word. */
export function BothTexts({ theirs, mine }: BothTextsProps) {
  const rows = useMemo(() => lineDiff(theirs, mine), [theirs, mine]);
  const said = meanwhileWords;
  if (rows.every(({ kind }) => kind === 'both' || kind === 'fold')) return <p class="note">{said.nothing}</p>;
  return (
    <>
      <p class="note both-legend" aria-hidden="true">
        <span class="both-theirs">− {said.theirs}</span> <span class="both-mine">+ {said.mine}</span>
      </p>
      <ol class="both-lines mono" aria-label={said.compared} tabIndex={0}>
        {rows.map((row, index) => (
          <li key={index} class={`both-${row.kind}`}>
            <Line row={row} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Line({ row }: { readonly row: DiffRow }) {
  const said = meanwhileWords;
  if (row.kind === 'fold') return <>⋯ {said.same(row.lines)}</>;
  return (
    <>
      <span class="both-sign" aria-hidden="true">
        {signs[row.kind]}
      </span>
      {row.kind === 'both' ? null : <span class="hidden-text">{said[row.kind]}: </span>}
      <span>{row.text === '' ? ' ' : row.text}</span>
    </>
  );
}
