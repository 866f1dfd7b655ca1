import { useAppContext } from '../context.ts';
import { Icon } from '../controls/icon.tsx';
import { Later } from '../controls/later.tsx';
import { words } from '../words/words.ts';
import { whenIdle } from '../when-idle.ts';
import { saveScenario } from './files-host.tsx';

const marks = () =>
  new Promise<void>(whenIdle).then(() => import('./top-marks.tsx')).then(({ TopMarks }) => TopMarks);

/** What is done with a workspace as a whole: it is kept in a file, or given to somebody. */
export function FileButtons() {
  const context = useAppContext();
  const { files } = context;
  return (
    <>
      <Later load={marks} />
      <button
        type="button"
        class="quiet file-test"
        aria-label={words.saveTest}
        title={words.saveTest}
        onClick={() => {
          files.shows.value = 'saveTest';
        }}
      >
        <Icon name="tests" /> {words.saveTest}
      </button>
      <button
        type="button"
        class="quiet file-save"
        aria-label={words.saveAll}
        title={words.saveAll}
        aria-keyshortcuts="Control+Shift+S"
        onClick={() => {
          saveScenario(context);
        }}
      >
        <Icon name="save" /> {words.saveScenario}
      </button>
      <button
        type="button"
        class="primary file-share"
        onClick={() => {
          files.shows.value = 'share';
        }}
      >
        <Icon name="share" /> {words.share}
      </button>
    </>
  );
}
