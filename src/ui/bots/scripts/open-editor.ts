import { signal } from '@preact/signals';
import type { CodeEditor } from '../../editor/code-editor.ts';

/** The editor that is there, and of which script; null while there is none. */
export const openEditor = signal<{ readonly script: number; readonly editor: CodeEditor } | null>(null);
