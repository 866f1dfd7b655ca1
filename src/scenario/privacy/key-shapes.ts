import { literalsOf } from './literals.ts';

/** Something in a text that looks like a key, a password or a token. */
export type FoundKey = { readonly value: string; readonly start: number };

/** Names of headers, properties and values whose value is nobody else's business. */
export const isSecretName = (name: string): boolean =>
  /(?:^|[-_ ])key$|api[-_]?key|passw|pwd|secret|token|auth|cookie|credential|signature/i.test(name) ||
  /[a-z]Key$/.test(name);

/* In each shape the group `value` is the secret. Each is bounded or takes what it can have at once. */

/** A name and a value in quotes: `password = "…"`, `"token": "…"`, `setOption("apiKey", "…")`. */
const assigned =
  /(?<![\w-])[\w-]{0,40}(?:api[-_]?key|passw(?:or)?d|pwd|passphrase|secret|token|access[-_]?key|private[-_]?key|credential|authorization)[\w-]{0,20}\\?["']?\s{0,8}[:=,]\s{0,8}\\?["'](?<value>(?!https?:)[^\s"'\\<>{}]{4,512})\\?["']/dgi;

const shapes: readonly RegExp[] = [
  // A name and a value in an address or a form: `?apikey=…`, `password=…`.
  /(?<![A-Za-z])(?:[\w-]{0,20}[-_.])?(?:api[-_]?key|passw(?:or)?d|pwd|secret|token|access[-_]?key|sig|key)=(?<value>[\w.~%+/-]{4,512}={0,2})/dgi,
  /\b(?:Bearer|Basic)\s{1,4}(?<value>[\w.~+/-]{8,4096}={0,2})/dgi,
  /\bhttps?:\/\/[^\s/:@"'<>]{1,100}:(?<value>[^\s/:@"'<>]{1,100})@/dgi,
  /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----(?<value>[\w\s+/=\\-]{16,8192})-----END/dg,
  // What is a token by itself: JSON web tokens, keys of well-known services.
  /(?<![\w-])(?<value>eyJ[\w-]{8,4096}\.[\w-]{8,4096}(?:\.[\w-]{0,4096})?)/dg,
  /(?<![A-Za-z0-9])(?<value>(?:AKIA|ASIA)[A-Z0-9]{16}|gh[opsu]_\w{20,100}|github_pat_\w{20,100}|xox[abprs]-[\w-]{10,100}|AIza[\w-]{35}|[rs]k_(?:live|test)_\w{16,100})(?![A-Za-z0-9])/dg,
  /(?<![A-Za-z0-9])(?<value>[0-9a-fA-F]{32,512})(?![A-Za-z0-9])/dg,
  // Long and without a blank: a key if it mixes letters and digits as no word does.
  /(?<![\w+/-])(?<value>(?=[\w+/-]{0,200}\d)(?=[\w+/-]{0,200}[a-z])(?=[\w+/-]{0,200}[A-Z])[\w+/-]{32,4096}={0,2})/dg,
];

/** What looks like a secret, in its order, none within another. In a script only texts and comments are looked at. */
export function keysIn(text: string, isCode: boolean): readonly FoundKey[] {
  const parts = isCode ? literalsOf(text) : [{ text, start: 0 }];
  const found = parts.flatMap((part) =>
    shapes.flatMap((shape) =>
      matchesOf(part.text, shape).map((key) => ({ ...key, start: key.start + part.start })),
    ),
  );
  return apart([...matchesOf(text, assigned), ...found]);
}

function matchesOf(text: string, shape: RegExp): FoundKey[] {
  return [...text.matchAll(shape)].flatMap(({ groups, indices }) => {
    const value = groups?.['value'];
    const start = indices?.groups?.['value']?.[0];
    return value === undefined || start === undefined || isImage(text, start) ? [] : [{ value, start }];
  });
}

/** A picture is long as well. */
const isImage = (text: string, start: number): boolean =>
  /;base64,$/.test(text.slice(Math.max(0, start - 20), start));

function apart(keys: readonly FoundKey[]): readonly FoundKey[] {
  const kept: FoundKey[] = [];
  for (const key of keys.toSorted((a, b) => a.start - b.start || b.value.length - a.value.length)) {
    const before = kept.at(-1);
    if (before === undefined || key.start >= before.start + before.value.length) kept.push(key);
  }
  return kept;
}
