import type { Verb } from './verbs.ts';

/*
 * The keys of the debugger: those of browsers' own debuggers, and Shift goes back. F11 has Shift for Step out, as everywhere, so
 * there Ctrl goes back. Ctrl+' and Ctrl+; stand in for F10 and F11, which a full screen or a keyboard may take; they are the keys at
 * those places on whatever keyboard. None of them is one that a browser keeps for itself.
 */

type Stroke = {
  /** The name of a function key, or the place of another. */
  readonly key: 'F8' | 'F10' | 'F11' | 'Quote' | 'Semicolon';
  readonly shift?: true;
  readonly ctrl?: true;
  readonly alt?: true;
};

const strokes: readonly (readonly [verb: Verb, stroke: Stroke])[] = [
  ['resume', { key: 'F8' }],
  ['reverseContinue', { key: 'F8', shift: true }],
  ['toEnd', { key: 'F8', ctrl: true }],
  ['toStart', { key: 'F8', ctrl: true, shift: true }],
  ['next', { key: 'F10' }],
  ['backOver', { key: 'F10', shift: true }],
  ['runToLine', { key: 'F10', ctrl: true }],
  ['backToLine', { key: 'F10', ctrl: true, shift: true }],
  ['stepIn', { key: 'F11' }],
  ['stepBack', { key: 'F11', ctrl: true }],
  ['stepOut', { key: 'F11', shift: true }],
  ['backOut', { key: 'F11', ctrl: true, shift: true }],
  ['stepOutScope', { key: 'F11', alt: true }],
  ['backOutScope', { key: 'F11', alt: true, shift: true }],
  ['next', { key: 'Quote', ctrl: true }],
  ['backOver', { key: 'Quote', ctrl: true, shift: true }],
  ['stepIn', { key: 'Semicolon', ctrl: true }],
  ['stepBack', { key: 'Semicolon', ctrl: true, shift: true }],
  ['lastChange', { key: 'F8', alt: true }],
];

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** The verb that a key stands for; null for none. */
export function verbOfKey({ key, code, ctrlKey, metaKey, shiftKey, altKey }: Pressed): Verb | null {
  const found = strokes.find(
    ([, stroke]) =>
      (stroke.key === key || stroke.key === code) &&
      (stroke.ctrl === true) === (ctrlKey || metaKey) &&
      (stroke.shift === true) === shiftKey &&
      (stroke.alt === true) === altKey,
  );
  return found?.[0] ?? null;
}

const signs: Readonly<Record<string, string>> = { Quote: "'", Semicolon: ';' };

const named = ({ key, shift, ctrl, alt }: Stroke): string =>
  `${ctrl ? 'Ctrl+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${signs[key] ?? key}`;

/** The keys of a verb as people read them: `F10, Ctrl+'`; empty for none. `continue` is what F8 does to a step of the past. */
export const keysOf = (verb: Verb): string =>
  strokes
    .filter(([one]) => one === (verb === 'continue' ? 'resume' : verb))
    .map(([, stroke]) => named(stroke))
    .join(', ');

/** Each key with what it does, in the order in which they are listed. */
export const keysAndVerbs: readonly (readonly [key: string, verb: Verb])[] = strokes.map(([verb, stroke]) => [
  named(stroke),
  verb,
]);
