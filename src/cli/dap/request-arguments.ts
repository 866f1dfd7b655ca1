/** A request that cannot be answered: the message says why, for whoever sits before the editor. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}

/** The arguments of a request, which may be anything: what is not as the protocol says is refused by name. */
export class RequestArguments {
  readonly #of: string;
  readonly #fields: Readonly<Record<string, unknown>>;

  /** `of` is what the fields belong to, for what is said of them. */
  constructor(of: string, value: unknown) {
    this.#of = of;
    if (value !== undefined && value !== null && (typeof value !== 'object' || Array.isArray(value)))
      throw new RequestError(`${of}: expected an object.`);
    this.#fields = (value ?? {}) as Readonly<Record<string, unknown>>;
  }

  number(name: string): number {
    return this.maybeNumber(name) ?? this.#refuse(name, 'a whole number');
  }

  maybeNumber(name: string): number | undefined {
    const value = this.#at(name);
    if (value === undefined) return undefined;
    return Number.isSafeInteger(value) ? (value as number) : this.#refuse(name, 'a whole number');
  }

  text(name: string): string {
    return this.maybeText(name) ?? this.#refuse(name, 'a text');
  }

  maybeText(name: string): string | undefined {
    const value = this.#at(name);
    if (value === undefined) return undefined;
    return typeof value === 'string' ? value : this.#refuse(name, 'a text');
  }

  flag(name: string): boolean {
    const value = this.#at(name);
    if (value === undefined) return false;
    return typeof value === 'boolean' ? value : this.#refuse(name, 'true or false');
  }

  object(name: string): RequestArguments {
    return new RequestArguments(this.#inside(name), this.#at(name));
  }

  has(name: string): boolean {
    return this.#at(name) !== undefined;
  }

  /** Nothing is an empty list. */
  list(name: string): readonly RequestArguments[] {
    return this.#items(name).map(
      (one, index) => new RequestArguments(`${this.#inside(name)}[${String(index)}]`, one),
    );
  }

  /** Nothing is an empty list. */
  texts(name: string): readonly string[] {
    return this.#items(name).map((one) =>
      typeof one === 'string' ? one : this.#refuse(name, 'a list of texts'),
    );
  }

  /** Texts by name, where numbers and truth values count as what they are written as. */
  textsByName(name: string): Readonly<Record<string, string>> {
    const inside = Object.entries(this.object(name).#fields);
    return Object.fromEntries(
      inside.map(([key, value]) => {
        if (typeof value === 'string') return [key, value];
        if (typeof value === 'number' || typeof value === 'boolean') return [key, String(value)];
        return this.#refuse(`${name}.${key}`, 'a text');
      }),
    );
  }

  #items(name: string): readonly unknown[] {
    const value = this.#at(name) ?? [];
    return Array.isArray(value) ? (value as readonly unknown[]) : this.#refuse(name, 'a list');
  }

  /** Null counts as nothing, as some editors send it. */
  #at(name: string): unknown {
    return Object.hasOwn(this.#fields, name) ? (this.#fields[name] ?? undefined) : undefined;
  }

  #inside = (name: string): string => `${this.#of}.${name}`;

  #refuse(name: string, expected: string): never {
    throw new RequestError(`${this.#inside(name)}: expected ${expected}.`);
  }
}
