import type {
  CheckedTree,
  FunctionDeclaration,
  FunctionSymbol,
  Name,
  Type,
  Variable,
} from '../../crmscript/bound-tree.ts';
import { isHelper } from './helpers.ts';

/** Words of TypeScript, and what the port itself speaks of: no variable can be called that. */
const taken: ReadonlySet<string> = new Set(
  `abstract arguments as async await break case catch class const continue debugger default delete do else enum eval
  export extends false finally for function if implements import in instanceof interface let new null package private
  protected public return static super switch this throw true try typeof undefined var void while with yield NaN
  Infinity Array BigInt Date Error JSON Map Math Number Object Promise RegExp Set String Symbol console context fetch
  globalThis soApi main`.split(/\s+/),
);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `String[]` as a part of a name. */
const wordOf = (type: Type): string => capital(type.name.replaceAll('[]', 's'));

type Overload = Pick<FunctionSymbol, 'declaration' | 'parameters'>;

/** What tells an overload from the first one of its name: the types that it takes. */
function suffixOf(declaration: FunctionDeclaration, siblings: readonly Overload[]): string {
  const index = siblings.findIndex((one) => one.declaration === declaration);
  if (index <= 0) return '';
  const words = (siblings[index]?.parameters ?? []).map(({ type }) => wordOf(type));
  return words.length === 0 ? 'Bare' : words.join('');
}

/** What things are called in the port: as in the script wherever TypeScript lets them. */
export class Names {
  readonly #tree: CheckedTree;
  readonly #variables = new Map<Variable, string>();

  constructor(tree: CheckedTree) {
    this.#tree = tree;
  }

  struct(name: string): string {
    return taken.has(name) || isHelper(name) ? `${name}_` : name;
  }

  /** Overloads become functions of several names: the first keeps its own. */
  function(declaration: FunctionDeclaration, siblings: readonly Overload[]): string {
    const { text } = declaration.name;
    const base = this.#tree.structOf(text) === undefined ? text : `create${text}`;
    const free = taken.has(base) || isHelper(base) ? `${base}_` : base;
    return free + suffixOf(declaration, siblings);
  }

  /** The same for a method, whose name stands behind a point: no word of the language is in its way. */
  method({ declaration }: Overload, siblings: readonly Overload[]): string {
    return declaration.name.text + suffixOf(declaration, siblings);
  }

  /** Functions and variables share their names in TypeScript. `avoid`: names that mean something else just here. */
  declare(name: Name, variable: Variable, avoid: ReadonlySet<string>): string {
    const known = this.#variables.get(variable);
    if (known !== undefined) return known;
    const { text } = name;
    const bare = taken.has(text) || isHelper(text) ? `${text}_` : text;
    const own = this.#tree.functionsOf(text) === undefined ? bare : `${bare}Value`;
    let free = own;
    for (let n = 2; avoid.has(free); n++) free = own + String(n);
    this.#variables.set(variable, free);
    return free;
  }

  variable(variable: Variable): string {
    return this.#variables.get(variable) ?? variable.name;
  }
}
