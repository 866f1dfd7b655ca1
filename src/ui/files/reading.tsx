import { useSignal } from '@preact/signals';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import type { Overview } from '../../protocol/files-api.ts';
import { filesWords as words } from '../words/files-words.ts';
import { withMarks } from './with-marks.ts';

export type ReadingPosition = {
  /** The script, by its place in the list. */
  readonly script: number;
  /** The line that is shown first, from 1; 0 is the beginning. */
  readonly line: number;
};

type ReadingProps = {
  readonly scripts: Overview['scripts'];
  readonly place: ReadingPosition;
  readonly onPlace: (place: ReadingPosition) => void;
};

/** So many lines more are drawn each time they are asked for. */
const stretch = 1000;

/** The scripts as text that cannot be changed and does nothing, with a mark for each character that nobody can see. */
export function Reading({ scripts, place, onPlace }: ReadingProps) {
  const id = useId();
  const script = scripts[place.script];
  return (
    <div class="files-reading">
      <div class="files-field">
        <label for={id}>{words.script}</label>
        <select
          id={id}
          value={String(place.script)}
          onChange={(event) => {
            onPlace({ script: Number(event.currentTarget.value), line: 0 });
          }}
        >
          {scripts.map(({ folder, name }, index) => (
            <option key={index} value={String(index)}>
              {folder === '' ? name : words.inFolder(folder, name)}
            </option>
          ))}
        </select>
      </div>
      {script === undefined ? null : <Source key={place.script} script={script} line={place.line} />}
    </div>
  );
}

type SourceProps = { readonly script: Overview['scripts'][number]; readonly line: number };

function Source({ script: { name, source, odd }, line }: SourceProps) {
  const shown = useSignal(Math.max(stretch, line + stretch));
  const wanted = useRef<HTMLLIElement>(null);
  const lines = useMemo(() => source.split(/\r\n?|\n/), [source]);
  const oddLines = useMemo(() => new Set(odd.map((one) => one.line)), [odd]);
  const marksOf = (at: number) => odd.filter((one) => one.line === at);
  useEffect(() => {
    wanted.current?.scrollIntoView({ block: 'center' });
  }, [line]);
  const left = lines.length - shown.value;
  return (
    <>
      <ol class="files-source" tabIndex={0} aria-label={words.sourceOf(name)}>
        {lines.slice(0, shown.value).map((text, index) => (
          <li
            key={index}
            ref={index + 1 === line ? wanted : null}
            class={oddLines.has(index + 1) ? 'odd' : ''}
          >
            <code>
              {withMarks(text, oddLines.has(index + 1) ? marksOf(index + 1) : []).map((piece, at) =>
                'text' in piece ? (
                  <bdi key={at}>{piece.text}</bdi>
                ) : (
                  <mark key={at} title={piece.name}>
                    {piece.code}
                  </mark>
                ),
              )}
            </code>
          </li>
        ))}
      </ol>
      {left > 0 ? (
        <button
          type="button"
          class="plain"
          onClick={() => {
            shown.value += stretch;
          }}
        >
          {words.moreLines(Math.min(left, stretch))}
        </button>
      ) : null}
    </>
  );
}
