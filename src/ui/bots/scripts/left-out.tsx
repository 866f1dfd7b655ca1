import { useSending, useShowOnStage, useStore, useWorld } from '../../context.ts';
import { findScript } from '../../../engine/registration.ts';
import { Refusal } from '../../controls/refusal.tsx';
import { requireWorld } from '../../store/store.ts';
import { botWords } from '../../words/bot-words.ts';

/** The scripts that hung and are left out since: which they are, the way there, and the way back (rulings 45). */
export function LeftOut() {
  const names = useWorld(({ leftOut, folders }) =>
    leftOut.map((id) => findScript(folders, id)?.name ?? '').filter((name) => name !== ''),
  );
  const scripts = useWorld(({ leftOut }) => leftOut);
  const store = useStore();
  const show = useShowOnStage();
  const sending = useSending();
  const [first] = scripts;
  /** Saving a script as it is lets it run again. */
  const runAgain = async () => {
    for (const id of scripts) {
      const folder = requireWorld(store).folders.find((one) => findScript([one], id) !== undefined);
      const script = folder?.scripts.find((one) => one.id === id);
      if (folder === undefined || script === undefined) continue;
      await sending.send({ type: 'admin.savesScript', folder: folder.id, script });
    }
  };
  return names.length === 0 || first === undefined ? null : (
    <div class="banner warn" data-testid="left-out">
      <span>{botWords.leftOut(names)}</span>
      <span class="banner-acts">
        <button
          type="button"
          class="plain small"
          onClick={() => {
            show({ script: first, line: 0, column: 0, bottom: 'script', pane: 'bots' });
          }}
        >
          {botWords.openScript}
        </button>
        <button
          type="button"
          class="plain small"
          title={botWords.runAgainHint}
          onClick={() => void runAgain()}
        >
          {botWords.letItRun}
        </button>
      </span>
      <Refusal sending={sending} />
    </div>
  );
}
