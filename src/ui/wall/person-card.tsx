import { useAppContext } from '../context.ts';
import { Avatar } from '../controls/avatar.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { wallWords as words } from '../words/wall-words.ts';
import type { Row } from './grid.ts';
import { takeOff } from './take-off.ts';
import type { WallState } from './wall-state.ts';

/** A person as a whole. */
export function PersonCard({ wall, row }: { readonly wall: WallState; readonly row: Row }) {
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
