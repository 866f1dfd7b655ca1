import { LaterIcon } from '../controls/later-icon.tsx';
import type { LaterIconName } from '../controls/later-icon-names.ts';
import { playerOf } from '../past/play.ts';
import type { Act } from './keys.ts';
import { presenterWords as words } from '../words/presenter-words.ts';
import type { Presenting } from './presenting.ts';

type WaysProps = {
  readonly presenting: Presenting;
  readonly act: (what: Act) => void;
  readonly isFull: boolean;
};

/** What a presenter does, each with its key. */
export function Ways({ presenting, act, isFull }: WaysProps) {
  const { large, keys } = presenting.manner.value;
  const { store } = presenting.here;
  const plays = playerOf(store).plays.value;
  const way = (icon: LaterIconName, label: string, key: string, what: Act, isOn?: boolean) => (
    <button
      type="button"
      class="quiet icon-button"
      aria-label={label}
      title={`${label} (${key})`}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
      onClick={() => {
        act(what);
      }}
    >
      <LaterIcon name={icon} size={18} />
    </button>
  );
  return (
    <div class="presenter-ways">
      {way('back', words.previous, 'Page Up', { kind: 'slide', by: -1 })}
      {way('arrow', words.next, 'Page Down', { kind: 'slide', by: 1 })}
      {way(plays ? 'stop' : 'play', plays ? words.stop : words.play, 'P', { kind: 'play' })}
      {way('origin', words.why, 'W', { kind: 'why' }, presenting.explains.value)}
      {way('type', words.large, 'L', { kind: 'large' }, large)}
      {way('keyboard', words.keys, 'K', { kind: 'keys' }, keys)}
      {way('fullScreen', words.fullScreen, 'F', { kind: 'fullScreen' }, isFull)}
      <button
        type="button"
        class="plain"
        title={words.leaveHint}
        onClick={() => {
          act({ kind: 'leave' });
        }}
      >
        {words.leave} <kbd>Esc</kbd>
      </button>
    </div>
  );
}
