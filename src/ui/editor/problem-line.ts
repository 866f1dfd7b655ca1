import { forEachDiagnostic } from '@codemirror/lint';
import { StateEffect, StateField } from '@codemirror/state';
import { showPanel, type EditorView, type Panel } from '@codemirror/view';
import { botWords } from '../words/bot-words.ts';
import { editorWords } from '../words/editor-words.ts';
import { fixHere } from './quick-fix.ts';
import { tabIndents } from './tab-key.ts';

/** The messages of the line that the cursor is on, the nearest first, and whether nothing there is worse than a hint. */
function messages({ state }: EditorView): { readonly found: string; readonly isHint: boolean } {
  const { head } = state.selection.main;
  const line = state.doc.lineAt(head);
  const found: { readonly message: string; readonly far: number }[] = [];
  let isHint = true;
  forEachDiagnostic(state, ({ message, severity }, from, to) => {
    const far = Math.max(0, from - head, head - to) + (severity === 'hint' ? 0.5 : 0);
    if (from > line.to || to < line.from) return;
    found.push({ message, far });
    isHint &&= severity === 'hint';
  });
  const near = found.sort((a, b) => a.far - b.far).map(({ message }) => message);
  return { found: near.join(' · '), isHint };
}

/** What became of what somebody asked for; it stands there until they go on. */
export const sayBelow = StateEffect.define<{ readonly text: string; readonly isProblem: boolean }>();

type SaidBelow = { readonly text: string; readonly isProblem: boolean } | null;

const saidBelow = StateField.define<SaidBelow>({
  create: () => null,
  update: (said, { effects, docChanged, selection }) =>
    effects.find((one) => one.is(sayBelow))?.value ?? (docChanged || selection !== undefined ? null : said),
});

function place({ state }: EditorView): string {
  const { head } = state.selection.main;
  const line = state.doc.lineAt(head);
  return botWords.lineColumn(line.number, head - line.from + 1);
}

/** Squiggles say where, this says what, without a mouse; and which key mends it. */
function panel(view: EditorView, keys: readonly string[]): Panel {
  const dom = document.createElement('div');
  dom.setAttribute('role', 'note');
  dom.className = 'problem-line';
  const key = document.createElement('span');
  key.className = 'problem-fix';
  const text = document.createElement('span');
  dom.append(key, text);
  let hinted = '';
  /** One hint beside the other; those that have no room are left out whole. */
  const hint = (hints: readonly string[]) => {
    const now = hints.join('\n');
    if (now === hinted) return;
    hinted = now;
    text.replaceChildren(
      ...hints.map((one) => Object.assign(document.createElement('span'), { textContent: one })),
    );
  };
  const show = (of: EditorView) => {
    const said = of.state.field(saidBelow);
    const { found, isHint } = said === null ? messages(of) : { found: '', isHint: false };
    const fix = found === '' ? undefined : fixHere(of);
    dom.classList.toggle('found', found !== '' || said?.isProblem === true);
    dom.classList.toggle('hints', found !== '' && isHint);
    key.textContent = fix === undefined ? '' : editorWords.fixKeys(fix.action.name);
    const told = said?.text ?? found;
    text.classList.toggle('key-hints', told === '');
    if (told === '') hint([place(of), ...(tabIndents(of) ? [botWords.leaveEditor] : []), ...keys]);
    else {
      hinted = '';
      text.textContent = told;
    }
    dom.title = said?.text ?? found;
  };
  show(view);
  return {
    dom,
    update: ({ view: of }) => {
      show(of);
    },
  };
}

/** `keys`: what else the keyboard can do here, said while nothing is wrong, as far as there is room. */
export const problemLine = (keys: readonly string[]) => [
  saidBelow,
  showPanel.of((view) => panel(view, keys)),
];
