import {
  acceptCompletion,
  autocompletion,
  insertBracket,
  insertCompletionText,
  pickedCompletion,
  snippet,
  type Completion as Option,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { EditorState, Prec } from '@codemirror/state';
import { keymap, type EditorView } from '@codemirror/view';
import type { Completion } from '../../crmscript/complete.ts';
import { words } from '../words.ts';
import { askFor, type Ask } from './ask.ts';
import { describeAll } from './description.ts';
import { placeInfo } from './place-info.ts';
import { expectTyped, typedOver } from './typed-over.ts';

/** Behind these something may be completed while it is typed; elsewhere nobody is asked. */
const invites = /[\w.#"']/;

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

function applyOf(item: Completion): Option['apply'] {
  if (item.template !== undefined) return snippet(item.template);
  if (item.call !== undefined) return insertCall(item);
  return item.insert;
}

function optionOf(item: Completion): Option {
  const { label, kind, detail, about, distance } = item;
  const apply = applyOf(item);
  return {
    label,
    type: kind,
    boost: 20 - 6 * distance,
    ...(detail !== undefined && { detail }),
    ...(apply !== undefined && { apply }),
    ...(about !== undefined && { info: () => describeAll(about) }),
  };
}

const isText = ({ kind }: Completion): boolean => kind === 'text';

async function find(ask: Ask, context: CompletionContext): Promise<CompletionResult | null> {
  const { state, pos, explicit } = context;
  if (!explicit && !invites.test(state.sliceDoc(pos - 1, pos))) return null;
  const found = await askFor(ask, 'completions', state, pos);
  if (found === null || context.aborted) return null;
  const { from, items } = found.help;
  return { from, options: items.map(optionOf), validFor: items.every(isText) ? /^[^"'\n]*$/ : /^\w*$/ };
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
  EditorState.phrases.of({ Completions: words.suggestions }),
  autocompletion({
    override: [(context) => find(ask, context)],
    icons: false,
    positionInfo: placeInfo,
    addToOptions: [{ render: iconOf, position: 20 }],
  }),
];
