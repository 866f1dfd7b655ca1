import type { BoundExpression, Site } from '../analysis/types/bound-tree.ts';
import { mustHoldAny } from './pure.ts';
import { compileList } from './compile-list.ts';
import type { CompiledFunction, Compiler } from './compiler.ts';
import { recordCall } from './record-statement.ts';
import { completion, type Eval, type Exec, type Frame, type Run } from '../run/run-state.ts';

/** Opens a call. The caller then runs the function's statements, so that there is no more of the host between. */
function enter(run: Run, frame: Frame, site: Site, frames: number): void {
  const { depth } = run;
  run.load += frames;
  if (depth >= run.deepest || run.load > run.mostLoad) run.tooDeep(site);
  run.sites[depth] = site;
  run.depth = depth + 1;
  run.stack[depth + 1] = frame;
}

/** Closes it, and gives what it returned, which whoever looks on may ask for until the next call ends. */
function leave(run: Run, callee: CompiledFunction, end: number, frames: number): unknown {
  run.depth -= 1;
  run.load -= frames;
  return end === completion.return ? run.result : (run.result = callee.otherwise(run));
}

/** Runs a function in a frame that holds its arguments, inside so many calls of the host. */
export function perform(
  run: Run,
  callee: CompiledFunction,
  frame: Frame,
  site: Site,
  frames: number,
): unknown {
  enter(run, frame, site, frames);
  let end = callee.first(run, frame);
  if (end === completion.normal) end = callee.second(run, frame);
  for (let n = 0; end === completion.normal && n < callee.others.length; n++)
    end = (callee.others[n] as Exec)(run, frame);
  return leave(run, callee, end, frames);
}

export function compileCall(compiler: Compiler, code: Extract<BoundExpression, { kind: 'call' }>): Eval {
  const { site } = code;
  const callee = compiler.function(code.callee);
  // What stands in the function itself comes on top of what stands around this call.
  const frames = compiler.frames + 1;
  const operands = code.receiver === undefined ? code.args : [code.receiver, ...code.args];
  const [one, two] = operands;
  if (compiler.records) {
    const list = compileList(compiler, operands, (operand) => compiler.expression(operand));
    const isShort = operands.length === 1 || (operands.length === 2 && !mustHoldAny(operands));
    const inside = isShort ? frames : frames + 1;
    return recordCall(code, list, (run, next) => perform(run, callee, next, site, inside));
  }
  const near = one && two === undefined ? nearLocal(one) : undefined;
  if (near !== undefined) {
    const { slot, add } = near;
    return (run, frame) => {
      const next = [((frame[slot] as number) + add) | 0];
      enter(run, next, site, frames);
      let end = callee.first(run, next);
      if (end === completion.normal) end = callee.second(run, next);
      for (let n = 0; end === completion.normal && n < callee.others.length; n++)
        end = (callee.others[n] as Exec)(run, next);
      return leave(run, callee, end, frames);
    };
  }
  if (one !== undefined && two === undefined) {
    const first = compiler.expression(one);
    return (run, frame) => {
      const next = [first(run, frame)];
      enter(run, next, site, frames);
      let end = callee.first(run, next);
      if (end === completion.normal) end = callee.second(run, next);
      for (let n = 0; end === completion.normal && n < callee.others.length; n++)
        end = (callee.others[n] as Exec)(run, next);
      return leave(run, callee, end, frames);
    };
  }
  if (one !== undefined && two !== undefined && operands.length === 2 && !mustHoldAny(operands)) {
    const first = compiler.expression(one);
    const second = compiler.expression(two);
    return (run, frame) => {
      const next = [first(run, frame), second(run, frame)];
      enter(run, next, site, frames);
      let end = callee.first(run, next);
      if (end === completion.normal) end = callee.second(run, next);
      for (let n = 0; end === completion.normal && n < callee.others.length; n++)
        end = (callee.others[n] as Exec)(run, next);
      return leave(run, callee, end, frames);
    };
  }
  const list = compileList(compiler, operands, (operand) => compiler.expression(operand));
  return (run, frame) => perform(run, callee, list(run, frame), site, frames + 1);
}

/** `n - 1` and `n + 1` of a local Integer: what recursion and the elements beside one are called with. */
function nearLocal(code: BoundExpression): { readonly slot: number; readonly add: number } | undefined {
  if (code.kind !== 'arithmetic' || code.type.name !== 'Integer' || code.left.kind !== 'local')
    return undefined;
  const { operator, left, right } = code;
  if (right.kind !== 'constant' || typeof right.value !== 'number') return undefined;
  if (operator === '+') return { slot: left.slot, add: right.value };
  return operator === '-' ? { slot: left.slot, add: -right.value } : undefined;
}
