import type { BoundStatement, Slot } from '../analysis/types/bound-tree.ts';
import { coded } from '../codes.ts';
import { compileSizes } from './array-value.ts';
import { locationOf } from '../run/call-stack.ts';
import { compileGuard } from './compile-guard.ts';
import type { Compiler } from './compiler.ts';
import {
  recordCaught,
  recordDeclaration,
  recordElement,
  recordReturn,
  recordThrow,
} from './record-statement.ts';
import { completion, type Eval, type Exec, type Frame, type Run } from '../run/run-state.ts';
import { ScriptError } from '../run/script-error.ts';

type Of<Kind extends BoundStatement['kind']> = Extract<BoundStatement, { kind: Kind }>;
const { normal, break: broken, continue: continued, return: returned } = completion;

/*
 * What counts as one statement, for the budget and the debugger: a declaration, an expression statement,
 * return, throw, break, continue, an empty statement, the entry of a `try`, each evaluation of a condition
 * of if, while and for, each update of a for, the list of a foreach and each of its elements. A block
 * counts nothing by itself.
 */

/** Each statement counts itself in one field; passing the mark there is the only check. */
export function compileStatement(compiler: Compiler, checked: BoundStatement): Exec {
  switch (checked.kind) {
    case 'block':
      return compileBlock(checked.body.map((statement) => compiler.statement(statement)));
    case 'expression':
      return compileExpressionStatement(compiler, checked);
    case 'declare':
      return compileDeclaration(compiler, checked);
    case 'if':
      return compileIf(compiler, checked);
    case 'while':
      return compileWhile(compiler, checked);
    case 'for':
      return compileFor(compiler, checked);
    case 'foreach':
      return compileForeach(compiler, checked);
    case 'try':
      return compileTry(compiler, checked);
    case 'return':
      return compileReturn(compiler, checked);
    case 'throw':
      return compileThrow(compiler, checked);
    case 'break':
      return compileJump(compiler, checked, broken);
    case 'continue':
      return compileJump(compiler, checked, continued);
    case 'empty':
      return compileJump(compiler, checked, normal);
  }
}

function compileBlock(statements: readonly Exec[]): Exec {
  const [first, second, third] = statements;
  if (first === undefined) return () => normal;
  if (second === undefined) return first;
  if (third === undefined) {
    return (run, frame) => {
      const end = first(run, frame);
      return end === normal ? second(run, frame) : end;
    };
  }
  if (statements.length === 3) {
    return (run, frame) => {
      let end = first(run, frame);
      if (end !== normal) return end;
      end = second(run, frame);
      return end === normal ? third(run, frame) : end;
    };
  }
  return (run, frame) => {
    for (const statement of statements) {
      const end = statement(run, frame);
      if (end !== normal) return end;
    }
    return normal;
  };
}

function compileExpressionStatement(compiler: Compiler, { site, code }: Of<'expression'>): Exec {
  const evaluate = compiler.at(site, compiler.expression(code));
  return (run, frame) => {
    if (++run.statements > run.pauseAt) run.pause(site);
    evaluate(run, frame);
    return normal;
  };
}

function compileDeclaration(compiler: Compiler, checked: Of<'declare'>): Exec {
  const { site, variable } = checked;
  const { slot } = variable;
  const given = valueOfDeclaration(compiler, checked);
  const recorded = compiler.records
    ? recordDeclaration(site, variable, given, checked.value !== undefined)
    : given;
  const value = compiler.at(site, recorded);
  if (variable.global) {
    return (run, frame) => {
      if (++run.statements > run.pauseAt) run.pause(site);
      run.globals[slot] = value(run, frame);
      return normal;
    };
  }
  return (run, frame) => {
    if (++run.statements > run.pauseAt) run.pause(site);
    frame[slot] = value(run, frame);
    return normal;
  };
}

function valueOfDeclaration(compiler: Compiler, { site, variable, value, sizes }: Of<'declare'>): Eval {
  if (value !== undefined) return compiler.expression(value);
  if (sizes.length > 0) return compileSizes(compiler, variable.type, sizes, site);
  const make = compiler.maker(variable.type);
  return (run) => {
    run.at = site;
    run.pending = 0;
    return make(run);
  };
}

function compileIf(compiler: Compiler, { branches, otherwise }: Of<'if'>): Exec {
  let rest: Exec = otherwise === undefined ? () => normal : compiler.statement(otherwise);
  if (branches.length > 8) return compileLongIf(compiler, branches, rest);
  for (const branch of branches.toReversed()) {
    const { site } = branch;
    const condition = compiler.at(site, compiler.condition(site, 'if', branch.condition));
    const body = compiler.statement(branch.body);
    const next = rest;
    if (otherwise === undefined && branch === branches.at(-1)) {
      const isPlain = compiler.hits === undefined && !compiler.isNoted(site);
      const guard = isPlain ? compileGuard(site, branch.condition, body) : undefined;
      if (guard !== undefined) {
        rest = guard;
        continue;
      }
      rest = (run, frame) => {
        if (++run.statements > run.pauseAt) run.pause(site);
        return condition(run, frame) === true ? body(run, frame) : normal;
      };
      continue;
    }
    rest = (run, frame) => {
      if (++run.statements > run.pauseAt) run.pause(site);
      return condition(run, frame) === true ? body(run, frame) : next(run, frame);
    };
  }
  return rest;
}

