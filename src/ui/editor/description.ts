import type { Description } from '../../crmscript/complete.ts';
import { words } from '../words.ts';

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
  const { notes, doc, declared } = description;
  const dom = element('div', active ? 'help-entry' : 'help-entry other');
  dom.append(signatureOf(description, active ? argument : -1));
  if (!active) return dom;
  if (doc !== '') dom.append(element('p', 'help-doc', doc));
  for (const { kind, text } of notes) {
    const note = element('p', `help-note ${kind}`);
    note.append(element('b', '', words.noteKinds[kind]), ` ${text}`);
    dom.append(note);
  }
  if (declared !== undefined) {
    dom.append(element('p', 'help-place', words.declaredAt(declared.line, declared.file)));
  }
  return dom;
}

const most = 8;

/** What is known about a name, one entry for each overload. */
export function describeAll(all: readonly Description[]): HTMLElement {
  const dom = element('div', 'help');
  dom.append(...all.slice(0, most).map((one) => about(one, { active: true, argument: -1 })));
  if (all.length > most) dom.append(element('p', 'help-place', words.moreOverloads(all.length - most)));
  return dom;
}

/** The overloads of a call; of the one that is meant, the argument at hand stands out. */
export function describeCall(all: readonly Description[], active: number, argument: number): HTMLElement {
  const dom = element('div', 'help');
  dom.append(...all.map((one, index) => about(one, { active: index === active, argument })));
  return dom;
}

/** The same to be read out. */
export const spoken = ({ signature, doc, notes }: Description): string =>
  [signature, doc, ...notes.map(({ kind, text }) => `${words.noteKinds[kind]}: ${text}`)]
    .filter((part) => part !== '')
    .join('. ');
