import { EditorView } from '@codemirror/view';

const field = {
  boxSizing: 'border-box',
  minWidth: '0',
  height: '24px',
  margin: '0',
  padding: '0 8px',
  border: '1px solid var(--line-strong)',
  borderRadius: 'var(--radius)',
  backgroundColor: 'var(--sunk)',
  color: 'var(--text)',
  font: '12px var(--sans)',
} as const;

const button = {
  boxSizing: 'border-box',
  flex: 'none',
  height: '24px',
  margin: '0',
  padding: '0 8px',
  border: '1px solid transparent',
  borderRadius: 'var(--radius)',
  background: 'none',
  color: 'var(--muted)',
  font: '12px var(--sans)',
  cursor: 'pointer',
} as const;

const focus = { outline: '2px solid var(--accent)', outlineOffset: '0' } as const;

/** Find and replace, and the line to go to: the window's controls, drawn again here as its style sheets do not reach in. */
export const findTheme = EditorView.theme({
  '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.find-panel': { display: 'flex', flexDirection: 'column', gap: '4px', padding: '6px 12px' },
  '.find-row': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px' },
  '.find-field': { ...field, flex: '1 1 140px', maxWidth: '320px' },
  '.find-field:focus-visible, .find-row button:focus-visible': focus,
  '.find-toggle': { ...button, minWidth: '28px', padding: '0 4px', fontFamily: 'var(--mono)' },
  '.find-toggle[aria-pressed="true"]': {
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--accent)',
    fontWeight: '700',
  },
  '.find-toggle:hover, .find-icon:hover': { backgroundColor: 'var(--sunk)', color: 'var(--text)' },
  '.find-icon': { ...button, width: '28px', padding: '0' },
  '.find-icon svg': { verticalAlign: '-2px' },
  '.find-word': { ...button, borderColor: 'var(--line-strong)', color: 'var(--text)' },
  '.find-word:hover': { backgroundColor: 'var(--sunk)' },
  '.find-count': {
    minWidth: '76px',
    marginInlineStart: 'auto',
    color: 'var(--muted)',
    font: '12px var(--sans)',
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'end',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--found)', outline: '1px solid var(--found-line)' },
  '.cm-searchMatch.cm-searchMatch-selected': { backgroundColor: 'var(--found-line)' },
  '.cm-panel.cm-dialog': {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '6px 40px 6px 12px',
    font: '12px var(--sans)',
  },
  '.cm-panel.cm-dialog label': { color: 'var(--muted)', font: '12px var(--sans)' },
  '.cm-dialog .cm-textfield': { ...field, width: '96px', marginInlineStart: '4px' },
  '.cm-dialog .cm-button': {
    ...button,
    backgroundImage: 'none',
    borderColor: 'var(--line-strong)',
    color: 'var(--text)',
  },
  '.cm-dialog .cm-textfield:focus-visible, .cm-dialog button:focus-visible': focus,
  '.cm-dialog .cm-dialog-close': {
    ...button,
    position: 'absolute',
    top: '6px',
    right: '8px',
    fontSize: '16px',
  },
  // What is touched is 44 pixels high.
  '@media (max-width: 560px)': {
    '.find-field': { flexBasis: 'calc(100% - 52px)', maxWidth: 'none', height: '44px' },
    '.find-row button': { order: '2' },
    '.find-row .find-close': { order: '1' },
    '.find-count': { order: '2' },
    '.find-row button, .cm-dialog .cm-textfield, .cm-dialog button': { height: '44px', minWidth: '44px' },
  },
});
