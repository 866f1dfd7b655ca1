import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useStore } from '../context.ts';

/** Fields that are shut while the window shows an earlier moment, as the composers are: nothing can be written there. */
export function ShutInPast({ children }: { readonly children: ComponentChildren }) {
  const { moment } = useStore();
  const isPast = useComputed(() => moment.value !== null).value;
  return (
    <fieldset class="shut" role="presentation" disabled={isPast}>
      {children}
    </fieldset>
  );
}
