import type { ScenarioFile } from './format.ts';
import { pathText } from './problem.ts';
import { changeLiterals } from './privacy/literals.ts';
import { substituteIn, type Manner } from './privacy/substitute.ts';
import { substitutesFor, type Substitute, type Substitutes } from './privacy/substitutes.ts';
import { rewriteTexts, type Where } from './privacy/texts.ts';
import { keyOf, phoneKey } from './privacy/words.ts';
import { withoutHashes } from './record.ts';

/** Something personal that was replaced, to be shown before a file is saved. */
export type Replacement = Substitute & {
  /** How often it stood in the file, and where, each place once: `steps[3].input.text`. */
  readonly count: number;
  readonly places: readonly string[];
};

export type WithoutDetails = {
  readonly file: ScenarioFile;
  readonly replacements: readonly Replacement[];
  /** Does the same in a text that came of the file before. */
  readonly inText: (text: string) => string;
};

/**
 * The file with invented personas in place of its customers: names, first names, addresses of mail, numbers and companies, as
 * contacts, customers and forms give them and as customers write them, everywhere in the file. The same person becomes
 * the same persona, and the same file the same file. Agents keep their names. The hashes are gone: a bot may
 * answer another name in another way, so it is to be played again.
 * @param beside another file whose customers may occur in this one: the conversation that filled the tables of a setting.
 */
export function replacePersonalDetails(file: ScenarioFile, beside: ScenarioFile = file): WithoutDetails {
  const all = substitutesFor(file, beside);
  const noted = new Map<Substitute, { count: number; places: Set<string> }>();
  const noteAt = (where: Where) => (substitute: Substitute) => {
    const note = noted.get(substitute) ?? { count: 0, places: new Set<string>() };
    note.count++;
    note.places.add(pathText(where.path));
    noted.set(substitute, note);
  };
  const changed = rewriteTexts(file, (text, where) => rewritten(text, where, all, noteAt(where)));
  return {
    file: withoutHashes(changed),
    inText: (text) => substituteIn(text, all, { isOpen: true, isAddress: false, note: () => undefined }),
    replacements: [...noted].map(([substitute, { count, places }]) => ({
      kind: substitute.kind,
      from: substitute.from,
      to: substitute.to,
      count,
      places: [...places],
    })),
  };
}

function rewritten(text: string, { path, kind }: Where, all: Substitutes, note: Manner['note']): string {
  const manner = { isOpen: kind !== 'own', isAddress: kind === 'address', note };
  if (kind === 'code') return changeLiterals(text, (literal) => substituteIn(literal, all, manner));
  const whole = kind === 'own' ? ofField(text, path.at(-1), all) : undefined;
  if (whole === undefined) return substituteIn(text, all, manner);
  note(whole);
  return whole.to;
}

/** A field that holds nothing but one detail, in whatever form that is. */
function ofField(text: string, field: unknown, all: Substitutes): Substitute | undefined {
  if (field === 'email') return all.emails.get(keyOf(text.trim()));
  if (field === 'phone') return all.phones.get(phoneKey(text));
  return undefined;
}
