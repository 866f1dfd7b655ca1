import { useRef } from 'preact/hooks';
import { Avatar } from '../controls/avatar.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { wallWords as words } from '../words/wall-words.ts';
import type { Cell, Row } from './grid.ts';
import { walkGrid } from './walk-grid.ts';
import type { WallState } from './wall-state.ts';

/** A row for each person, a column for each lesson; one stop of the Tab key, walked by the arrows. */
export function WallGrid({ wall }: { readonly wall: WallState }) {
  const { course, rows, selected } = wall;
  const grid = useRef<HTMLDivElement>(null);
  const all = rows.value;
  const passed = all.reduce((sum, row) => sum + row.passed, 0);
  const chosen = selected.value;
  const column = chosen === null ? -1 : course.lessons.findIndex(({ id }) => id === chosen.lesson);
  const row = all.findIndex(({ person }) => person === chosen?.person);
  /** What the Tab key comes to: the chosen cell, else the first one. */
  const stop = row < 0 ? [0, 0] : [row, column + 1];
  return (
    <div
      ref={grid}
      class="wall-grid"
      role="grid"
      aria-label={words.label(course.title)}
      aria-rowcount={all.length + 1}
      aria-colcount={course.lessons.length + 2}
      style={{ '--lessons': String(course.lessons.length) }}
      onKeyDown={(event) => {
        walkGrid(event, grid.current);
      }}
    >
      <div class="wall-row wall-titles" role="row">
        <span class="wall-sum" role="columnheader">
          {words.people(all.length, passed, all.length * course.lessons.length)}
        </span>
        {course.lessons.map(({ id, title }, n) => (
          <span
            key={id}
            role="columnheader"
            class={n === column ? 'wall-title current' : 'wall-title'}
            title={title}
          >
            <b>{n + 1}</b>
            <span dir="auto">{title}</span>
          </span>
        ))}
        <span class="wall-passed" role="columnheader">
          {words.passed}
        </span>
      </div>
      {all.map((one, n) => (
        <RowView key={one.person} row={one} wall={wall} stop={stop[0] === n ? (stop[1] ?? 0) : -1} />
      ))}
    </div>
  );
}

type RowProps = { readonly row: Row; readonly wall: WallState; readonly stop: number };

function RowView({ row, wall, stop }: RowProps) {
  const { course, selected } = wall;
  const chosen = selected.value?.person === row.person ? selected.value : null;
  const isHere = chosen !== null;
  const choose = (lesson: string | null) => {
    const now = selected.peek();
    if (now?.person !== row.person || now.lesson !== lesson) selected.value = { person: row.person, lesson };
  };
  const [n, of] = words.passedOf(row.passed, course.lessons.length);
  return (
    <div class={isHere ? 'wall-row here' : 'wall-row'} role="row">
      <div
        class="wall-name"
        role="rowheader"
        tabIndex={stop === 0 ? 0 : -1}
        aria-selected={chosen !== null && chosen.lesson === null}
        onFocus={() => {
          choose(null);
        }}
        onClick={() => {
          choose(null);
        }}
      >
        <Avatar of="customer" name={row.name} />
        <span class="wall-name-text" dir="auto" title={row.name}>
          {row.name}
        </span>
        {row.trust === 'differs' ? (
          <span class="wall-mark warn" title={words.differsWhy}>
            <LaterIcon name="warn" />
            <span class="hidden-text">{words.trust.differs}</span>
          </span>
        ) : row.trust === 'unverified' ? (
          <span class="wall-mark" title={words.unverifiedWhy}>
            <LaterIcon name="unknown" />
            <span class="hidden-text">{words.trust.unverified}</span>
          </span>
        ) : null}
      </div>
      {row.cells.map((cell, index) => (
        <CellView
          key={cell.lesson}
          cell={cell}
          title={course.lessons[index]?.title ?? ''}
          isStop={stop === index + 1}
          isChosen={chosen?.lesson === cell.lesson}
          onChoose={() => {
            choose(cell.lesson);
          }}
        />
      ))}
      <span class="wall-passed number" role="gridcell">
        <b>{n}</b>
        {of}
      </span>
    </div>
  );
}

type CellProps = {
  readonly cell: Cell;
  readonly title: string;
  readonly isStop: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

const marks = { begun: 'more', failing: 'close', passed: 'done' } as const;

function CellView({ cell: { state, shown, all }, title, isStop, isChosen, onChoose }: CellProps) {
  const hints = shown?.hints ?? 0;
  const says = [
    `${title}: ${words.states[state]}`,
    ...(hints > 0 ? [words.hints(hints)] : []),
    ...(all.length > 1 ? [words.several(all.length)] : []),
    ...(shown !== null && shown.trust !== 'verified' ? [words.trust[shown.trust]] : []),
  ].join(', ');
  return (
    <button
      type="button"
      role="gridcell"
      class={`wall-cell is-${state} ${shown?.trust === 'differs' ? 'doubtful' : ''}`}
      tabIndex={isStop ? 0 : -1}
      aria-selected={isChosen}
      aria-label={says}
      title={says}
      onFocus={onChoose}
      onClick={onChoose}
    >
      {state === 'none' ? null : <LaterIcon name={marks[state]} size={15} />}
      {hints === 0 ? null : (
        <span class="wall-hints" aria-hidden="true">
          <LaterIcon name="hint" size={11} />
          {hints}
        </span>
      )}
      {all.length > 1 ? (
        <span class="wall-several" aria-hidden="true">
          {all.length}
        </span>
      ) : null}
    </button>
  );
}
