import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { findTheme } from './find-theme.ts';
import { debugTheme } from './debug-theme.ts';
import { helpTheme } from './help-theme.ts';
import { lookTheme } from './look-theme.ts';

/* Custom properties reach into the shadow root, so light and dark follow the window. */
const colours = EditorView.theme({
  '&': { height: '100%', color: 'var(--text)', backgroundColor: 'var(--panel)', fontSize: '12px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '18px' },
  '.cm-content': { caretColor: 'var(--text)', padding: '4px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'var(--panel)', color: 'var(--muted)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 8px 0 12px' },
  '.cm-coverage': { minWidth: '34px', fontSize: '10.5px' },
  '.cm-coverage .cm-gutterElement': { paddingLeft: '4px' },
  '&.cm-uncovered .cm-coverage': { display: 'none !important' },
  '.cm-hits': {
    display: 'block',
    paddingRight: '4px',
    borderRight: '3px solid transparent',
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
  },
  '.cm-hits.whole': { borderRightColor: 'var(--good)' },
  '.cm-hits.part': { borderRightColor: 'var(--queue)' },
  '.cm-hits.never': { borderRightColor: 'var(--danger)', color: 'var(--danger)' },
  '.cm-never': { backgroundColor: 'color-mix(in srgb, var(--danger) 9%, transparent)' },
  '.cm-activeLine': { backgroundColor: 'var(--sunk)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--sunk)', color: 'var(--text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--selection)',
  },
  '.cm-selectionMatch': { backgroundColor: 'var(--selection)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--selection)', outline: '1px solid var(--line)' },
  '.cm-panels': { backgroundColor: 'var(--panel)', color: 'var(--text)', borderColor: 'var(--line)' },
  // Always as high, so that the text does not jump when a problem comes or goes.
  '.problem-line': {
    height: '24px',
    padding: '0 12px',
    overflow: 'hidden',
    lineHeight: '24px',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
    color: 'var(--muted)',
    fontFamily: 'var(--sans)',
  },
  '.key-hints': { display: 'flex', flexWrap: 'wrap', height: '24px', overflow: 'hidden' },
  '.key-hints > span + span::before': { content: '"·"', padding: '0 4px' },
  '.problem-line.found': { color: 'var(--danger)' },
  '.problem-line.hints': { color: 'var(--text)' },
  '.problem-fix:not(:empty)': { marginRight: '12px', color: 'var(--accent)' },
  '.cm-diagnostic': { padding: '4px 8px' },
});

const code = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--code-keyword)' },
  { tag: [tags.typeName, tags.bool, tags.number], color: 'var(--code-type)' },
  { tag: tags.string, color: 'var(--code-string)' },
  { tag: [tags.lineComment, tags.blockComment], color: 'var(--muted)' },
  { tag: tags.processingInstruction, color: 'var(--code-keyword)' },
]);

export const theme = [colours, debugTheme, helpTheme, findTheme, lookTheme, syntaxHighlighting(code)];
