import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../words/words.ts';
import type { LaterIconName } from './later-icon-names.ts';
import { LaterIcon } from './later-icon.tsx';
import './dialog.css';

type DialogProps = {
  readonly icon: LaterIconName;
  readonly title: ComponentChildren;
  /** What it is about, under the title. */
  readonly about?: ComponentChildren;
  /** What may be done, the primary at the right; left out where the body has its own. */
  readonly footer?: ComponentChildren;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
};

/** One question over the window. Esc closes it, and the focus goes back to where it was. */
export function Dialog({ icon, title, about, footer, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  /** What is closed because it goes need not be told. */
  const isOver = useRef(false);
  const id = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (shown?.open === false) shown.showModal();
    return () => {
      isOver.current = true;
      shown?.close(); // gives the focus back
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      onClose={() => {
        if (!isOver.current) onClose();
      }}
    >
      <header class="dialog-head">
        <LaterIcon name={icon} size={18} />
        <div class="dialog-title">
          <h2 id={id} tabIndex={-1} autofocus dir="auto">
            {title}
          </h2>
          {about === undefined ? null : (
            <p class="note" dir="auto">
              {about}
            </p>
          )}
        </div>
        <button
          type="button"
          class="quiet icon-button"
          aria-label={words.close}
          title={words.close}
          onClick={() => dialog.current?.close()}
        >
          <LaterIcon name="close" size={16} />
        </button>
      </header>
      <div class="dialog-body">{children}</div>
      {footer === undefined ? null : <footer class="dialog-foot">{footer}</footer>}
    </dialog>
  );
}
