import {
  acceptCompletion,
  autocompletion,
  insertBracket,
  insertCompletionText,
  pickedCompletion,
  snippet,
  startCompletion,
  type Completion as Option,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { EditorState, Prec, StateEffect, StateField } from '@codemirror/state';
import { keymap, EditorView } from '@codemirror/view';
import type { Completion } from '../../crmscript/complete.ts';
import { editorWords } from '../words/editor-words.ts';
import { askFor, type Ask } from './ask.ts';
import { describeAll } from './description.ts';
import { placeInfo } from './place-info.ts';

/** Says which characters were just inserted that a hand may type all the same, such as the brackets of a call. */
const expectTyped = StateEffect.define<string>();

const expected = StateField.define<string>({
  create: () => '',
  update(value, { effects, docChanged, selection }) {
    const next = effects.find((one) => one.is(expectTyped));
    if (next !== undefined) return next.value;
    return docChanged || selection !== undefined ? '' : value;
  },
});

/** Who types `(` after taking a suggestion that brought its own does not get two. */
const typedOver = [
  expected,
  // Before whatever closes brackets takes the key.
  Prec.highest(
    EditorView.inputHandler.of((view, _from, _to, text) => {
      const left = view.state.field(expected);
      if (text === '' || !left.startsWith(text)) return false;
      view.dispatch({ effects: expectTyped.of(left.slice(text.length)) });
      return true;
    }),
  ),
];

/** Behind these something may be completed while it is typed; elsewhere nobody is asked. */
const invites = /[\w.#"']$/;
/** Behind these only what is known to stand there is offered unasked: numbers with a meaning, and texts such as inputs. */
const invitesKnown = /(?:[(,:]|[=!<>]=|[<>]) ?$/;

/** Inserts the name with its brackets, the cursor between them where there are arguments. */
function insertCall(item: Completion) {
  const text = item.insert ?? item.label;
  return (view: EditorView, option: Option, from: number, to: number) => {
    const called = view.state.sliceDoc(to, to + 1) === '(';
    const empty = item.call === 'empty' && !called;
    const annotations = pickedCompletion.of(option);
    view.dispatch({ ...insertCompletionText(view.state, empty ? `${text}()` : text, from, to), annotations });
    if (called) return;
    if (!empty) view.dispatch(insertBracket(view.state, '(') ?? view.state.replaceSelection('('));
    view.dispatch({ effects: expectTyped.of(empty ? '()' : '(') });
  };
}

/** Inserts what more is to follow, and offers that. */
const insertFirst =
  ({ insert, label }: Completion) =>
  (view: EditorView, option: Option, from: number, to: number) => {
    const annotations = pickedCompletion.of(option);
    view.dispatch({ ...insertCompletionText(view.state, insert ?? label, from, to), annotations });
    startCompletion(view);
  };

/** Takes away what stands before the place as well. */
const insertOver =
  ({ insert, label, before = 0 }: Completion) =>
  (view: EditorView, option: Option, from: number, to: number) => {
    const annotations = pickedCompletion.of(option);
    view.dispatch({ ...insertCompletionText(view.state, insert ?? label, from - before, to), annotations });
  };

function applyOf(item: Completion): Option['apply'] {
  if (item.before !== undefined) return insertOver(item);
  if (item.goesOn === true) return insertFirst(item);
  if (item.template !== undefined) return snippet(item.template);
  if (item.call !== undefined) return insertCall(item);
  return item.insert;
}

/** In the order in which they come, where nothing else tells them apart; what has a number and a name is found by either. */
function optionOf(item: Completion, index: number, byNumber: boolean): Option {
  const { label, kind, detail, about, distance, named } = item;
  const apply = applyOf(item);
  return {
    label: byNumber ? label : (named ?? label),
    type: kind,
    boost: 20 - 6 * distance,
    ...(named !== undefined && { displayLabel: label }),
    ...(isKnown(item) && { sortText: String(index).padStart(5, '0') }),
    ...(detail !== undefined && { detail }),
    ...(apply !== undefined && { apply }),
    ...(about !== undefined && { info: () => describeAll(about) }),
  };
}

const isText = ({ kind }: Completion): boolean => kind === 'text';
const isKnown = ({ kind }: Completion): boolean => kind === 'text' || kind === 'value';
const beginsAsNumber = (text: string): boolean => /^\d/.test(text);
const pointsIn = (text: string): number => text.split('.').length;

async function find(ask: Ask, context: CompletionContext): Promise<CompletionResult | null> {
  const { state, pos, explicit } = context;
  const before = state.sliceDoc(pos - 3, pos);
  const isInvited = explicit || invites.test(before);
  if (!isInvited && !invitesKnown.test(before)) return null;
  const found = await askFor(ask, 'completions', state, pos);
  if (found === null || context.aborted) return null;
  const { from } = found.help;
  const items = isInvited ? found.help.items : found.help.items.filter(isKnown);
  if (items.length === 0) return null;
  const typed = state.sliceDoc(from, pos);
  const byNumber = beginsAsNumber(typed);
  const isOneWord = items.every(isText) ? /^[^"'\n]*$/ : /^\w*$/;
  return {
    from,
    options: items.map((item, index) => optionOf(item, index, byNumber)),
    // Behind a further point stand the columns of another table.
    validFor: (text) =>
      isOneWord.test(text) && pointsIn(text) === pointsIn(typed) && beginsAsNumber(text) === byNumber,
  };
}

const letters: Readonly<Record<Completion['kind'], string>> = {
  variable: 'v',
  parameter: 'p',
  field: 'f',
  method: 'm',
  function: 'ƒ',
  type: 'T',
  enum: 'E',
  member: 'e',
  keyword: 'k',
  text: '“',
  value: '#',
};

function iconOf({ type = 'text' }: Option): Node {
  const icon = document.createElement('i');
  icon.className = `option-kind ${type}`;
  icon.textContent = letters[type as Completion['kind']];
  icon.ariaHidden = 'true';
  return icon;
}

/** Suggestions while typing, and on Ctrl+Space. Enter and Tab take one, Escape closes the list and nothing else. */
export const completion = (ask: Ask) => [
  typedOver,
  Prec.highest(keymap.of([{ key: 'Tab', run: acceptCompletion }])),
  EditorState.phrases.of({ Completions: editorWords.suggestions }),
  autocompletion({
    override: [(context) => find(ask, context)],
    icons: false,
    positionInfo: placeInfo,
    addToOptions: [{ render: iconOf, position: 20 }],
  }),
];
