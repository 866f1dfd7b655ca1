import { useWindow } from '../context.ts';
import { Icon } from '../controls/icon.tsx';
import { words } from '../words/words.ts';

type Half = 'stage' | 'workbench';

/** Gives one half of the stage all the room; the other is a strip until it is shown again. */
export function MaximiseButton({ of }: { readonly of: Half }) {
  const windowState = useWindow();
  const isMaximal = windowState.view.value.maximised === of;
  const label = isMaximal ? words.bringBack[of === 'stage' ? 'workbench' : 'stage'] : words.maximise[of];
  return (
    <button
      type="button"
      class="quiet icon-button maximise"
      aria-label={label}
      title={label}
      onClick={() => {
        windowState.change({ maximised: isMaximal ? 'none' : of });
      }}
    >
      <Icon name={isMaximal ? 'smaller' : 'larger'} />
    </button>
  );
}
