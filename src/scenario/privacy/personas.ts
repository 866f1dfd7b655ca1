/* Invented people: the same for the same file, and none that occurs in it already. */

const firstNames =
  'Alba Bruno Clea Dario Elif Fabio Greta Hanno Ilka Jaro Kaia Lino Mira Nilo Odile Pavel Quirin Runa Samir Tilda Ugo Vera Wim Xenia Yara Zeno'.split(
    ' ',
  );
const lastNames =
  'Ashdown Birkwood Castell Dunmore Elmstad Fairholm Glenmark Holloway Ivarsen Juniper Kestrel Larkin Moorfield Nettle Oakham Pemberly Quill Rowntree Sandvik Thornby Umberfield Vexley Wrenfield Yarrow Zellwood'.split(
    ' ',
  );
const companies =
  'Works Trading Supply Studio Lines Foods Mills Press Garden Marine Optics Tools Travel Cycles Paper'.split(
    ' ',
  );
/** What makes a name another one when there are more people than names. */
const tails = ['lin', 'ros', 'mar', 'vik', 'ton', 'del', 'nor'];

export class Personas {
  readonly #taken: ReadonlySet<string>;
  readonly #mails = new Set<string>();
  #counts = { first: 0, last: 0, company: 0, phone: 0 };

  /** @param words every word of the file, in small letters. */
  constructor(words: ReadonlySet<string>) {
    this.#taken = words;
  }

  firstName(): string {
    return this.#free('first', (count) => nth(firstNames, count));
  }

  lastName(): string {
    return this.#free('last', (count) => nth(lastNames, count));
  }

  company(): string {
    return this.#free('company', (count) => `Example ${nth(companies, count)}`);
  }

  /** `+47 000 00 001`: nobody's number. */
  phone(): string {
    const digits = String(++this.#counts.phone).padStart(8, '0');
    return `+47 ${digits.slice(0, 3)} ${digits.slice(3, 5)} ${digits.slice(5)}`;
  }

  /** An address at example.com, which takes no mail, made of a persona's names; another one each time. */
  email(names: readonly string[]): string {
    const name = (names.length > 0 ? names : [this.firstName(), this.lastName()]).join('.').toLowerCase();
    let mail = `${name}@example.com`;
    for (let n = 2; this.#mails.has(mail); n++) mail = `${name}.${String(n)}@example.com`;
    this.#mails.add(mail);
    return mail;
  }

  #free(kind: 'first' | 'last' | 'company', make: (count: number) => string): string {
    for (;;) {
      const name = make(this.#counts[kind]++);
      const words = kind === 'company' ? name.split(' ').slice(1) : [name];
      if (!words.some((word) => this.#taken.has(word.toLowerCase()))) return name;
    }
  }
}

function nth(list: readonly string[], count: number): string {
  let tail = '';
  for (let rest = Math.floor(count / list.length); rest > 0; rest = Math.floor((rest - 1) / tails.length))
    tail += tails[(rest - 1) % tails.length] ?? '';
  return `${list[count % list.length] ?? ''}${tail}`;
}
