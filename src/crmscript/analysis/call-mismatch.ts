import type { Name } from '../syntax/ast.ts';
import { isLinked, signature, type Arguments, type Candidate } from './call-candidates.ts';
import type { CheckContext } from './check-context.ts';
import { advice, mend } from './convert.ts';
import { signatureOf } from './types/symbols.ts';
import { conversionCost } from './types/types.ts';

/** More than this nobody reads. */
const mostListed = 12;

/** Says why the arguments of a call fit none of the functions of that name. */
export function reportMismatch(
  context: CheckContext,
  candidates: readonly Candidate[],
  args: Arguments,
  name: Name,
  shown: string,
): void {
  const different = withoutHidden(candidates).filter(
    (candidate) => !isLinked(candidate) || candidate.native.divided !== true,
  );
  const counted = different.filter(({ parameters }) => parameters.length === args.codes.length);
  const [only, another] = counted.length > 0 ? counted : different;
  if (only !== undefined && another === undefined) {
    reportOnly(context, only, args, name, shown);
    return;
  }
  const given = signatureOf(
    name.text,
    args.codes.map(({ type }) => type),
  );
  const listed = different.slice(0, mostListed).map(({ parameters }) => signature(name.text, parameters));
  const more = different.length - listed.length;
  const list = listed.join(', ') + (more > 0 ? ` and ${String(more)} more` : '');
  const message = `Nothing fits ${given}. There is ${list}.`;
  context.problems.error('bad-arguments', message, name.span, undefined, { given });
}

/** A function of the script's own hides the one of the library that has the same parameters (crm Q17). */
function withoutHidden(candidates: readonly Candidate[]): readonly Candidate[] {
  const bySignature = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const key = signature('', candidate.parameters);
    if (!bySignature.has(key)) bySignature.set(key, candidate);
  }
  return [...bySignature.values()];
}

function reportOnly(
  context: CheckContext,
  only: Candidate,
  args: Arguments,
  name: Name,
  shown: string,
): void {
  const wanted = only.parameters.length;
  const text = signature(shown, only.parameters);
  if (wanted !== args.codes.length) {
    const count = `${wanted === 0 ? 'no' : String(wanted)} argument${wanted === 1 ? '' : 's'}`;
    const message = `${text} takes ${count}, but ${String(args.codes.length)} ${args.codes.length === 1 ? 'is' : 'are'} given.`;
    context.problems.error('argument-count', message, name.span, undefined, {
      function: text,
      wanted,
      given: args.codes.length,
    });
    return;
  }
  for (const [index, parameter] of only.parameters.entries()) {
    const code = args.codes[index];
    if (code === undefined || conversionCost(code.type, parameter.type) !== undefined) continue;
    const message = `"${parameter.name}" of ${text} is ${parameter.type.name}, but this is ${code.type.name}.`;
    const span = args.nodes[index]?.span ?? name.span;
    const fix = mend(context, code, parameter.type, span);
    context.problems.error('bad-arguments', message + advice(code.type, parameter.type), span, fix, {
      function: text,
      parameter: parameter.name,
      wanted: parameter.type.name,
      given: code.type.name,
    });
  }
}
