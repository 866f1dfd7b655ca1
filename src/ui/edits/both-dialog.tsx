import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from '../controls/icon.tsx';
import { words } from '../words/words.ts';
import { BothTexts } from './both-texts.tsx';
import { meanwhileWords } from '../words/meanwhile-words.ts';
import './meanwhile.css';

type BothDialogProps = {
  readonly what: string;
  readonly theirs: string;
  readonly mine: string;
  readonly onKeep: () => void;
  readonly onTake: () => void;
  readonly onClose: () => void;
};

/** Both texts with the height of the window: beside an editor, or in a form, a few lines of them would be seen. */
export function BothDialog({ what, theirs, mine, onKeep, onTake, onClose }: BothDialogProps) {
  const said = meanwhileWords;
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const choose = (act: () => void) => () => {
    dialog.current?.close(); // which gives the focus back before what had it may be gone
    act();
  };
  return (
    <dialog
      ref={dialog}
      class="both-dialog"
      aria-labelledby={title}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) dialog.current?.close();
      }}
    >
      <header>
        <h3 id={title}>{said.bothOf(what)}</h3>
        <button
          type="button"
          class="quiet icon-button"
          aria-label={words.close}
          title={words.close}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </header>
      <BothTexts theirs={theirs} mine={mine} />
      <footer>
        <button type="button" class="plain" title={said.takeHint} onClick={choose(onTake)}>
          {said.take}
        </button>
        <button type="button" class="plain" title={said.keepHint} onClick={choose(onKeep)}>
          {said.keep}
        </button>
      </footer>
    </dialog>
  );
}
