import type { PortNote } from '../../protocol/port.ts';
import { fileOf } from '../../engine/registration.ts';
import { portSentence } from '../../words/english-port.ts';
import { useShowOnStage, useStore } from '../context.ts';
import { allScripts } from '../names.ts';
import { requireWorld } from '../store/store.ts';
import { portWords as words } from './port-words.ts';

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
  return (
    <section>
      <h3>{title}</h3>
      {hint === undefined ? null : <p class="note">{hint}</p>}
      <ul class="port-notes" aria-label={title}>
        {notes.map((note) => (
          <li key={`${note.file} ${String(note.line)} ${String(note.column)} ${note.code}`}>
            <button
              type="button"
              class="text-button"
              onClick={() => {
                go(note);
              }}
            >
              {words.place(note.file, note.line)}
            </button>
            <span dir="auto">{portSentence({ code: note.code, params: note.params })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
