import ts from 'typescript';
import type { JoinedSource } from '../javascript/join-source.ts';

/** Declarations by file name: `bot.d.ts`, and those of the language itself as `lib.es2022.d.ts` names them. */
export type TypeFiles = Readonly<Record<string, string>>;

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ['lib.es2022.d.ts'],
  types: [],
  strict: true,
  // What was written for JavaScript is not taken to task for that.
  useUnknownInCatchVariables: false,
  strictPropertyInitialization: false,
  erasableSyntaxOnly: true,
  allowJs: true,
  checkJs: true,
  noEmit: true,
  skipLibCheck: true,
};

const importsFile = 'imports.d.ts';
const declared = /^(?:declare (?:const|function|class) |interface |type )(\w+)/gm;

/** One script with what it includes, as TypeScript's language service sees it: one text, which changes as it is written. */
export class ScriptProject {
  readonly #types: TypeFiles;
  readonly #service: ts.LanguageService;
  readonly #known: ReadonlySet<string>;
  #text = '';
  #imports = '';
  #version = 0;
  /** JavaScript is told from TypeScript by the ending of a script's name; without one it may have types. */
  #file = 'script.ts';

  constructor(types: TypeFiles) {
    this.#types = types;
    this.#known = new Set([...(types['bot.d.ts'] ?? '').matchAll(declared)].map(([, name = '']) => name));
    this.#service = ts.createLanguageService({
      getCompilationSettings: () => options,
      getScriptFileNames: () => ['bot.d.ts', importsFile, this.#file],
      getScriptVersion: (file) => (this.#isOwn(file) ? String(this.#version) : '1'),
      getScriptSnapshot: (file) => {
        const text = this.#read(file);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => '',
      getDefaultLibFileName: () => 'lib.es2022.d.ts',
      fileExists: (file) => this.#read(file) !== undefined,
      readFile: (file) => this.#read(file),
      getScriptKind: (file) => (file.endsWith('.js') ? ts.ScriptKind.JS : ts.ScriptKind.TS),
      useCaseSensitiveFileNames: () => true,
    });
  }

  /** Looks at another script, or at the same as it is now. */
  open({ text, imported }: JoinedSource, name: string): void {
    const file = /\.m?js$/i.test(name) ? 'script.js' : 'script.ts';
    const imports = imported
      .filter((one) => !this.#known.has(one.name))
      .map((one) => `declare const ${one.name}: any;\ntype ${one.name} = any;\n`)
      .join('');
    if (text === this.#text && imports === this.#imports && file === this.#file) return;
    this.#text = text;
    this.#imports = imports;
    this.#file = file;
    this.#version += 1;
  }

  get file(): string {
    return this.#file;
  }

  get service(): ts.LanguageService {
    return this.#service;
  }

  /** The program, and the script in it. */
  program(): { readonly checker: ts.TypeChecker; readonly source: ts.SourceFile } {
    const program = this.#service.getProgram();
    const source = program?.getSourceFile(this.#file);
    if (program === undefined || source === undefined)
      throw new Error('The script is not in its own program.');
    return { checker: program.getTypeChecker(), source };
  }

  #isOwn(file: string): boolean {
    return file === this.#file || file === importsFile;
  }

  #read(file: string): string | undefined {
    if (file === this.#file) return this.#text;
    if (file === importsFile) return this.#imports;
    const name = file.slice(file.lastIndexOf('/') + 1);
    return Object.hasOwn(this.#types, name) ? this.#types[name] : undefined;
  }
}
