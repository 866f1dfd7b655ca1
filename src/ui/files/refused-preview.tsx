import { Dialog } from '../controls/dialog.tsx';
import { words as pageWords } from '../words/words.ts';
import { filesWords as words } from '../words/files-words.ts';
import type { PreviewProps } from './open-dialog.tsx';

/** Why something cannot be opened, and where in it. */
export function RefusedPreview({ looked: { problems }, about, onClose }: PreviewProps<'refused'>) {
  return (
    <Dialog
      icon="warn"
      title={words.refusedTitle}
      about={about}
      onClose={onClose}
      footer={
        <button type="button" class="primary" onClick={onClose}>
          {pageWords.close}
        </button>
      }
    >
      <div class="verdict bad" role="alert">
        <ul>
          {problems.map(({ path, message }, index) => (
            <li key={index}>
              {path === '' ? null : <code>{path}</code>} <span dir="auto">{message}</span>
            </li>
          ))}
        </ul>
      </div>
      <p class="note">{words.refused}</p>
    </Dialog>
  );
}
