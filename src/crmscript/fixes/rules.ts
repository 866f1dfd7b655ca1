import type { ProblemCode } from '../problem-code.ts';
import type { Token } from '../syntax/token.ts';
import type { FaultSite } from './fault-site.ts';
import type { Answer, Fault, Rule, Rules, WordRules } from './rule.ts';
import { blockRules, unopenedRules } from './rules/blocks.ts';
import { bracketRules } from './rules/brackets.ts';
import { castRules } from './rules/casts.ts';
import { conditionRules, jointRules, operatorMissing } from './rules/conditions.ts';
import { directiveRules } from './rules/directives.ts';
import { statementWords } from './rules/foreign-statements.ts';
import { functionRules } from './rules/functions.ts';
import { handlerRules } from './rules/handlers.ts';
import { interpolated, isInterpolated } from './rules/interpolation.ts';
import { loopRules } from './rules/loops.ts';
import { genericWord, nameRules } from './rules/names.ts';
import { operatorRules, operatorWords } from './rules/operators.ts';
import { commandRules, statementRules } from './rules/statements.ts';
import { structRules } from './rules/structs.ts';
import { ternaryRules } from './rules/ternary.ts';
import { textRules } from './rules/texts.ts';
import { exceptionWord, valueRules, valueWords } from './rules/values.ts';

/** In the order in which they are asked: the first that knows better is heard. */
const rules: Rules = [
  ...blockRules,
  ...directiveRules,
  ...loopRules,
  ...castRules,
  ...ternaryRules,
  ...jointRules,
  ...handlerRules,
  ...statementRules,
  ...conditionRules,
  ...valueRules,
  ...functionRules,
  ...structRules,
  ...nameRules,
  ...operatorRules,
  { codes: ['expected'], rule: operatorMissing },
  ...textRules,
  ...commandRules,
  ...unopenedRules,
  ...bracketRules,
];

const byCode = new Map<ProblemCode, Rule[]>();
for (const { codes, rule } of rules) {
  for (const code of codes) byCode.set(code, [...(byCode.get(code) ?? []), rule]);
}

/** What the rules make of a fault. */
export function answerTo(site: FaultSite, fault: Fault): Answer | undefined {
  for (const rule of byCode.get(fault.code) ?? []) {
    const answer = rule(site, fault);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

const words: WordRules = new Map([...statementWords, ...valueWords]);
const isException = /(Exception|Error)$/;

/** What the rules make of a word or a text that means something only elsewhere, wherever it stands. */
type Around = { readonly next: Token | undefined; readonly source: string };

export function answerToWord(
  placeOf: () => FaultSite,
  token: Token,
  { next, source }: Around,
): Answer | undefined {
  if (token.kind === 'string') return isInterpolated(source, token) ? interpolated(placeOf()) : undefined;
  const rule = words.get(token.text) ?? operatorWords.get(token.text.toLowerCase());
  if (rule !== undefined) return rule(placeOf());
  if (next?.text === '<') return genericWord(placeOf());
  return isException.test(token.text) ? exceptionWord(placeOf()) : undefined;
}
