import { wallWords as words } from '../words/wall-words.ts';
import { DropCard } from './drop.tsx';
import { ResultCard } from './result-card.tsx';
import { StuckCard } from './stuck-card.tsx';
import { WallNotices } from './wall-notices.tsx';
import type { WallState } from './wall-state.ts';
import { useAppContext } from '../context.ts';
import { Avatar } from '../controls/avatar.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import type { Row } from './grid.ts';
import { takeOff } from './take-off.ts';

type SideProps = { readonly wall: WallState };

/** What is chosen, where people are stuck, and the ways for more to come. */
export function Side({ wall }: SideProps) {
  const rows = wall.rows.value;
  const { reading } = wall;
  return (
    <aside class="wall-side" aria-label={words.side}>
      {reading.value === null ? null : (
        <div class="wall-reading">
          <progress value={reading.value.done} max={Math.max(1, reading.value.of)} aria-hidden="true" />
          {words.reading(reading.value.done, reading.value.of)}
        </div>
      )}
      <WallNotices wall={wall} />
      {rows.length === 0 ? null : (
        <>
          <Chosen wall={wall} />
          <StuckCard wall={wall} />
          <DropCard />
        </>
      )}
    </aside>
  );
}

function Chosen({ wall }: SideProps) {
  const chosen = wall.selected.value;
  const row = wall.rows.value.find(({ person }) => person === chosen?.person);
  if (row === undefined) return <p class="wall-pick">{words.pick}</p>;
  const n = wall.course.lessons.findIndex(({ id }) => id === chosen?.lesson);
  const cell = row.cells[n];
  return cell === undefined || cell.shown === null ? (
    <PersonCard wall={wall} row={row} />
  ) : (
    <ResultCard
      key={cell.shown.kept.id}
      wall={wall}

      row={row}
      n={n}
      shown={cell.shown}
      all={cell.all}
    />
  );
}

/** A person as a whole. */
function PersonCard({ wall, row }: { readonly wall: WallState; readonly row: Row }) {
  const here = useAppContext();
  const all = row.cells.flatMap((cell) => cell.all);
  const hints = row.cells.reduce((sum, { shown }) => sum + (shown?.hints ?? 0), 0);
  return (
    <section class="card wall-card" aria-label={row.name}>
      <header>
        <Avatar of="customer" name={row.name} />
        <h3 dir="auto">{row.name}</h3>
      </header>
      <p>{words.personSums(row.passed, row.cells.length, hints)}</p>
      <div class="wall-card-acts">
        <button type="button" class="plain" onClick={() => void takeOff(here, wall, all, row.name)}>
          <LaterIcon name="delete" /> {words.remove}
        </button>
      </div>
    </section>
  );
}
