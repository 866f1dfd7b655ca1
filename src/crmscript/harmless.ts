import type { BoundExpression } from './analysis/types/bound-tree.ts';

/** Classes whose values nothing changes: what a method of them gives is another value. */
export const unchanging: ReadonlySet<string> = new Set([
  'String',
  'Integer',
  'Long',
  'Float',
  'Bool',
  'Byte',
  'Date',
  'Time',
  'DateTime',
]);

/** How methods are called that only tell something, and functions that belong to no class. */
const tellingMethod = /^(get|is|has|to|exists|find|size|length|contains|eof|count)/i;
const tellingFunction = /^(get|is|has|to|find|count|parse|encode|decode|substitute)/i;

/** Of those, the ones that do more. */
const acting: ReadonlySet<string> = new Set(['HTTP.get', 'EventData.getNextInputParameter']);

/**
 * Whether evaluating an expression changes nothing. It assigns nothing and calls no function of the script; of the library it
 * calls what only tells something, by its name, and the environment refuses the rest.
 */
export function isHarmless(code: BoundExpression): boolean {
  switch (code.kind) {
    case 'constant':
    case 'local':
    case 'global':
      return true;
    case 'field':
      return isHarmless(code.object);
    case 'element':
      return isHarmless(code.array) && isHarmless(code.index);
    case 'arithmetic':
    case 'compare':
      return isHarmless(code.left) && isHarmless(code.right);
    case 'concat':
      return code.parts.every(isHarmless);
    case 'logical':
      return code.operands.every(isHarmless);
    case 'not':
    case 'negate':
    case 'convert':
      return isHarmless(code.operand);
    case 'native':
      return onlyTells(code.callee) && operandsOf(code).every(isHarmless);
    default:
      return false;
  }
}

type Native = Extract<BoundExpression, { kind: 'native' }>;

const operandsOf = ({ receiver, args }: Native): readonly BoundExpression[] =>
  receiver === undefined ? args : [receiver, ...args];

/** Whether a function of the library only tells something, by its name. */
export function onlyTells({ native, name, owner }: Native['callee']): boolean {
  if (native.changes !== undefined) return false;
  if (unchanging.has(owner)) return true;
  if (owner === '') return tellingFunction.test(name);
  return tellingMethod.test(name) && !acting.has(`${owner}.${name}`);
}
