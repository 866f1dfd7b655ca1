import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useStore } from '../context.ts';

type ShutProps = { readonly also?: boolean; readonly children: ComponentChildren };

/** Fields that are shut while the window shows an earlier moment, as the composers are: nothing can be written there. */
export function ShutInPast({ also = false, children }: ShutProps) {
  const { moment } = useStore();
  const isPast = useComputed(() => moment.value !== null).value;
  return (
    <fieldset class="shut" role="presentation" disabled={isPast || also}>
      {children}
    </fieldset>
  );
}
