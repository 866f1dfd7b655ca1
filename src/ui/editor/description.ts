import type { Description } from '../../crmscript/complete.ts';
import { editorWords } from '../words/editor-words.ts';

/** An overload that is not meant has its signature alone; of a call that is being written, the argument at hand stands out. */
type Emphasis = { readonly active: boolean; readonly argument: number };

function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function signatureOf({ signature, parameters }: Description, argument: number): HTMLElement {
  const dom = element('code', 'help-signature');
  const place = parameters[argument];
  if (place === undefined) {
    dom.textContent = signature;
    return dom;
  }
  const [from, to] = place;
  dom.append(signature.slice(0, from), element('strong', '', signature.slice(from, to)), signature.slice(to));
  return dom;
}

function about(description: Description, { active, argument }: Emphasis): HTMLElement {
  const { notes, doc, declared, values } = description;
  const dom = element('div', active ? 'help-entry' : 'help-entry other');
  dom.append(signatureOf(description, active ? argument : -1));
  if (!active) return dom;
  const given = parameters(description, argument);
  // While a call is written there is room for what is at hand; the rest is said of the name.
  if (doc !== '' && (argument < 0 || given.length === 0)) dom.append(element('p', 'help-doc', doc));
  dom.append(...given);
  if (values !== undefined) dom.append(...known(values));
  for (const { kind, text } of notes) {
    const note = element('p', `help-note ${kind}`);
    note.append(element('b', '', editorWords.noteKinds[kind]), ` ${text}`);
    dom.append(note);
  }
  if (declared !== undefined) {
    dom.append(element('p', 'help-place', editorWords.declaredAt(declared.line, declared.file)));
  }
  return dom;
}

/** What is said about the parameters: of a call that is being written, about the one at hand alone. */
function parameters({ arguments: all = [] }: Description, at: number): readonly HTMLElement[] {
  const shown = all.filter(({ says, values }, index) => says + values !== '' && (at < 0 || at === index));
  if (shown.length === 0) return [];
  const list = element('dl', 'help-parameters');
  for (const { name, says, values } of shown) {
    const what = element('dd', '', says);
    if (values !== '' && at < 0) what.append(element('span', 'help-values', values));
    list.append(element('dt', '', name), what);
  }
  return [list];
}

/** What something can hold, and what each of it means. */
function known({ title, choices }: NonNullable<Description['values']>): readonly HTMLElement[] {
  const list = element('dl', 'help-parameters');
  for (const { text, name = '', says = '' } of choices) {
    const what = element('dd', '');
    what.append(element('b', '', name), says === '' ? '' : ` ${says}`);
    list.append(element('dt', '', text), what);
  }
  return [element('p', 'help-title', title), list];
}

const most = 8;

/** What is known about a name, one entry for each overload. */
export function describeAll(all: readonly Description[]): HTMLElement {
  const dom = element('div', 'help');
  const said = new Set<string>();
  /** What an overload shares with one before it is said once. */
  const once = (one: Description): Description => {
    const isKnown = said.has(one.doc);
    const given = one.arguments?.filter(({ name }) => !isKnown || !said.has(name));
    for (const text of [one.doc, ...(given ?? []).map(({ name }) => name)]) said.add(text);
    return { ...one, doc: isKnown ? '' : one.doc, ...(given !== undefined && { arguments: given }) };
  };
  dom.append(...all.slice(0, most).map((one) => about(once(one), { active: true, argument: -1 })));
  if (all.length > most) dom.append(element('p', 'help-place', editorWords.moreOverloads(all.length - most)));
  return dom;
}

/** The overloads of a call; of the one that is meant, the argument at hand stands out. */
export function describeCall(all: readonly Description[], active: number, argument: number): HTMLElement {
  const dom = element('div', 'help');
  dom.append(...all.map((one, index) => about(one, { active: index === active, argument })));
  return dom;
}

/** The same to be read out; of a call that is being written, with the parameter at hand. */
export function spoken({ signature, doc, notes, arguments: all = [], values }: Description, at = -1): string {
  const given = all.filter(({ says }, index) => says !== '' && (at < 0 || at === index));
  const parts = [
    signature,
    doc,
    ...given.map(({ name, says, values: some }) => `${name}: ${[says, some].filter(Boolean).join(', ')}`),
    ...(values?.choices ?? []).map(({ text, name = '' }) => `${text} ${name}`),
    ...notes.map(({ kind, text }) => `${editorWords.noteKinds[kind]}: ${text}`),
  ].filter((part) => part !== '');
  return parts.join('. ').replaceAll('.. ', '. ');
}
