import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useStore } from '../context.ts';

type ShutProps = { readonly also?: boolean; readonly children: ComponentChildren };

/** Fields that are shut while the window shows an earlier moment, as the composers are: nothing can be written there. */
export function ShutInPast({ also = false, children }: ShutProps) {
  const { moment } = useStore();
  const isShut = useComputed(() => moment.value !== null).value || also;
  // Where nothing in it takes the focus, it does itself, so that what is longer than its place can be read by keyboard.
  return (
    <fieldset
      class="shut"
      {...(isShut ? { role: 'group', tabIndex: 0 } : { role: 'presentation' })}
      disabled={isShut}
    >
      {children}
    </fieldset>
  );
}
