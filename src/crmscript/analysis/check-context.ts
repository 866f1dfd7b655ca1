import type { Span } from '../diagnostic.ts';
import type { Name, Tree } from '../syntax/ast.ts';
import type { Problems } from '../syntax/problems.ts';
import type { LinkedLibrary } from './link.ts';
import { Scope, type FunctionSymbol, type Variable } from './symbols.ts';
import type { DebugVariable, Routine, Site } from './tree.ts';
import type { StructType, Type } from './types.ts';

/** What is known about the function, or the top of the script, that is being checked. */
export type RoutineState = {
  readonly routine: Routine;
  readonly returns: Type | undefined;
  readonly owner: StructType | undefined;
  slots: number;
  loops: number;
};

/** What the checker knows so far. One for each compilation. */
export class CheckContext {
  readonly library: LinkedLibrary;
  readonly problems: Problems;
  readonly structs = new Map<string, StructType>();
  readonly functions = new Map<string, FunctionSymbol[]>();
  readonly globals: Type[] = [];
  /** Names of variables that are declared somewhere at the top, also further down. */
  readonly laterGlobals = new Set<string>();
  readonly #include: (id: string, span: Span) => Tree | undefined;
  scope = new Scope(undefined);
  state: RoutineState;
  /** Place of what is being checked in the order of the text. */
  order = 0;
  #statements = 0;

  constructor(
    library: LinkedLibrary,
    problems: Problems,
    main: Routine,
    include: (id: string, span: Span) => Tree | undefined,
  ) {
    this.library = library;
    this.problems = problems;
    this.#include = include;
    this.state = { routine: main, returns: undefined, owner: undefined, slots: 0, loops: 0 };
  }

  /** The script that an include directive means, unless it is already there. */
  include(id: string, span: Span): Tree | undefined {
    return this.#include(id, span);
  }

  type(name: string): Type {
    return this.library.basic(name);
  }

  site(span: Span): Site {
    const { file, start, end, line, column } = span;
    return { span: { file, start, end, line, column }, order: this.#statements, routine: this.state.routine };
  }

  /** The site of a statement that begins now. */
  statement(span: Span): Site {
    this.#statements += 1;
    return this.site(span);
  }

  /** Checks `body` in a scope of its own. */
  inScope<T>(body: () => T): T {
    const outer = this.scope;
    this.scope = new Scope(outer);
    const result = body();
    for (const variable of this.scope.shown) variable.to = this.#statements + 1;
    this.scope = outer;
    return result;
  }

  /** Checks `body` as the inside of a function, which sees only the script's own variables around it. */
  inRoutine<T>(state: RoutineState, globals: Scope, body: () => T): T {
    const { scope, state: outer } = this;
    this.scope = globals;
    this.state = state;
    const result = this.inScope(body);
    this.scope = scope;
    this.state = outer;
    return result;
  }

  get inLoop(): boolean {
    return this.state.loops > 0;
  }

  get atTop(): boolean {
    return this.scope.parent === undefined;
  }

  /** Declares a variable in the current block, and says so when there is one of that name. */
  declare(name: Name, type: Type): Variable {
    if (this.scope.names.has(name.text)) {
      this.problems.error('duplicate', `"${name.text}" is already declared in this block.`, name.span);
    }
    return this.declareSilently(name.text, type);
  }

  declareSilently(name: string, type: Type): Variable {
    const global = this.atTop;
    const slot = global ? this.globals.push(type) - 1 : this.state.slots++;
    const variable: Variable = { name, type, slot, global };
    const shown: DebugVariable = { name, type, slot, global, from: this.#statements + 1, to: Infinity };
    this.scope.names.set(name, variable);
    this.scope.shown.push(shown);
    this.state.routine.variables.push(shown);
    return variable;
  }
}
