import { wallWords as words } from '../words/wall-words.ts';
import { stuckIn } from './grid.ts';
import type { WallState } from './wall-state.ts';

/** The lessons in which people stand who have not passed them; each leads to the first of them. */
export function StuckCard({ wall }: { readonly wall: WallState }) {
  const { course, selected } = wall;
  const rows = wall.rows.value;
  const stuck = stuckIn(course, rows);
  const most = Math.max(1, ...stuck.map(({ failing, begun }) => failing + begun));
  const width = (n: number) => ({ width: `${String((100 * n) / most)}%` });
  const show = (lesson: number) => {
    const id = course.lessons[lesson]?.id ?? '';
    const of = (state: 'failing' | 'begun') => rows.find(({ cells }) => cells[lesson]?.state === state);
    const first = of('failing') ?? of('begun');
    if (first !== undefined) selected.value = { person: first.person, lesson: id };
  };
  return (
    <section class="card wall-card wall-stuck" aria-labelledby="wall-stuck">
      <h3 id="wall-stuck">{words.stuck}</h3>
      {stuck.length === 0 ? <p>{words.nobodyStuck}</p> : null}
      <ul>
        {stuck.map(({ lesson, failing, begun }) => (
          <li key={lesson}>
            <button
              type="button"
              title={words.stuckCount(failing, begun)}
              onClick={() => {
                show(lesson);
              }}
            >
              <span class="wall-stuck-name" dir="auto">
                {words.stuckOf(lesson + 1, course.lessons[lesson]?.title ?? '')}
              </span>
              <b>{failing + begun}</b>
              <span class="hidden-text">{words.stuckCount(failing, begun)}</span>
              <span class="wall-bar" aria-hidden="true">
                <i class="failing" style={width(failing)} />
                <i class="begun" style={width(begun)} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
