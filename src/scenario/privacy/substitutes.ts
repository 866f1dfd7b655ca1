import type { ScenarioFile } from '../format.ts';
import { mentionsIn, ofAgents } from './people.ts';
import { Personas } from './personas.ts';
import { isUnspaced, keyOf, nameWords, phoneKey, piecesOf, withoutGenitive } from './words.ts';

export type DetailKind = 'name' | 'firstName' | 'email' | 'phone' | 'company';

/** What takes the place of a detail wherever that occurs. `from` is how it was met first. */
export type Substitute = { readonly kind: DetailKind; readonly from: string; readonly to: string };

export type Phrase = Substitute & { readonly words: readonly string[] };
/** Names and companies by the first of their words, the longest first. */
type Phrases = Map<string, readonly Phrase[]>;

export type Substitutes = {
  /** By a single word of a name. */
  readonly words: ReadonlyMap<string, Substitute>;
  /** Words that agents are called as well: alone, an agent may be meant. */
  readonly agents: ReadonlySet<string>;
  readonly names: ReadonlyMap<string, readonly Phrase[]>;
  readonly companies: ReadonlyMap<string, readonly Phrase[]>;
  readonly emails: ReadonlyMap<string, Substitute>;
  readonly phones: ReadonlyMap<string, Substitute>;
  readonly unspaced: readonly Substitute[];
};

/** Everything personal that a file says of customers, each with what takes its place: one persona for each person. */
export function substitutesFor(file: ScenarioFile, beside: ScenarioFile = file): Substitutes {
  const agents = ofAgents(beside);
  const made = new Made(new Personas(new Set([...wordsOf(file), ...wordsOf(beside)])));
  for (const mention of [...mentionsIn(file), ...(beside === file ? [] : mentionsIn(beside))]) {
    const { email = '', phone = '', company = '', session } = mention;
    for (const called of [mention.name ?? '', mention.alias ?? ''])
      if (!agents.names.has(keyOf(called))) made.name(called, session);
    if (!agents.emails.has(keyOf(email)))
      made.email(email.trim(), mention.name ?? mention.alias ?? '', session);
    made.phone(phone.trim());
    made.company(company.trim());
  }
  const { words, names, companies, emails, phones } = made;
  const unspaced = [...words.values()].filter(({ from }) => isUnspaced(from)).sort(longestFirst);
  return { words, agents: agents.words, names, companies, emails, phones, unspaced };
}

/** What has been made so far. Whoever is called two things in one session is one person. */
class Made {
  readonly words = new Map<string, Substitute>();
  readonly names: Phrases = new Map();
  readonly companies: Phrases = new Map();
  readonly emails = new Map<string, Substitute>();
  readonly phones = new Map<string, Substitute>();
  readonly #people = new Map<number, readonly string[]>();
  readonly #personas: Personas;

  constructor(personas: Personas) {
    this.#personas = personas;
  }

  /** The persona's name for somebody's; it has as many words as tell who it is. */
  name(from: string, session: number): readonly string[] {
    const person = this.#people.get(session);
    const to = nameWords(from).map((word, index) => {
      const isFirst = index === 0;
      const known = this.words.get(keyOf(word))?.to ?? (isFirst ? person?.[0] : undefined);
      const name = known ?? (isFirst ? this.#personas.firstName() : this.#personas.lastName());
      const kind = isFirst ? 'firstName' : 'name';
      // Whoever is called `Moe-Hansen` is called `Hansen` as well.
      for (const part of [word, ...(word.includes('-') ? nameWords(word.replaceAll('-', ' ')) : [])])
        if (!this.words.has(keyOf(part))) this.words.set(keyOf(part), { kind, from: part, to: name });
      return name;
    });
    if (to.length > 1) addPhrase(this.names, { kind: 'name', from, to: to.join(' ') });
    if (session !== 0 && to.length > (person?.length ?? 0)) this.#people.set(session, to);
    return to;
  }

  email(from: string, owner: string, session: number): void {
    if (from === '' || this.emails.has(keyOf(from))) return;
    const names = nameWords(owner).length > 0 ? this.name(owner, session) : (this.#people.get(session) ?? []);
    this.emails.set(keyOf(from), { kind: 'email', from, to: this.#personas.email(names) });
  }

  phone(from: string): void {
    const key = phoneKey(from);
    if (key === '' || this.phones.has(key)) return;
    this.phones.set(key, { kind: 'phone', from, to: this.#personas.phone() });
  }

  company(from: string): void {
    if (keysOf(from).length === 0 || hasPhrase(this.companies, from)) return;
    addPhrase(this.companies, { kind: 'company', from, to: this.#personas.company() });
  }
}

const longestFirst = (a: Substitute, b: Substitute): number => b.from.length - a.from.length;

const keysOf = (text: string): readonly string[] =>
  [...piecesOf(text)].flatMap(({ kind, text: word }) =>
    kind === 'word' ? [keyOf(withoutGenitive(word))] : [],
  );

const hasPhrase = (phrases: Phrases, text: string): boolean => {
  const words = keysOf(text);
  return (phrases.get(words[0] ?? '') ?? []).some((phrase) => phrase.words.join(' ') === words.join(' '));
};

function addPhrase(phrases: Phrases, substitute: Substitute): void {
  const words = keysOf(substitute.from);
  const [first] = words;
  if (first === undefined || hasPhrase(phrases, substitute.from)) return;
  const others = [...(phrases.get(first) ?? []), { ...substitute, words }];
  phrases.set(
    first,
    others.toSorted((a, b) => b.words.length - a.words.length),
  );
}

/** Every word that stands anywhere in the file. */
function wordsOf(value: unknown): ReadonlySet<string> {
  const words = new Set<string>();
  const visit = (part: unknown): void => {
    if (typeof part === 'string')
      for (const word of keyOf(part).split(/[^\p{L}\p{N}\p{M}]+/u)) words.add(word);
    else if (typeof part === 'object' && part !== null) for (const item of Object.values(part)) visit(item);
  };
  visit(value);
  return words;
}
