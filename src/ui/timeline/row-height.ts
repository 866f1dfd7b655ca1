import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

const phone = '(max-width: 560px)';

/** As styles/timeline.css has it: a line of text, and what a finger can hit on a phone. */
const heightOf = (isPhone: boolean): number => (isPhone ? 44 : 26);

/** How high every row of the timeline is, in pixels; changes with the window. */
export function useRowHeight(): number {
  const height = useSignal(heightOf(matchMedia(phone).matches));
  useEffect(() => {
    const media = matchMedia(phone);
    const changed = () => {
      height.value = heightOf(media.matches);
    };
    media.addEventListener('change', changed);
    return () => {
      media.removeEventListener('change', changed);
    };
  }, [height]);
  return height.value;
}
