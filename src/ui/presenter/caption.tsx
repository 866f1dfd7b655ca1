import { secondOf } from '../format.ts';
import { pastOf } from '../past/past.ts';
import { presenterWords as words } from '../words/presenter-words.ts';
import type { Presenting } from './presenting.ts';
import { slideAt } from './slides.ts';

/** Number, name and note of what is shown; read out as it changes. */
export function Caption({ presenting }: { readonly presenting: Presenting }) {
  const { store } = presenting.here;
  const past = pastOf(store);
  const slides = presenting.slides();
  const n = slideAt(slides, presenting.shown());
  const slide = slides[n];
  const world = store.world.value;
  const hasMoments = slides.some(({ kind }) => kind === 'moment');
  const steps = past.marks.value.length;
  const title =
    slide?.kind === 'moment' || slide?.kind === 'place'
      ? slide.title
      : slide?.kind !== 'now'
        ? words.steps(past.steps.value, steps)
        : hasMoments
          ? words.now
          : (store.workspace.value?.name ?? words.now);
  const note =
    slide?.kind === 'moment'
      ? slide.note
      : !hasMoments
        ? slide?.kind === 'place'
          ? ''
          : words.stepsNote
        : slide?.kind === 'now'
          ? words.nowNote
          : '';
  return (
    <div class="presenter-slide" role="status">
      {hasMoments ? (
        <span class="presenter-count number">{n < 0 ? '…' : words.count(n + 1, slides.length)}</span>
      ) : null}
      <div>
        <h2 dir="auto">
          {title}
          {world === null || slide?.kind === 'place' ? null : (
            <span class="presenter-clock number">{secondOf(world.now, world.timeZone)}</span>
          )}
        </h2>
        {note === '' ? null : <p dir="auto">{note}</p>}
      </div>
    </div>
  );
}
