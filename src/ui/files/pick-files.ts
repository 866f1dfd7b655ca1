import type { Source } from '../../protocol/files-api.ts';
import type { FilesState } from './files-state.ts';

/** What can be opened, by the ends of names. */
const endings = ['.rehearsal.json', '.rehearsal', '.json', '.transcript', '.txt', '.chat', '.csv', '.zip'];

export const sourceOf = (file: File): Source => ({ kind: 'file', name: file.name, content: file });

/** Has the browser ask for files; each is looked at before anything comes of it. */
export function pick(files: Pick<FilesState, 'bring'>): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = endings.join(',');
  input.addEventListener('change', () => {
    files.bring(Array.from(input.files ?? [], sourceOf));
  });
  input.click();
}
