import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { Popover } from '../controls/popover.tsx';
import { hrefOf } from '../frame/router.ts';
import type { FilesClient } from '../files-client.ts';
import { present } from '../presenter/present.tsx';
import { wallWords as words } from '../words/wall-words.ts';
import { AddMenu } from './add-menu.tsx';
import { trustOf } from './grid.ts';
import { saveTable } from './save-table.ts';
import type { WallState } from './wall-state.ts';

/** What it is the wall of, how far what hangs there can be trusted, and what can be done with the whole of it. */
export function WallHead({ wall, files }: { readonly wall: WallState; readonly files: FilesClient }) {
  const app = useAppContext();
  const rows = wall.rows.value;
  const { verified, differs, unverified } = trustOf(rows);
  return (
    <header class="wall-head">
      <h2>{words.title}</h2>
      <a class="wall-of" dir="auto" title={words.toCourse} href={hrefOf(['lessons', wall.course.id])}>
        {wall.course.title}
      </a>
      {verified === 0 ? null : (
        <span class="badge good" title={words.verifiedWhy}>
          <LaterIcon name="good" size={13} /> {words.verified(verified)}
        </span>
      )}
      {differs === 0 ? null : (
        <span class="badge warn" title={words.differsWhy}>
          <LaterIcon name="warn" size={13} /> {words.differs(differs)}
        </span>
      )}
      {unverified === 0 ? null : (
        <span class="badge" title={words.unverifiedWhy}>
          <LaterIcon name="unknown" size={13} /> {words.unverified(unverified)}
        </span>
      )}
      <span class="push" />
      <div class="wall-acts">
        <label class="wall-hide" title={words.hideHelp}>
          <button
            type="button"
            role="switch"
            class="switch"
            aria-checked={wall.hidesNames.value}
            onClick={() => {
              wall.hidesNames.value = !wall.hidesNames.peek();
            }}
          />
          {words.hideNames}
        </label>
        <button
          type="button"
          class="plain"
          title={words.csvHint}
          aria-disabled={rows.length === 0}
          onClick={() => {
            if (rows.length > 0) void saveTable(app, wall, files);
          }}
        >
          <LaterIcon name="download" /> {words.csv}
        </button>
        <button
          type="button"
          class="plain"
          onClick={() => {
            present(app, words.label(wall.course.title));
          }}
        >
          <LaterIcon name="present" /> {words.present}
        </button>
        <Popover
          class={rows.length === 0 ? 'plain' : 'primary'}
          label={
            <>
              <LaterIcon name="addFile" /> {words.add}
            </>
          }
          name={words.add}
        >
          {(close) => <AddMenu wall={wall} close={close} />}
        </Popover>
      </div>
    </header>
  );
}
