import { useSignal } from '@preact/signals';
import type { Folder } from '../../engine/definition.ts';
import type { Ported, PortedScript } from '../../protocol/port.ts';
import { useSending, useShowOnStage, useAppContext, useWorld } from '../context.ts';
import { allScripts } from '../names.ts';
import { Dialog } from '../controls/dialog.tsx';
import { Refusal } from '../controls/refusal.tsx';
import { requireWorld } from '../store/store.ts';
import { ComparedView } from '../compare/compared-view.tsx';
import './port.css';
import { PortNotes } from './port-notes.tsx';
import { portOf } from './port-state.ts';
import { portWords as words } from '../words/port-words.ts';
import { usePort, type Outcome } from './use-port.ts';

/** Makes a second folder in TypeScript of a bot, says what is left to be done, and compares the two. */
export function PortDialog() {
  const { files, store } = useAppContext();
  const about = portOf.value;
  const folder = useWorld((world) => world.folders.find(({ id }) => id === about.folder));
  const conversed = useWorld((world) => world.sessions.length > 0);
  const made = useWorld((world) => newest(world.folders, folder?.name ?? ''));
  const { ported, compared, compare } = usePort(about);
  const sending = useSending();
  const showOnStage = useShowOnStage();
  const madeNow = useSignal('');
  const close = () => {
    files.shows.value = 'nothing';
  };
  const done = ported !== null && typeof ported !== 'string' ? ported : null;
  const name = freeName(
    useWorld((world) => world.folders),
    folder?.name ?? '',
  );
  const make = async () => {
    if (done === null) return;
    const first = Math.max(0, ...allScripts(requireWorld(store)).map(({ script }) => script.id)) + 1;
    const scripts = done.scripts.map(({ name: own, includeName, source }, index) => ({
      id: first + index,
      name: own,
      includeName,
      source,
      language: 'javascript' as const,
    }));
    if (await sending.send({ type: 'admin.savesFolder', folder: { name, scripts } })) madeNow.value = name;
  };
  const open = (target: Folder) => {
    close();
    showOnStage({ script: target.scripts[0]?.id ?? 0, line: 0, column: 0, bottom: 'script' });
  };
  const isMade = madeNow.value !== '' && made?.name === madeNow.value;
  return (
    <Dialog
      icon="script"
      title={words.title}
      about={words.about(scriptName(folder, about.script))}
      onClose={close}
      footer={
        <>
          <button
            type="button"
            class="plain"
            disabled={done === null || done.scripts.length === 0 || compared === null || !conversed}
            onClick={() => {
              compare(made);
            }}
          >
            {words.compare}
          </button>
          {isMade ? (
            <button
              type="button"
              class="primary"
              onClick={() => {
                open(made);
              }}
            >
              {words.open}
            </button>
          ) : (
            <button
              type="button"
              class="primary"
              disabled={done === null || done.scripts.length === 0}
              onClick={() => void make()}
            >
              {words.make(name)}
            </button>
          )}
        </>
      }
    >
      <Result ported={ported} close={close} />
      {isMade ? <p role="status">{words.made(madeNow.value)}</p> : null}
      <Refusal sending={sending} />
      {done === null || done.scripts.length === 0 ? null : (
        <section>
          <h3>{words.compare}</h3>
          <p class="note">
            {conversed ? words.compareHint : words.noConversation}
            {conversed && made !== undefined ? ` ${words.existing(made.name)}` : ''}
          </p>
          {compared === undefined ? null : compared === null ? (
            <p role="status">{words.comparing}</p>
          ) : typeof compared === 'string' ? (
            <p role="alert">{troubles[compared]}</p>
          ) : (
            <ComparedView compared={compared} sides={[words.original, words.port]} />
          )}
        </section>
      )}
    </Dialog>
  );
}

const troubles = { slow: words.slow, stopped: words.broken, broken: words.broken, lost: words.lost };

function Result({ ported, close }: { readonly ported: Outcome<Ported>; readonly close: () => void }) {
  if (ported === null) return <p role="status">{words.working}</p>;
  if (typeof ported === 'string') return <p role="alert">{troubles[ported]}</p>;
  const { scripts, notes } = ported;
  const missing = notes.filter(({ kind }) => kind === 'missing');
  const differs = notes.filter(({ kind }) => kind === 'differs');
  const own = scripts.filter(({ of }) => of !== undefined);
  return (
    <>
      <p role="status">
        {own.length === 0 ? words.nothing : words.counts(own.length, missing.length, differs.length)}
      </p>
      <PortNotes notes={missing} title={words.missing} hint={words.missingHint} close={close} />
      <PortNotes notes={differs} title={words.differs} close={close} />
      {own.length === 0 ? null : (
        <section>
          <h3>{words.texts}</h3>
          {scripts.map((script) => (
            <ScriptText key={script.name} script={script} />
          ))}
        </section>
      )}
    </>
  );
}

const ScriptText = ({ script }: { readonly script: PortedScript }) => (
  <details class="port-text">
    <summary>
      {script.name}
      {script.of === undefined ? <small> {words.helpers}</small> : null}
    </summary>
    <pre tabIndex={0}>{script.source}</pre>
  </details>
);

const scriptName = (folder: Folder | undefined, script: number): string =>
  (script === 0 ? folder?.name : folder?.scripts.find(({ id }) => id === script)?.name) ?? '';

/** The newest folder that was made of one by porting it. */
function newest(folders: readonly Folder[], of: string): Folder | undefined {
  const start = words.folderName(of);
  return folders.findLast(
    ({ name }) =>
      name === start || (name.startsWith(`${start} `) && /^\d+$/.test(name.slice(start.length + 1))),
  );
}

/** A name for the folder that no other one has. */
function freeName(folders: readonly Folder[], of: string): string {
  const taken = new Set(folders.map(({ name }) => name.toLowerCase()));
  const start = words.folderName(of);
  let name = start;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${start} ${String(n)}`;
  return name;
}
