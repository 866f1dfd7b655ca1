import { setImmediate } from 'node:timers/promises';
import { languageOfFile, namesIncluded } from '../../bots/script-language.ts';
import type { OutlineItem } from '../../crmscript/outline.ts';
import type { ScriptLanguage } from '../../engine/definition.ts';
import { UsageError } from '../terminal.ts';
import { LSPErrorCodes, ResponseError, type CancellationToken } from './lsp-connection.ts';
import type { Session } from './session.ts';

type Known = {
  readonly text: string;
  readonly included: readonly string[];
  /** Made when it is first asked for. */
  outline?: readonly OutlineItem[];
};

/** So long is read in one go, in milliseconds, before others have their turn. */
const slice = 8;

/**
 * Who includes whom in the editor's folders. It is found out when somebody first asks what a name means to others, in slices, so that what is
 * typed meanwhile need not wait; a text is read through once.
 */
export class IncludeGraph {
  readonly #session: Session;
  readonly #known = new Map<string, Known>();
  /** By script: the scripts that include it and that nobody includes; itself where there is none. */
  readonly #roots = new Map<string, readonly string[]>();

  constructor(session: Session) {
    this.#session = session;
  }

  /**
   * The scripts of a language that are run, of which a script with one of the words is a part: those that nobody includes, and the script
   * itself where it is in none of them.
   *
   * @throws ResponseError when the request was cancelled meanwhile.
   */
  async rootsWith(
    path: string,
    words: readonly string[],
    token: CancellationToken,
  ): Promise<readonly string[]> {
    const language = languageOfFile(path);
    const files = await this.#readAll(language, path, token);
    const includers = new Map<string, string[]>();
    for (const file of files) {
      for (const name of this.#known.get(file)?.included ?? []) {
        const found = this.#session.scripts.find(name, file)?.path;
        if (found === undefined || found === file) continue;
        includers.set(found, [...(includers.get(found) ?? []), file]);
      }
    }
    const roots = new Set<string>();
    for (const file of files) {
      const text = this.#known.get(file)?.text ?? '';
      if (file === path || words.some((word) => text.includes(word))) addRoots(file, includers, roots);
    }
    return [...roots].sort();
  }

  /** The programs that a script is a part of: itself, where nobody includes it. */
  async rootsOf(path: string, token: CancellationToken): Promise<readonly string[]> {
    const known = this.#roots.get(path);
    if (known !== undefined) return known;
    const roots = await this.rootsWith(path, [], token);
    this.#roots.set(path, roots);
    return roots;
  }

  /** What the scripts of the folders declare in whose text a word stands, in lower case. */
  async *outlines(
    word: string,
    outlineOf: (path: string, text: string) => readonly OutlineItem[],
    token: CancellationToken,
  ): AsyncGenerator<{ readonly path: string; readonly items: readonly OutlineItem[] }> {
    const files = [
      ...(await this.#readAll('crmscript', undefined, token)),
      ...(await this.#readAll('javascript', undefined, token)),
    ];
    let began = performance.now();
    for (const path of files.toSorted()) {
      const known = this.#known.get(path);
      if (known === undefined || !known.text.toLowerCase().includes(word)) continue;
      known.outline ??= outlineOf(path, known.text);
      yield { path, items: known.outline };
      began = await breathe(began, token);
    }
  }

  /** A program that includes the script, if one is known by now; else the script itself. */
  rootAbove(path: string): string {
    return this.#roots.get(path)?.[0] ?? path;
  }

  /** A text has changed. Where its `#include`s have, too, it is found out again who includes whom. */
  changed(path: string, text: string): void {
    const known = this.#known.get(path);
    if (known !== undefined && directives(known.text) !== directives(text)) this.forget();
  }

  /** Whether a file has to do with a script: it is a part of it, or of a program that the script is known to be a part of. */
  concerns(file: string, path: string): boolean {
    const { programs } = this.#session;
    return [path, ...(this.#roots.get(path) ?? [])].some((one) => programs.isPart(file, one));
  }

  /** Files came or went, or include something else: it is found out again who includes whom. */
  forget(): void {
    this.#roots.clear();
  }

  /** Every script of the folders, and the one that is asked about. */
  async #readAll(
    language: ScriptLanguage,
    path: string | undefined,
    token: CancellationToken,
  ): Promise<readonly string[]> {
    const { listing, documents, scripts } = this.#session;
    await listing.list();
    const all = new Set([...(path === undefined ? [] : [path]), ...documents.all().map((one) => one.path)]);
    for (const one of listing.files()) all.add(one.path);
    const files = [...all].filter((file) => languageOfFile(file) === language);
    let began = performance.now();
    for (const file of files) {
      began = await breathe(began, token);
      const text = textOf(() => scripts.read(file));
      if (this.#known.get(file)?.text === text) continue;
      if (text === undefined) this.#known.delete(file);
      else this.#known.set(file, { text, included: namesIncluded(text, language) });
    }
    return files;
  }
}

/** Lets others have their turn once a slice is over; the time at which the slice began that goes on now. */
async function breathe(began: number, token: CancellationToken): Promise<number> {
  if (performance.now() - began <= slice) return began;
  await setImmediate();
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'It was cancelled.');
  return performance.now();
}

/** The scripts that nobody includes, from a script on upwards. In a circle, the script itself. */
function addRoots(file: string, includers: ReadonlyMap<string, readonly string[]>, roots: Set<string>): void {
  const seen = new Set([file]);
  const pending = [file];
  let isFound = false;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const above = includers.get(next) ?? [];
    if (above.length === 0) {
      roots.add(next);
      isFound = true;
    }
    for (const one of above) {
      if (seen.has(one)) continue;
      seen.add(one);
      pending.push(one);
    }
  }
  if (!isFound) roots.add(file);
}

/** What cannot be read has no text. */
function textOf(read: () => string): string | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** The lines that include something, as one text. */
const directives = (text: string): string => (text.match(/^.*include.*$/gim) ?? []).join('\n');
