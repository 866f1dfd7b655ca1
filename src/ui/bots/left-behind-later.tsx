import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { LeftBehindProps } from '../settings/things/left-behind-note.tsx';

/** What a deletion would leave behind, fetched when a menu that offers it is opened. */
export function LeftBehindLater(props: LeftBehindProps) {
  const part = useSignal<{ readonly Note: ComponentType<LeftBehindProps> } | null>(null);
  useEffect(() => {
    import('../settings/things/left-behind-note.tsx').then(
      ({ LeftBehindNote }) => {
        part.value = { Note: LeftBehindNote };
      },
      () => undefined,
    );
  }, [part]);
  return part.value === null ? null : <part.value.Note {...props} />;
}
