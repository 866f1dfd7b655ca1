import type { Folder, ScriptFile, ScriptLanguage } from '../../../engine/definition.ts';
import { decodeScript } from '../../../scenario/script-text.ts';
import { botWords } from '../../words/bot-words.ts';

/** No script of SuperOffice is near this; what is larger was picked by mistake. */
const most = 1_000_000;

/** The endings of script files that people keep beside their tenants. */
export const scriptEndings = ['.crmscript', '.crm', '.cpp', '.txt', '.ts', '.tsfso', '.js', '.mjs'];

export type ReadScript = {
  readonly name: string;
  readonly language: ScriptLanguage;
  readonly source: string;
};

type Read =
  | { readonly ok: true; readonly scripts: readonly ReadScript[] }
  | { readonly ok: false; readonly problem: string };

/** Scripts from files: each is named as its file, without the ending. */
export async function readScripts(files: readonly File[]): Promise<Read> {
  const scripts: ReadScript[] = [];
  for (const file of files) {
    if (file.size > most) return { ok: false, problem: botWords.fileTooLarge(file.name) };
    const source = decodeScript(new Uint8Array(await file.arrayBuffer()), TextDecoder);
    if (source === null) return { ok: false, problem: botWords.fileNoText(file.name) };
    const [, name = file.name, ending = ''] = /^(.+?)(\.[^.]*)?$/.exec(file.name) ?? [];
    const language = /^\.(?:tsfso|ts|m?js)$/i.test(ending) ? 'javascript' : 'crmscript';
    scripts.push({ name, language, source });
  }
  return { ok: true, scripts };
}

/** The scripts of a folder whose text would be another one: they have the name of a file that was read. */
export const replacedScripts = (
  { scripts }: Pick<Folder, 'scripts'>,
  read: readonly ReadScript[],
): readonly string[] => {
  const sources = new Map(read.map(({ name, source }) => [name.toLowerCase(), source]));
  return scripts
    .filter(({ name, source }) => (sources.get(name.toLowerCase()) ?? source) !== source)
    .map(({ name }) => name);
};

/** The scripts of a folder with those that were read: one of the same name gets the new text and keeps its number. */
export function withScripts(
  folder: Pick<Folder, 'scripts'>,
  read: readonly ReadScript[],
  firstId: number,
): readonly ScriptFile[] {
  let next = firstId;
  const scripts = new Map<string, ScriptFile>(folder.scripts.map((one) => [one.name.toLowerCase(), one]));
  for (const script of read) {
    const key = script.name.toLowerCase();
    const before = scripts.get(key);
    scripts.set(key, before === undefined ? { id: next++, ...script } : { ...before, source: script.source });
  }
  return [...scripts.values()];
}
