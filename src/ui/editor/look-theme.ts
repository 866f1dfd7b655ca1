import { EditorView } from '@codemirror/view';

/** Folds, names of parameters, and the box for a new name. */
export const lookTheme = EditorView.theme({
  '.cm-foldGutter .cm-gutterElement': { width: '14px', padding: '0', cursor: 'pointer', textAlign: 'center' },
  '.cm-fold': { color: 'var(--muted)', font: '14px/18px var(--sans)' },
  '.cm-fold.open': { opacity: '0' },
  '.cm-gutters:hover .cm-fold.open': { opacity: '1' },
  '.cm-fold:hover': { color: 'var(--text)' },
  '.cm-folded': {
    margin: '0 4px',
    padding: '0 6px',
    border: '1px solid var(--line-strong)',
    borderRadius: '4px',
    backgroundColor: 'var(--sunk)',
    color: 'var(--muted)',
    font: '12px/14px var(--sans)',
    cursor: 'pointer',
  },
  '.cm-folded:hover': { color: 'var(--text)' },
  '.cm-folded:focus-visible': { outline: '2px solid var(--accent)' },
  '.cm-parameter-name': {
    marginRight: '4px',
    padding: '0 4px',
    borderRadius: '4px',
    backgroundColor: 'var(--sunk)',
    color: 'var(--muted)',
    fontSize: '11px',
    fontFamily: 'var(--sans)',
  },
  '.cm-rename': { width: 'min(340px, calc(100vw - 16px))', boxSizing: 'border-box', padding: '8px' },
  '.cm-rename.is-said': { width: 'max-content', maxWidth: 'min(340px, calc(100vw - 16px))' },
  '.rename-row': { display: 'flex', gap: '6px' },
  '.rename-row .find-field': { flex: '1', fontFamily: 'var(--mono)' },
  '.rename-row button:focus-visible, .rename-row input:focus-visible': {
    outline: '2px solid var(--accent)',
    outlineOffset: '0',
  },
  '.rename-row [aria-disabled="true"]': { opacity: '0.5', cursor: 'default' },
  '.rename-says, .rename-note': { margin: '6px 0 0', lineHeight: '16px', overflowWrap: 'anywhere' },
  '.rename-note': { color: 'var(--muted)' },
  '.rename-says.bad': { color: 'var(--danger)' },
  '.rename-says.bad:first-child': { margin: '0' },
});
