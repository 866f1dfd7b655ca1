import type { Diagnostic } from '../../crmscript/diagnostic.ts';
import { useSending, useAppContext, useWorld } from '../context.ts';
import { readEdit, written } from '../edits/edit.ts';
import { hrefOf } from '../frame/router.ts';
import { Refusal } from '../controls/refusal.tsx';
import { chooseEvent } from '../select-event.ts';
import { sentence } from '../sentence.ts';
import { useUndoable } from '../undo/use-undoable.ts';
import { withFolder } from '../bots/scripts/last-known.ts';
import { olderSource, scriptDraftKey } from '../bots/folders/script-names.ts';
import { requireWorld } from '../store/store.ts';
import { words } from '../words/words.ts';
import { ignoredOf } from './ignored.ts';
import type { ProblemRow } from './problems-list.ts';
import { problemsWords } from '../words/problems-words.ts';
import { remedyOf, type Remedy } from './remedies.ts';
import { Rule } from './rule.tsx';

/** A problem: what it is, where, and what can be done about it. */
export function Problem({ row }: { readonly row: ProblemRow }) {
  const { store, windowState } = useAppContext();
  const sending = useSending();
  const { name, line, column, script, severity, rule } = row;
  const text = row.from === 'check' ? row.found.message : sentence(row.hint.hint);
  const go = () => {
    windowState.change({ script, line: Math.max(1, line), column, bottom: 'script' });
  };
  return (
    <li class={`problem ${severity}`}>
      <button type="button" class={`line-button ${severity}`} onClick={go}>
        <span class="line-text">{text}</span>
        <span class="line-place">{words.place(name, Math.max(1, line), column)}</span>
      </button>
      {severity === 'hint' ? (
        <span class="problem-acts">
          {rule === undefined ? null : <Rule rule={rule} />}
          {row.from === 'runs' ? <SeenAt row={row} /> : <Fix row={row} />}
          <Remedies row={row} sending={sending} />
          <button
            type="button"
            class="quiet small"
            title={problemsWords.ignoreHint}
            onClick={() => {
              ignoredOf(store).ignore(row.key);
            }}
          >
            {problemsWords.ignore}
          </button>
        </span>
      ) : null}
      <Refusal sending={sending} />
    </li>
  );
}

/** The last event that showed it, and how often it was seen. */
function SeenAt({ row }: { readonly row: ProblemRow & { readonly from: 'runs' } }) {
  const { store, windowState } = useAppContext();
  const { seq } = row.hint;
  return (
    <>
      <span class="note">{problemsWords.times(row.times)}</span>
      <button
        type="button"
        class="plain small"
        title={problemsWords.eventHint}
        onClick={() => {
          const events = store.events.peek();
          const event = events[seq - (events[0]?.seq ?? 1)];
          if (event !== undefined) chooseEvent({ store, windowState }, event);
          windowState.change({ pane: 'timeline' });
        }}
      >
        {problemsWords.event(seq)}
      </button>
    </>
  );
}

type Fixed = NonNullable<Diagnostic['fix']>;

/** What mends it in the text: written into the editor, to be looked at and saved. */
function Fix({ row }: { readonly row: ProblemRow & { readonly from: 'check' } }) {
  const { store, windowState } = useAppContext();
  const { script, source, found } = row;
  if (found.fix === undefined) return null;
  const mend = ({ start, end, text }: Fixed) => {
    const stored = withFolder(requireWorld(store), script)?.script.source ?? null;
    const edit = readEdit(store.draft(scriptDraftKey(script)), olderSource);
    // It is about a text that somebody may have gone on with since.
    if ((edit?.mine ?? stored) === source) {
      const next = source.slice(0, start) + text + source.slice(end);
      store.keepDraft(scriptDraftKey(script), written(edit, next, stored));
    }
    windowState.change({ script, line: row.line, column: row.column, bottom: 'script' });
  };
  const { fix } = found;
  return (
    <button
      type="button"
      class="plain small"
      title={problemsWords.fixed}
      onClick={() => {
        mend(fix);
      }}
    >
      {fix.label}
    </button>
  );
}

type RemediesProps = { readonly row: ProblemRow; readonly sending: ReturnType<typeof useSending> };

function Remedies({ row, sending }: RemediesProps) {
  const send = useUndoable(sending);
  const { store } = useAppContext();
  const said = row.from === 'check' ? row.found : row.hint.hint;
  const remedy = useWorld(() => JSON.stringify(remedyOf(said as Diagnostic) ?? null));
  const found = JSON.parse(remedy) as Remedy | null;
  if (found === null) return null;
  const { remedies } = problemsWords;
  if (found.kind === 'register') {
    return (
      <button
        type="button"
        class="plain small"
        aria-disabled={sending.pending}
        onClick={() => void sending.send({ type: 'admin.registersBot', channel: found.channel })}
      >
        {remedies.register}
      </button>
    );
  }
  if (found.kind === 'rename') {
    const rename = async () => {
      const there = withFolder(requireWorld(store), row.script);
      if (there === undefined) return;
      const { folder, script } = there;
      const input = {
        type: 'admin.savesScript',
        folder: folder.id,
        script: { ...script, name: found.name },
      } as const;
      await send(input, problemsWords.renamed(script.name, found.name));
    };
    return (
      <button type="button" class="plain small" aria-disabled={sending.pending} onClick={() => void rename()}>
        {remedies.rename(found.name)}
      </button>
    );
  }
  return (
    <a class="problem-link" href={hrefOf(found.path)}>
      {found.kind === 'channel' ? remedies.channel(found.name) : remedies[found.kind]}
    </a>
  );
}
