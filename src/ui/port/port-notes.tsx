import type { PortNote } from '../../protocol/port.ts';
import { fileOf } from '../../engine/registration.ts';
import { portReason, portSubject } from '../../words/english-port.ts';
import { useShowOnStage, useStore } from '../context.ts';
import { allScripts } from '../names.ts';
import { requireWorld } from '../store/store.ts';
import { portWords as words } from '../words/port-words.ts';

type PortNotesProps = {
  readonly notes: readonly PortNote[];
  readonly title: string;
  readonly hint?: string;
  readonly close: () => void;
};

/** Lines of scripts with what is to be said about them, each with the way to it. */
export function PortNotes({ notes, title, hint, close }: PortNotesProps) {
  const store = useStore();
  const show = useShowOnStage();
  if (notes.length === 0) return null;
  const go = ({ file, line, column }: PortNote) => {
    const found = allScripts(requireWorld(store)).find(({ script }) => fileOf(script) === file);
    close();
    if (found !== undefined) show({ script: found.script.id, line, column, bottom: 'script' });
  };
  const codes = [...new Set(notes.map(({ code }) => code))];
  return (
    <section>
      <h3>{title}</h3>
      {hint === undefined ? null : <p class="note">{hint}</p>}
      {codes.map((code) => (
        <div key={code} class="port-group">
          <p>{portReason(code)}</p>
          <ul class="port-notes" aria-label={portReason(code)}>
            {notes
              .filter((note) => note.code === code)
              .map((note) => (
                <li key={`${note.file} ${String(note.line)} ${String(note.column)}`}>
                  <button
                    type="button"
                    class="text-button"
                    onClick={() => {
                      go(note);
                    }}
                  >
                    {words.place(note.file, note.line)}
                  </button>
                  <code dir="auto">{portSubject(note)}</code>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
