import { watching } from '../analysis/check-observer.ts';
import { checkSource } from '../check-source.ts';
import type { EditedScript } from '../complete.ts';
import type { Expression } from '../syntax/ast.ts';

type Named = { readonly offset: number; readonly text: string };

/** `name:` for each argument between two offsets whose meaning its text does not tell. */
export function argumentNames(script: EditedScript, start: number, end: number): Named[] {
  const found = new Map<number, Named>();
  const watch = watching((expression, code) => {
    if (expression.kind !== 'call' && expression.kind !== 'methodCall') return;
    if (code.kind !== 'call' && code.kind !== 'native') return;
    const { parameters } = code.callee;
    expression.args.forEach((argument, index) => {
      const { file, start: offset } = argument.span;
      if (file !== script.file || offset < start || offset >= end) return;
      const name = parameters[index]?.name ?? '';
      if (saysNothing(name) || (parameters.length < 2 && argument.kind !== 'bool')) return;
      if (!saysItself(argument, name)) found.set(offset, { offset, text: `${name}:` });
    });
  });
  checkSource(script.source, script, watch);
  return [...found.values()];
}

/** Names that tell nobody anything. */
const saysNothing = (name: string): boolean => /^(?:\w?|(?:arg|param|parameter|value|p)\d*)$/i.test(name);

/** `send(customer)`, `send(order.customer)`, `send(getCustomer())`, `send(customerId)` for a parameter `customer`. */
function saysItself(argument: Expression, parameter: string): boolean {
  const said = saidBy(argument).toLowerCase();
  const wanted = parameter.toLowerCase();
  return said.length > 1 && (said.includes(wanted) || wanted.includes(said));
}

function saidBy(argument: Expression): string {
  switch (argument.kind) {
    case 'name':
      return argument.text;
    case 'member':
    case 'methodCall':
      return argument.name.text;
    case 'call':
      return argument.callee.text;
    default:
      return '';
  }
}
