import type { Code } from './analysis/tree.ts';

/** Classes whose values nothing changes: what a method of them gives is another value. */
const values: ReadonlySet<string> = new Set([
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

/** How functions and methods are called that only tell something. */
const telling =
  /^(get|is|has|to|exists|find|size|length|contains|eof|count|current|value|parse|encode|decode|substitute)/i;

/** Of those, the ones that do more. */
const acting = /^(getNext|getCgi|toggle)/i;

/**
 * Whether evaluating an expression changes nothing. It assigns nothing and calls no function of the script; of the library it
 * calls what only tells something, by its name, and the environment refuses the rest.
 */
export function isHarmless(code: Code): boolean {
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
      return onlyTells(code) && operandsOf(code).every(isHarmless);
    default:
      return false;
  }
}

type Native = Extract<Code, { kind: 'native' }>;

const operandsOf = ({ receiver, args }: Native): readonly Code[] =>
  receiver === undefined ? args : [receiver, ...args];

function onlyTells({ callee }: Native): boolean {
  const { native, name, owner } = callee;
  if (native.changes !== undefined) return false;
  return values.has(owner) || (telling.test(name) && !acting.test(name));
}
