import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isTyping } from '../frame/is-typing.ts';
import { shownKeys } from './keys.ts';

/** How long a press stays on the screen, in milliseconds. */
const lasting = 1800;

/** The last keys that were pressed, large enough for the last row. */
export function KeysShown() {
  const pressed = useSignal<readonly { readonly id: number; readonly keys: readonly string[] }[]>([]);
  useEffect(() => {
    let id = 0;
    const hear = (event: KeyboardEvent) => {
      const keys = shownKeys(event, isTyping(event));
      if (keys.length === 0 || event.repeat) return;
      const mine = (id += 1);
      pressed.value = [...pressed.peek().slice(-3), { id: mine, keys }];
      setTimeout(() => {
        pressed.value = pressed.peek().filter((one) => one.id !== mine);
      }, lasting);
    };
    addEventListener('keydown', hear, { capture: true });
    return () => {
      removeEventListener('keydown', hear, { capture: true });
    };
  }, [pressed]);
  return (
    <div class="presenter-keys" aria-hidden="true">
      {pressed.value.map(({ id, keys }) => (
        <span key={id}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      ))}
    </div>
  );
}
