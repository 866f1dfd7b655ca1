import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { menuItems } from '../controls/menu-items.tsx';
import { Popover } from '../controls/popover.tsx';
import { SureItem } from '../controls/sure-button.tsx';
import { download } from '../files/writing.ts';
import { scriptFolderWords as words } from '../words/script-folder-words.ts';
import { linkOf, type ScriptFolderLink } from './link.ts';
import { openFolder, openWords } from './open-folder.ts';
import { pickZip } from './pick-folder.ts';
import './script-folders.css';

/** The folder of files that the scripts above go with: how it stands, and the way to what differs. Nothing where there is none. */
export function FolderFoot() {
  const context = useAppContext();
  const link = linkOf(context);
  const state = link.state.value;
  if (state.kind === 'none') return null;
  return (
    <section class="folder-foot" aria-label={words.title}>
      <header>
        <LaterIcon name="folder" size={14} />
        <span class="folder-foot-name" dir="auto" title={state.name}>
          {state.name}
        </span>
        <SyncStatus link={link} />
        <FolderMenu link={link} name={state.name} />
      </header>
      {state.kind === 'asks' ? (
        <button type="button" class="plain small" title={words.asks} onClick={() => void link.askAgain()}>
          {words.askAgain}
        </button>
      ) : null}
      {state.kind === 'lost' ? (
        <p class="note" role="alert">
          {words.troubles[state.why]}
        </p>
      ) : null}
    </section>
  );
}

function SyncStatus({ link }: { readonly link: ScriptFolderLink }) {
  const { files } = useAppContext();
  const state = link.state.value;
  if (state.kind === 'reading') return <small role="status">{words.reading}</small>;
  if (state.kind !== 'open') return <LaterIcon name="warn" size={14} />;
  const differing = link.rows.value.filter(({ kind }) => kind !== 'same');
  const conflicts = differing.filter(({ kind }) => kind === 'changedBoth').length;
  if (differing.length === 0) {
    return (
      <span class="folder-foot-same" role="img" aria-label={words.same} title={words.same}>
        <LaterIcon name="done" size={14} />
      </span>
    );
  }
  const said = conflicts > 0 ? words.conflicts(conflicts) : words.changes(differing.length);
  return (
    <button
      type="button"
      class={conflicts > 0 ? 'plain small both' : 'plain small'}
      aria-label={`${said}. ${words.show}`}
      title={`${said}. ${words.show}`}
      onClick={() => {
        files.shows.value = 'scriptFolder';
      }}
    >
      {conflicts > 0 ? <LaterIcon name="warn" size={13} /> : null} {differing.length}
    </button>
  );
}

type FolderMenuProps = {
  readonly link: ScriptFolderLink;
  readonly name: string;
};

function FolderMenu({ link, name }: FolderMenuProps) {
  const context = useAppContext();
  const { files } = context;
  const state = link.state.value;
  const isZip = state.kind === 'open' && state.isZip;
  const saveZip = () => {
    const bytes = link.packed();
    if (bytes === undefined) return;
    download(`${name}.zip`, bytes, 'application/zip');
    files.said.value = { text: words.zipSaved(`${name}.zip`), bad: false };
  };
  const newerZip = () =>
    void pickZip().then(({ at }) => {
      void link.renew(at);
    });
  return (
    <Popover
      label={<LaterIcon name="more" size={14} />}
      name={words.more(name)}
      title={words.more(name)}
      class="quiet icon-button small"
    >
      {(close) => {
        const item = menuItems(close);
        return (
          <>
            {item(
              words.compare,
              () => {
                files.shows.value = 'scriptFolder';
              },
              state.kind !== 'open',
            )}
            {isZip ? item(words.saveZip, saveZip) : null}
            {isZip ? item(words.newerZip, newerZip) : null}
            {item(openWords(), () => void openFolder(context))}
            <SureItem
              label={words.forget}
              sure={words.forgetSure}
              hint=""
              onSure={() => {
                close();
                void link.bind(null, '');
              }}
            />
          </>
        );
      }}
    </Popover>
  );
}
