/** What a key does while somebody presents. */
export type Act =
  | { readonly kind: 'slide'; readonly by: 1 | -1 }
  | { readonly kind: 'end'; readonly of: 'first' | 'last' }
  | { readonly kind: 'pane'; readonly n: number }
  | { readonly kind: 'play' | 'why' | 'large' | 'keys' | 'fullScreen' | 'leave' };

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const letters: Readonly<Record<string, 'play' | 'why' | 'large' | 'keys' | 'fullScreen'>> = {
  p: 'play',
  w: 'why',
  l: 'large',
  k: 'keys',
  f: 'fullScreen',
};

/**
 * What a key stands for. Those of clickers (Page Down, Page Up) work wherever one is; arrows, digits and letters only
 * where the focus takes none itself (`isFree`); letters only where they are switched on.
 */
export function actOf(pressed: Pressed, isFree: boolean, hasLetters: boolean): Act | null {
  const { key } = pressed;
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  if (key === 'PageDown') return { kind: 'slide', by: 1 };
  if (key === 'PageUp') return { kind: 'slide', by: -1 };
  if (key === 'Escape') return { kind: 'leave' };
  if (!isFree || pressed.shiftKey) return null;
  if (key === 'ArrowRight') return { kind: 'slide', by: 1 };
  if (key === 'ArrowLeft') return { kind: 'slide', by: -1 };
  if (key === 'Home') return { kind: 'end', of: 'first' };
  if (key === 'End') return { kind: 'end', of: 'last' };
  if (/^[0-5]$/.test(key)) return { kind: 'pane', n: Number(key) };
  const kind = hasLetters ? letters[key.toLowerCase()] : undefined;
  return kind === undefined ? null : { kind };
}

const names: Readonly<Record<string, string>> = {
  ' ': 'Space',
  Escape: 'Esc',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Backspace: '⌫',
  Delete: 'Del',
};
const modifiers: readonly string[] = ['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead'];

/**
 * The keys of one press, as the audience sees them: `Ctrl`, `S`. Empty for a modifier alone, and for what is merely typed
 * into a field: that is read there, and may be nobody's business.
 */
export function shownKeys(pressed: Pressed, isTyping: boolean): readonly string[] {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = pressed;
  if (modifiers.includes(key)) return [];
  const isCharacter = Array.from(key).length === 1;
  const hasModifier = ctrlKey || metaKey || altKey;
  if (isTyping && !hasModifier && (isCharacter || key === 'Backspace' || key === 'Delete')) return [];
  return [
    ...(ctrlKey ? ['Ctrl'] : []),
    ...(metaKey ? ['⌘'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(shiftKey && (!isCharacter || hasModifier) ? ['Shift'] : []),
    names[key] ?? (isCharacter ? key.toUpperCase() : key),
  ];
}
