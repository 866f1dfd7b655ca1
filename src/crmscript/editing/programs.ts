import type { Reader } from '../check-source.ts';
import type { SourceFile } from '../compile.ts';
import type { EditedScript } from '../complete.ts';
import { includedNames } from '../included-names.ts';
import { namesOf, type NameUse, type NamesOfProgram, type FileRange } from './names-of.ts';
import { sharedTrees } from './shared-trees.ts';

/** A program as text: a script that is run, and all that it includes. It is checked when its names are first asked for. */
export class ProgramText {
  readonly script: EditedScript;
  /** The text of each file, the script itself first. */
  readonly files: ReadonlyMap<string, string>;
  readonly #reader: Reader;
  #names: NamesOfProgram | undefined;
  #starts: Map<string, NameUse> | undefined;

  constructor(script: EditedScript, files: ReadonlyMap<string, string>, reader: Reader) {
    this.script = script;
    this.files = files;
    this.#reader = reader;
  }

  get names(): NamesOfProgram {
    return (this.#names ??= namesOf(this.script.source, this.script, this.#reader));
  }

  /** The name that a place is in, or right behind. */
  useAt(file: string, offset: number): NameUse | undefined {
    const uses = this.names.uses.get(file) ?? [];
    return (
      uses.find(({ start, end }) => start <= offset && offset < end) ?? uses.find(({ end }) => end === offset)
    );
  }

  /** The name that begins at a place. */
  useFrom({ file, start }: FileRange): NameUse | undefined {
    this.#starts ??= new Map(
      [...this.names.uses.values()].flat().map((use) => [`${String(use.start)} ${use.file}`, use]),
    );
    return this.#starts.get(`${String(start)} ${file}`);
  }

  /** Whether a name stands anywhere in its texts. It is looked for, so that few programs are checked. */
  mentions(name: string): boolean {
    for (const source of this.files.values()) if (mentions(source, name)) return true;
    return false;
  }
}

/** The programs that an editor has, read as far as what they include. A file is only looked through once. */
export class Programs {
  readonly #roots: Iterator<EditedScript>;
  readonly #read: ProgramText[] = [];
  readonly #reader = sharedTrees();
  readonly #included = new Map<string, readonly string[]>();

  constructor(roots: Iterable<EditedScript>) {
    this.#roots = roots[Symbol.iterator]();
  }

  *[Symbol.iterator](): Generator<ProgramText> {
    for (let at = 0; ; at += 1) {
      const known = this.#read[at];
      if (known !== undefined) {
        yield known;
        continue;
      }
      const next = this.#roots.next();
      if (next.done === true) return;
      const program = new ProgramText(next.value, this.#filesOf(next.value), this.#reader);
      this.#read.push(program);
      yield program;
    }
  }

  /** Those that a file is part of. */
  *with(file: string): Generator<ProgramText> {
    for (const program of this) if (program.files.has(file)) yield program;
  }

  #filesOf(script: EditedScript): ReadonlyMap<string, string> {
    const files = new Map([[script.file, script.source]]);
    const pending: SourceFile[] = [script];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      for (const id of this.#includedBy(next)) {
        const found = script.includes?.(id);
        if (typeof found !== 'object' || files.has(found.file)) continue;
        files.set(found.file, found.source);
        pending.push(found);
      }
    }
    return files;
  }

  #includedBy({ source }: SourceFile): readonly string[] {
    // Most scripts include nothing, and are not looked through for it.
    if (!/#include/i.test(source)) return [];
    const known = this.#included.get(source) ?? includedNames(source);
    this.#included.set(source, known);
    return known;
  }
}

const wordPart = /\w/;

/** Whether a name stands in a text as a whole word. */
export function mentions(source: string, name: string): boolean {
  for (let at = source.indexOf(name); at >= 0; at = source.indexOf(name, at + 1)) {
    if (wordPart.test(source.charAt(at + name.length))) continue;
    if (at === 0 || !wordPart.test(source.charAt(at - 1))) return true;
  }
  return false;
}
