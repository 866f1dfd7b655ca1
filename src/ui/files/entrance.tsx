import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useSurroundings } from '../context.ts';
import { LaterIcon } from '../parts/later-icon.tsx';
import './entrance.css';
import { filesWords as words } from './files-words.ts';
import { hearFiles } from './hear-files.ts';
import { Toast } from './toast.tsx';

/** The ways into the page besides its buttons: what shows that files can be dropped, and what came of saving. */
export function Entrance() {
  const { files } = useSurroundings();
  const drags = useSignal(false);
  useEffect(() => hearFiles(files, drags), [files, drags]);
  return (
    <>
      {drags.value ? (
        <div class="drop-hint" role="status">
          <div>
            <LaterIcon name="open" size={18} />
            <b>{words.drop}</b>
            <span class="note">{words.dropHint}</span>
          </div>
        </div>
      ) : null}
      <Toast />
    </>
  );
}
