import type { Expression } from '../../crmscript/bound-tree.ts';
import { keyOf } from './facts.ts';
import type { Porter } from './porter.ts';

/*
 * Whole numbers of CRMScript wrap at 32 bits. Few scripts get there, and a port that wrote `| 0` everywhere would be no
 * joy to own: so only numbers that may get large are held there. Large is what a large constant goes into, what is
 * multiplied by itself again and again, and whatever is calculated with such a number.
 */

const large = 2 ** 26;

/** Whether a number may get so large that it wraps. */
export function isWide(p: Porter, node: Expression): boolean {
  switch (node.kind) {
    case 'integer':
    case 'long':
      return Number(node.text) >= large;
    case 'name':
      return p.is('wide', p.tree.variableOf(node));
    case 'unary':
      return isWide(p, node.operand);
    case 'call': {
      const code = p.tree.codeOf(node);
      return code?.kind === 'call' && p.facts.has('returnsWide', keyOf(code.callee.declaration.name.span));
    }
    case 'chain': {
      const operands = [node.first, ...node.rest.map(({ operand }) => operand)];
      const products = node.rest.some(({ operator }) => operator === '*');
      return operands.some((one) => isWide(p, one) || (products && one.kind === 'call' && isOwnCall(p, one)));
    }
    case 'member':
    case 'index':
      return isWide(p, node.kind === 'member' ? node.object : node.array);
    case 'assignment':
      return isWide(p, node.target) || isWide(p, node.value);
    default:
      return false;
  }
}

const isOwnCall = (p: Porter, node: Expression): boolean => p.tree.codeOf(node)?.kind === 'call';

/** The variable in which an element or a field is, in the end. */
function holderOf(node: Expression): Expression {
  if (node.kind === 'member') return holderOf(node.object);
  return node.kind === 'index' ? holderOf(node.array) : node;
}

/** Notes that a variable may become large by what is assigned to it. */
export function markWide(
  p: Porter,
  target: Expression,
  node: Extract<Expression, { kind: 'assignment' }>,
): void {
  const grows = node.operator === '*=' || (node.operator === '=' && multiplies(p, node.value, target));
  if (grows || isWide(p, node.value)) p.mark('wide', p.variableIn(holderOf(target)));
}

/** Whether a product has the variable itself as a factor. */
function multiplies(p: Porter, value: Expression, target: Expression): boolean {
  const variable = p.variableIn(target);
  if (value.kind !== 'chain' || variable === undefined) return false;
  const operands = [value.first, ...value.rest.map(({ operand }) => operand)];
  const isProduct = value.rest.some(({ operator }) => operator === '*');
  return operands.some((one) => (isProduct && p.variableIn(one) === variable) || multiplies(p, one, target));
}
