import { filesWords as words } from '../words/files-words.ts';

/** A file on this computer to which the browser lets the page write. */
export type FileHandle = {
  readonly name: string;
  createWritable(): Promise<{
    write(data: Blob): Promise<void>;
    close(): Promise<void>;
    abort(): Promise<void>;
  }>;
};

type Picker = (options: {
  readonly suggestedName: string;
  readonly types: readonly {
    readonly description: string;
    readonly accept: Readonly<Record<string, readonly string[]>>;
  }[];
}) => Promise<FileHandle>;

const picker = (): Picker | undefined =>
  (globalThis as { readonly showSaveFilePicker?: Picker }).showSaveFilePicker;

/** Whether files can be written where somebody says, and again; elsewhere they are downloaded. */
export const canPick = (): boolean => picker() !== undefined;

/** A kind of file: what it is called, how browsers name it, and the ends of its names. */
export type FileKind = {
  readonly description: string;
  readonly type: string;
  readonly endings: readonly string[];
};

const scenarioKind: FileKind = {
  description: words.fileKind,
  type: 'application/json',
  endings: ['.json', '.rehearsal'],
};

/** A file that was chosen to be written to; else why not, in words. To be called at once when somebody has asked for it. */
export async function pickFile(
  suggestedName: string,
  { description, type, endings }: FileKind = scenarioKind,
): Promise<FileHandle | { readonly problem: string }> {
  try {
    const types = [{ description, accept: { [type]: endings } }];
    return (await picker()?.({ suggestedName, types })) ?? { problem: words.notAllowed };
  } catch (error) {
    return { problem: whyNot(error) };
  }
}

/** Writes the whole file or leaves it as it was; says why not, in words. */
export async function writeFile(
  handle: FileHandle,
  content: BlobPart,
  type = scenarioKind.type,
): Promise<string> {
  try {
    const writable = await handle.createWritable();
    try {
      await writable.write(new Blob([content], { type }));
      await writable.close();
    } catch (error) {
      await writable.abort().catch(() => undefined);
      throw error;
    }
    return '';
  } catch (error) {
    return whyNot(error);
  }
}

function whyNot(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'AbortError') return words.notChosen;
  if (name === 'NotAllowedError' || name === 'SecurityError' || name === 'NoModificationAllowedError')
    return words.notAllowed;
  if (name === 'QuotaExceededError') return words.noRoom;
  return words.notWritten(name === '' ? String(error) : name);
}

/** Gives the browser a file for its downloads. */
export function download(name: string, content: BlobPart, type = scenarioKind.type): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
