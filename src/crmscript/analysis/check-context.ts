import { plainSpan, type Diagnostic, type Span } from '../diagnostic.ts';
import type { Expression, Name, Tree } from '../syntax/ast.ts';
import type { Problems } from '../syntax/problems.ts';
import type { LinkedLibrary } from './link.ts';
import { refuseReserved } from './reserved.ts';
import { Guesses } from './suggest.ts';
import { Scope, type FunctionSymbol, type Variable } from './types/symbols.ts';
import type { Routine, Site } from './types/bound-tree.ts';
import type { StructType, Type } from './types/types.ts';
import type { CheckObserver } from './check-observer.ts';
import type { Habits } from './habits.ts';

/** What is known about the function, or the top of the script, that is being checked. */
export type RoutineState = {
  readonly routine: Routine;
  readonly returns: Type | undefined;
  readonly owner: StructType | undefined;
  slots: number;
  loops: number;
  /** Names without a meaning that have been reported: once in each function is enough. */
  unknown: Set<string> | undefined;
};

/** The types that the language itself knows. */
type BasicTypes = Readonly<Record<'Integer' | 'Long' | 'Float' | 'String' | 'Bool', Type>>;

/** What the checker knows so far. One for each compilation. */
export class CheckContext {
  readonly library: LinkedLibrary;
  readonly types: BasicTypes;
  readonly problems: Problems;
  readonly guesses = new Guesses();
  readonly structs = new Map<string, StructType>();
  readonly functions = new Map<string, FunctionSymbol[]>();
  readonly globals: Type[] = [];
  /** Structs of which there are several: what their members are nobody can say. */
  readonly ambiguous = new Set<string>();
  /** Names of variables that are declared somewhere at the top, also further down. */
  readonly laterGlobals = new Set<string>();
  /** Arrays that were declared with a size, until something is said about one. */
  readonly sized = new Set<Variable>();
  /** Types that were written where the name belongs, which has been said. */
  readonly swapped = new Set<Name>();
  readonly #sources = new Map<string, string>();
  readonly #include: (id: string, span: Span) => Tree | undefined;
  /** What stands on the left of an assignment, while it is checked. */
  assigning: Expression | undefined;
  scope = new Scope(undefined);
  state: RoutineState;
  /** Place of what is being checked in the order of the text. */
  order = 0;
  observer: CheckObserver | undefined;
  /** What people mean who know other languages; absent where a script is only to run. */
  habits: Habits | undefined;
  /** Where the statement begins that is being checked; -1 in a condition. */
  statementStart = 0;
  /** Every statement so far. */
  readonly sites: Site[] = [];

  constructor(
    library: LinkedLibrary,
    problems: Problems,
    main: Routine,
    include: (id: string, span: Span) => Tree | undefined,
  ) {
    this.library = library;
    this.types = {
      Integer: library.basic('Integer'),
      Long: library.basic('Long'),
      Float: library.basic('Float'),
      String: library.basic('String'),
      Bool: library.basic('Bool'),
    };
    this.problems = problems;
    this.#include = include;
    this.state = {
      routine: main,
      returns: undefined,
      owner: undefined,
      slots: 0,
      loops: 0,
      unknown: undefined,
    };
  }

  /** The script that an include directive means, unless it is already there. */
  include(id: string, span: Span): Tree | undefined {
    const tree = this.#include(id, span);
    if (tree !== undefined) this.read(tree);
    return tree;
  }

  /** Keeps the text of a script that belongs to the program. */
  read({ file, source }: Tree): void {
    this.#sources.set(file, source);
  }

  /** What is written in a range. */
  textOf({ file, start, end }: Pick<Span, 'file' | 'start' | 'end'>): string {
    return this.#sources.get(file)?.slice(start, end) ?? '';
  }

  site(span: Span): Site {
    return { span: plainSpan(span), order: this.sites.length, routine: this.state.routine };
  }

  /** The site of a statement that begins now. */
  statement(span: Span): Site {
    this.statementStart = span.start;
    const site = { span: plainSpan(span), order: this.sites.length + 1, routine: this.state.routine };
    this.sites.push(site);
    return site;
  }

  /** Begins a scope, which `leaveScope` ends; that of a loop begins before its body, at the statement `from`. */
  enterScope(from = this.sites.length + 1): void {
    this.scope = new Scope(this.scope, from);
  }

  leaveScope(): void {
    const { scope } = this;
    const to = this.sites.length + 1;
    this.state.routine.blocks.push({ from: scope.from, to });
    scope.end(to);
    if (scope.parent !== undefined) this.scope = scope.parent;
  }

  /** Checks `body` as the inside of a function, which sees only the script's own variables around it. */
  inRoutine(state: RoutineState, globals: Scope, body: () => void): void {
    const { scope, state: outer } = this;
    this.scope = globals;
    this.state = state;
    this.enterScope();
    body();
    this.leaveScope();
    this.scope = scope;
    this.state = outer;
  }

  get inLoop(): boolean {
    return this.state.loops > 0;
  }

  get atTop(): boolean {
    return this.scope.parent === undefined;
  }

  /** Declares a variable in the current block, and says so when there is one of that name. */
  declare(name: Name, type: Type, assignment?: Diagnostic['fix']): Variable {
    const before = this.scope.own(name.text);
    if (before !== undefined) {
      const message = `"${name.text}" is already declared in this block.`;
      const fix = before.type.name === type.name ? assignment : undefined;
      this.problems.error('duplicate', message, name.span, fix);
    }
    if (!this.swapped.has(name)) refuseReserved(this, name, 'variable');
    const variable = this.declareSilently(name.text, type);
    this.observer?.declared(name, variable);
    return variable;
  }

  declareSilently(name: string, type: Type): Variable {
    const global = this.atTop;
    const slot = global ? this.globals.push(type) - 1 : this.state.slots++;
    const variable: Variable = { name, type, slot, global, from: this.sites.length + 1, to: Infinity };
    this.scope.declare(variable);
    this.state.routine.variables.push(variable);
    return variable;
  }
}
