import type { Origin } from '../engine/origin.ts';

/* Which of the values that something was made of has what it became: told by the values alone, so that it is never guessed by a name. */

/** What was chosen of them; null where nobody can tell. The others are offered. */
export type Chosen = { readonly next: Origin | null; readonly others: readonly Origin[] };

/** Texts are compared as far as this. */
const longestCompared = 10_000;

const isLiteral = ({ how }: Origin): boolean => how === 'literal';

/** What was only declared carries nothing; what is done to it later stands beside it. */
const isEmpty = (origin: Origin): boolean => isLiteral(origin) || isUnset(origin);

function isUnset(origin: Origin, levels = 5): boolean {
  if (origin.how === 'unset') return true;
  if (levels === 0 || (origin.how !== 'assigned' && origin.how !== 'part')) return false;
  const [first, ...others] = origin.from();
  return first !== undefined && others.length === 0 && isUnset(first, levels - 1);
}

/**
 * The operand that carries what a value is: the same one; else the text that is contained in it, or that it is contained in, the
 * longest such; else the only one that does not stand in the text. `wanted`: what it became.
 */
export function chooseOperand(node: Origin, wanted: string | undefined, isAsked = false): Chosen {
  const operands = unequal(node.from());
  const carriers = operands.filter((operand) => !isEmpty(operand));
  if (isAsked) return askedOf(carriers);
  const same = carriers.find((operand) => operand.isSame(node));
  if (same !== undefined) return chosen(same, carriers);
  const [best, second] = carriers
    .map((operand) => ({ operand, overlap: overlapOf(operand, node, wanted) }))
    .sort((a, b) => b.overlap - a.overlap);
  if (best === undefined) return { next: operands.find((operand) => isUnset(operand)) ?? null, others: [] };
  if (best.overlap > (second?.overlap ?? 0) || best.overlap > 0) return chosen(best.operand, carriers);
  return carriers.length === 1 ? chosen(best.operand, carriers) : { next: null, others: carriers };
}

/** Of what a call of the network was made with, the way that leads to what a person wrote; none where none does. */
function askedOf(carriers: readonly Origin[]): Chosen {
  const next = carriers.find((operand) => leadsOut(operand)) ?? null;
  return { next, others: carriers.filter((other) => other !== next) };
}

/** So many values are looked at to find where something leads. */
const mostLooked = 300;

/** Whether a value was made of something that did not stand in the scripts. */
export function leadsOut(origin: Origin): boolean {
  const ahead = [origin];
  for (let looked = 0; looked < mostLooked; looked++) {
    const next = ahead.pop();
    if (next === undefined) return false;
    const source = next.source?.kind;
    if (source === 'input' ? isWord(next) : source !== undefined && source !== 'chat' && source !== 'time')
      return true;
    const handed = next.handed();
    ahead.push(...(handed === null ? next.from() : [handed]));
  }
  return false;
}

/** Inputs that people write; the others are numbers and names of settings. */
const isWord = ({ source }: Origin): boolean =>
  source?.kind === 'input' && /(message|alias|customerName|email|phone|companyName)$/i.test(source.name);

const chosen = (next: Origin, carriers: readonly Origin[]): Chosen => ({
  next,
  others: carriers.filter((other) => other !== next),
});

/** Each once: an object is often both what was called and what it was done to. */
const unequal = (operands: readonly Origin[]): readonly Origin[] =>
  operands.filter((operand, index) => !operands.slice(0, index).some((before) => before.isEqual(operand)));

/** How much of a text is in another, or the other way round; of something that was done to an object, what it was given counts. */
function overlapOf(operand: Origin, node: Origin, wanted: string | undefined): number {
  if (wanted === undefined || wanted === '') return 0;
  const own = isNumber(operand) && isNumber(node) ? 0 : overlap(operand.plain, wanted);
  const source = operand.source;
  const given = operand.how === 'called' && operand.plain === '' ? operand.from() : [];
  const answered = source?.kind === 'http' ? overlap(source.body, wanted) : 0;
  return Math.max(own, answered, ...given.map((one) => (isLiteral(one) ? 0 : overlap(one.plain, wanted))));
}

const numbers: ReadonlySet<string> = new Set(['Integer', 'Long', 'Float', 'Byte']);

/** The digits of a number say nothing of the numbers that it was made of. */
const isNumber = ({ type }: Origin): boolean => numbers.has(type);

/** In characters; 0 where neither is in the other. */
export function overlap(one: string | undefined, other: string): number {
  if (one === undefined || one === '') return 0;
  const a = one.slice(0, longestCompared).toLowerCase();
  const b = other.slice(0, longestCompared).toLowerCase();
  return a.includes(b) ? b.length : b.includes(a) ? a.length : 0;
}
