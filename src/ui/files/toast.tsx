import { useEffect } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { filesWords as words } from '../words/files-words.ts';

/** How long it is told that something went well. */
const lasting = 6000;

/** What came of saving. What went wrong stays until it is put away. */
export function Toast() {
  const { files } = useAppContext();
  const said = files.said.value;
  const isPassing = said?.bad === false;
  useEffect(() => {
    if (!isPassing) return undefined;
    const timer = setTimeout(() => {
      if (files.said.peek() === said) files.said.value = null;
    }, lasting);
    return () => {
      clearTimeout(timer);
    };
  }, [said, isPassing, files]);
  // There from the start: what appears together with its region is not read out.
  return (
    <div class="toast-place" role={said?.bad === true ? 'alert' : 'status'}>
      {said === null ? null : (
        <div class={said.bad ? 'toast bad' : 'toast'}>
          <LaterIcon name={said.bad ? 'warn' : 'done'} size={16} />
          <span dir="auto">{said.text}</span>
          <button
            type="button"
            class="quiet icon-button"
            aria-label={words.dismiss}
            title={words.dismiss}
            onClick={() => {
              files.said.value = null;
            }}
          >
            <LaterIcon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