/** Many branches are walked, so that a long list of `else if` needs no deep host stack. */
function compileLongIf(compiler: Compiler, branches: Of<'if'>['branches'], otherwise: Exec): Exec {
  const list = branches.map(({ site, condition, body }) => ({
    site,
    condition: compiler.at(site, compiler.condition(site, 'if', condition)),
    body: compiler.statement(body),
  }));
  return (run, frame) => {
    for (const { site, condition, body } of list) {
      if (++run.statements > run.pauseAt) run.pause(site);
      if (condition(run, frame) === true) return body(run, frame);
    }
    return otherwise(run, frame);
  };
}

function compileWhile(compiler: Compiler, { site, condition, body }: Of<'while'>): Exec {
  const test = compiler.at(site, compiler.condition(site, 'while', condition));
  const execute = compiler.statement(body);
  return (run, frame) => {
    for (;;) {
      if (++run.statements > run.pauseAt) run.pause(site);
      if (test(run, frame) !== true) return normal;
      const end = execute(run, frame);
      if (end === broken) return normal;
      if (end === returned) return returned;
    }
  };
}

function compileFor(compiler: Compiler, { start, condition, update, body }: Of<'for'>): Exec {
  const begin = start === undefined ? undefined : compiler.statement(start);
  const { site } = condition;
  const test = compiler.at(site, compiler.condition(site, 'for', condition.code));
  const updateSite = update?.site ?? site;
  const step = update && compiler.at(update.site, compiler.expression(update.code));
  const execute = compiler.statement(body);
  return (run, frame) => {
    begin?.(run, frame);
    for (;;) {
      if (++run.statements > run.pauseAt) run.pause(site);
      if (test(run, frame) !== true) return normal;
      const end = execute(run, frame);
      if (end === broken) return normal;
      if (end === returned) return returned;
      if (step === undefined) continue;
      if (++run.statements > run.pauseAt) run.pause(updateSite);
      step(run, frame);
    }
  };
}

const put = ({ global, slot }: Slot, run: Run, frame: Frame, value: unknown): void => {
  if (global) run.globals[slot] = value;
  else frame[slot] = value;
};

/** The live array is walked by index, up to its length at each turn (crm Q20). */
function compileForeach(compiler: Compiler, checked: Of<'foreach'>): Exec {
  const { site, listSite, variable } = checked;
  const list = compiler.at(listSite, compiler.list(listSite, checked.list));
  const isMarked = compiler.isMarked(site);
  const execute = compiler.statement(checked.body);
  const record = compiler.records ? recordElement(site, variable) : undefined;
  return (run, frame) => {
    if (++run.statements > run.pauseAt) run.pause(listSite);
    const array = list(run, frame) as unknown[];
    const { length } = array;
    run.held.push(array);
    for (let index = 0; index < array.length; index++) {
      if (++run.statements > run.pauseAt) run.pause(site);
      if (isMarked) run.reached(site);
      put(variable, run, frame, array[index]);
      record?.(run, frame, array, index);
      const end = execute(run, frame);
      if (end === broken) break;
      if (end === returned) {
        run.held.pop();
        return returned;
      }
    }
    run.held.pop();
    if (array.length !== length) {
      run.at = site;
      run.environment.hint(site.span, coded('array-changed-inside', {}));
    }
    return normal;
  };
}

/** Hosts are slow to throw, and the slower the more calls are open in between. */
const priceOfFailure = 100;

function compileTry(compiler: Compiler, checked: Of<'try'>): Exec {
  const { site, error, location } = checked;
  const body = compiler.at(site, compiler.statement(checked.body));
  const handler = compiler.statement(checked.handler);
  const record = compiler.records ? recordCaught(site, [error, location]) : undefined;
  return (run, frame) => {
    if (++run.statements > run.pauseAt) run.pause(site);
    const mark = run.mark();
    try {
      return body(run, frame);
    } catch (caught) {
      const thrown = run.errorOf(caught);
      if (!(thrown instanceof ScriptError) || !thrown.catchable) throw thrown;
      run.thrown(thrown, true);
      run.at = site;
      run.spend(priceOfFailure + thrown.depth - mark.depth);
      put(error, run, frame, `${thrown.kind}: ${thrown.text}`);
      put(location, run, frame, locationOf(run, thrown, mark.depth));
      run.goBack(mark);
      record?.(run, frame);
    }
    return handler(run, frame);
  };
}

function compileReturn(compiler: Compiler, { site, value }: Of<'return'>): Exec {
  if (value === undefined) {
    const none = compiler.at(site, () => null);
    return (run, frame) => {
      if (++run.statements > run.pauseAt) run.pause(site);
      run.result = none(run, frame);
      return returned;
    };
  }
  if (value.kind === 'local' && !compiler.isNoted(site)) {
    const { slot } = value;
    return (run, frame) => {
      if (++run.statements > run.pauseAt) run.pause(site);
      run.result = frame[slot];
      return returned;
    };
  }
  const given = compiler.expression(value);
  const evaluate = compiler.at(site, compiler.records ? recordReturn(given) : given);
  return (run, frame) => {
    if (++run.statements > run.pauseAt) run.pause(site);
    run.result = evaluate(run, frame);
    return returned;
  };
}

function compileThrow(compiler: Compiler, { site, value }: Of<'throw'>): Exec {
  const given = compiler.expression(value);
  const evaluate = compiler.at(site, compiler.records ? recordThrow(given) : given);
  return (run, frame) => {
    if (++run.statements > run.pauseAt) run.pause(site);
    const text = evaluate(run, frame) as string | null;
    return run.failAt(site, 'GeneralException', text ?? '');
  };
}

function compileJump(compiler: Compiler, { site }: Of<'break' | 'continue' | 'empty'>, end: number): Exec {
  const isMarked = compiler.isMarked(site);
  return (run) => {
    if (++run.statements > run.pauseAt) run.pause(site);
    if (isMarked) run.reached(site);
    return end;
  };
}
