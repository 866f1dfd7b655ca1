import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

const phone = '(max-width: 560px)';

/** What a finger can hit, in pixels. */
const finger = 44;

/** How high every row of a list is, in pixels: `desk`, as the styles have it, or on a phone what a finger can hit or more. */
export function useRowHeight(desk: number, onPhone = finger): number {
  const isPhone = useSignal(matchMedia(phone).matches);
  useEffect(() => {
    const media = matchMedia(phone);
    const changed = () => {
      isPhone.value = media.matches;
    };
    media.addEventListener('change', changed);
    return () => {
      media.removeEventListener('change', changed);
    };
  }, [isPhone]);
  return isPhone.value ? onPhone : desk;
}
