import type { DiskFolder } from '../../protocol/script-folder-api.ts';

type Picker = (options: { readonly id: string; readonly mode: 'readwrite' }) => Promise<DiskFolder>;

const picker = (): Picker | undefined =>
  (globalThis as { readonly showDirectoryPicker?: Picker }).showDirectoryPicker;

/** Whether this browser opens folders; where it does not, zips stand in for them. */
export const opensFolders = (): boolean => picker() !== undefined;

/** What somebody chose: where it lies, and what it is called. */
export type Picked = { readonly at: DiskFolder | Uint8Array<ArrayBuffer>; readonly name: string };

/** Asks for a folder; null when somebody wants none. To be called at once in a click. */
export async function pickFolder(): Promise<Picked | null> {
  try {
    const at = await picker()?.({ id: 'rehearsal-scripts', mode: 'readwrite' });
    return at === undefined ? null : { at, name: at.name };
  } catch {
    return null; // whoever closes the question wants nothing
  }
}

/** Asks for a zip; never answers where somebody wants none, as browsers do not tell. */
export const pickZip = (): Promise<Picked> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.zip';
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file === undefined) return;
      void file.arrayBuffer().then((content) => {
        resolve({ at: new Uint8Array(content), name: file.name.replace(/\.zip$/i, '') });
      });
    });
    input.click();
  });
