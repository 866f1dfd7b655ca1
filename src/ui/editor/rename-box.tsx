import { StateEffect, StateField, type EditorState } from '@codemirror/state';
import { closeHoverTooltips, EditorView, keymap, showTooltip, type Tooltip } from '@codemirror/view';
import { useSignal } from '@preact/signals';
import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ScriptQueries, RenamePreview } from '../look/script-queries.ts';
import { lookWords } from '../words/look-words.ts';

type Named = { readonly kind: 'name'; readonly start: number; readonly end: number; readonly name: string };
type Asked = Named | { readonly kind: 'refused'; readonly start: number; readonly says: string };

const showBox = StateEffect.define<Tooltip | null>();

const box = StateField.define<Tooltip | null>({
  create: () => null,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(showBox)) return effect.value;
    // The name may have moved, or the cursor is elsewhere: the box closes.
    return transaction.docChanged || transaction.selection !== undefined ? null : value;
  },
  provide: (of) => showTooltip.from(of),
});

/** Whether the box is open: then nothing else may cover the name that it stands at. */
export const asksForName = (state: EditorState): boolean => (state.field(box, false) ?? null) !== null;

function close(view: EditorView): boolean {
  if (!asksForName(view.state)) return false;
  view.dispatch({ effects: showBox.of(null) });
  view.focus();
  return true;
}

/** How long nobody may have typed before it is looked up what the new name would change, in milliseconds. */
const lookAfter = 150;

function RenameBox({
  looks,
  view,
  of,
}: {
  readonly looks: ScriptQueries;
  readonly view: EditorView;
  readonly of: Named;
}) {
  const name = useSignal(of.name);
  const found = useSignal<{ readonly name: string; readonly preview: RenamePreview } | null>(null);
  const refused = useSignal('');
  const busy = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const source = view.state.doc.toString();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const look = async (wanted: string) => {
    const preview = await looks.preview(source, of.start, wanted);
    const isSuperseded = preview.says === '';
    if (name.peek() === wanted && !isSuperseded) found.value = { name: wanted, preview };
    return preview;
  };
  useEffect(() => {
    field.current?.select();
    field.current?.focus();
  }, []);
  useEffect(() => {
    timer.current = setTimeout(() => void look(name.value), lookAfter);
    return () => {
      clearTimeout(timer.current);
    };
    // The place and the text stay as long as the box does.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [name.value]);
  const apply = async () => {
    if (busy.value) return;
    busy.value = true;
    clearTimeout(timer.current);
    const known = found.value;
    const preview = known?.name === name.value ? known.preview : await look(name.value);
    const why = preview.kind === 'ready' ? await preview.apply() : preview.says;
    busy.value = false;
    if (why !== '') refused.value = why;
    else if (preview.kind === 'ready') close(view);
  };
  const known = found.value?.name === name.value ? found.value.preview : undefined;
  const bad = refused.value !== '' ? refused.value : known?.kind === 'refused' ? known.says : '';
  return (
    <>
      <div class="rename-row">
        <input
          ref={field}
          class="find-field"
          aria-label={lookWords.newName(of.name)}
          aria-describedby="rename-says"
          aria-invalid={bad !== ''}
          spellcheck={false}
          autocomplete="off"
          maxLength={200}
          value={name.value}
          onInput={(event) => {
            refused.value = '';
            name.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing) void apply();
            else if (event.key === 'Escape') close(view);
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
        <button
          type="button"
          class="find-word"
          aria-disabled={busy.value || bad !== ''}
          onClick={() => void apply()}
        >
          {lookWords.rename}
        </button>
      </div>
      <p id="rename-says" class={bad === '' ? 'rename-says' : 'rename-says bad'} role="status">
        {bad !== '' ? bad : known?.kind === 'ready' ? known.says : lookWords.looking}
      </p>
      {bad === '' && known?.kind === 'ready'
        ? known.notes.map((note) => (
            <p key={note} class="rename-note">
              {note}
            </p>
          ))
        : null}
    </>
  );
}

const boxOf = (looks: ScriptQueries, asked: Asked): Tooltip => ({
  pos: asked.start,
  above: false,
  create: (view) => {
    const dom = document.createElement('div');
    dom.className = asked.kind === 'name' ? 'cm-rename' : 'cm-rename is-said';
    if (asked.kind === 'name') render(<RenameBox looks={looks} view={view} of={asked} />, dom);
    else render(<p class="rename-says bad">{asked.says}</p>, dom);
    return {
      dom,
      destroy: () => {
        render(null, dom);
      },
    };
  },
});

/** Says something at a place, until anything is done. */
export function sayAt(looks: ScriptQueries, view: EditorView, start: number, says: string): void {
  view.dispatch({
    effects: [
      closeHoverTooltips,
      showBox.of(boxOf(looks, { kind: 'refused', start, says })),
      EditorView.announce.of(says),
    ],
  });
}

/** Says something to who cannot see that it is done, and closes what was said before. */
export function sayInstead(view: EditorView, says: string): void {
  view.dispatch({ effects: [showBox.of(null), EditorView.announce.of(says)] });
}

/** Asks for another name of what stands at the cursor, there. */
export async function askForName(looks: ScriptQueries, view: EditorView): Promise<void> {
  const { doc, selection } = view.state;
  const { head } = selection.main;
  const found = await looks.nameAt(doc.toString(), head);
  if (view.state.doc !== doc || !view.dom.isConnected) return;
  if (found.kind === 'refused') {
    if (found.says !== '') sayAt(looks, view, head, found.says);
  } else view.dispatch({ effects: [closeHoverTooltips, showBox.of(boxOf(looks, found))] });
}

/** F2 changes a name wherever it means the same. */
export const renameBox = (looks: ScriptQueries) => [
  box,
  keymap.of([
    {
      key: 'F2',
      preventDefault: true,
      run: (view) => {
        void askForName(looks, view);
        return true;
      },
    },
    { key: 'Escape', run: close },
  ]),
];
