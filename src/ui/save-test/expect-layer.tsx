import { useAppContext } from '../context.ts';
import { isCovered } from '../frame/is-covered.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { usePointedAt } from '../controls/use-pointed-at.ts';
import './expect-layer.css';
import { expectableAt, type Expectable } from './expectable-at.ts';
import { saveTestWords as words } from '../words/save-test-words.ts';
import { useMarks } from './use-marks.ts';
import { wantedOf } from './wanted.ts';

/** The pointer may be away from what it pointed at so long, in milliseconds, to reach the button. */
const away = 250;

/**
 * "Expect this", beside the message, the status or the form that the pointer is at. Those who use keys have it in the
 * details of an event and in the palette.
 */
export function ExpectLayer() {
  const { store } = useAppContext();
  const wanted = wantedOf(store);
  useMarks(wanted);
  const { at: shown } = usePointedAt<Expectable>({
    find: (target) => (isCovered() ? null : expectableAt(target, store.world.peek())),
    isSame: (one, other) => one.box === other.box,
    own: '.expect-this',
    away,
  });
  if (shown === null || store.workspace.value === null) return null;
  const isWanted = wanted.has(shown.wanted);
  return (
    <button
      type="button"
      tabIndex={-1}
      class={isWanted ? 'expect-this is-wanted' : 'expect-this'}
      style={placeOf(shown)}
      title={isWanted ? words.takeBackHint : words.expectThisHint}
      aria-label={words.expectThis}
      aria-pressed={isWanted}
      onClick={() => {
        wanted.toggle(shown.wanted);
      }}
    >
      <LaterIcon name={isWanted ? 'done' : 'tests'} size={13} />
      <span>{isWanted ? words.takeBack : words.expectThis}</span>
    </button>
  );
}

/** Beside what it speaks of, where there is the more room, so that it covers nothing of it; in a form, at its upper edge. */
function placeOf({ box, wanted }: Expectable) {
  const { top, bottom, left, right } = box.getBoundingClientRect();
  const around = (box.closest('.messages, .tile-head, .widget-form') ?? box).getBoundingClientRect();
  const px = (size: number) => `${String(Math.round(size))}px`;
  if (wanted.kind === 'shows') return { top: px(top + 2), right: px(innerWidth - right + 8) };
  const middle = { top: px(Math.max(around.top, (top + bottom) / 2 - 12)) };
  return left - around.left > around.right - right
    ? { ...middle, right: px(innerWidth - left + 4) }
    : { ...middle, left: px(right + 4) };
}
