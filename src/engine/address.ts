/*
 * Addresses of the web, as far as mocks, redirects and ports need them: the same in every browser and on the command
 * line, and patterns with `*` can be read too, which no platform's parser takes (crm §10.8).
 */

export type Address = {
  /** In small letters; `*` in a pattern. */
  readonly scheme: string;
  /** What stands before the host, with its `@`. */
  readonly user: string;
  readonly host: string;
  /** '' where it is the scheme's own. */
  readonly port: string;
  /** Path and query, without the fragment, which is never sent. */
  readonly rest: string;
};

const ports: Readonly<Record<string, string>> = { http: '80', https: '443' };

const shape = /^([a-z][a-z0-9+.-]*|\*):\/\/([^/?#]*)([^#]*)/i;

/** The parts of an address, or of a pattern that begins like one; undefined for everything else. */
export function addressOf(text: string): Address | undefined {
  const [, scheme = '', authority = '', rest = ''] = shape.exec(text.trim()) ?? [];
  if (scheme === '') return undefined;
  const at = authority.lastIndexOf('@') + 1;
  const [, host = '', port = ''] = /^(.*?)(?::(\d*))?$/.exec(authority.slice(at)) ?? [];
  const own = scheme.toLowerCase();
  return {
    scheme: own,
    user: authority.slice(0, at),
    host: host.toLowerCase(),
    port: port === ports[own] ? '' : port,
    rest,
  };
}

/** The port that a call goes to; undefined for what is no address of HTTP. */
export function portOf(text: string): number | undefined {
  const address = addressOf(text);
  const port = address?.port === '' ? ports[address.scheme] : address?.port;
  return port === undefined || !/^\d+$/.test(port) ? undefined : Number(port);
}

/**
 * An address as all its spellings have it: small letters in scheme and host, no default port, a path, no dot segments, no
 * fragment, percent-encoding only where it means something, in capitals. The order of the query stays, as servers may
 * tell it apart. A pattern keeps its `*`.
 */
export function normalAddress(text: string): string {
  const address = addressOf(text);
  if (address === undefined) return encoded(text.replace(/#.*$/s, ''));
  const { scheme, user, host, port, rest } = address;
  const [, path = '', query = ''] = /^([^?]*)(.*)$/s.exec(rest) ?? [];
  const open = host.endsWith('*') && path === '' && query === '';
  return `${scheme}://${user}${host}${port === '' ? '' : `:${port}`}${open ? '' : withoutDots(encoded(path))}${encoded(query)}`;
}

/** Where a `Location` leads from an address: it may be whole, or relative in all the ways of RFC 3986. */
export function resolved(base: string, location: string): string {
  const target = location.trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return target;
  const from = addressOf(base);
  if (from === undefined) return target;
  const root = `${from.scheme}://${from.user}${from.host}${from.port === '' ? '' : `:${from.port}`}`;
  if (target.startsWith('//')) return `${from.scheme}:${target}`;
  const [, path = '', query = ''] = /^([^?]*)(.*)$/s.exec(from.rest) ?? [];
  if (target === '') return `${root}${path}${query}`;
  if (target.startsWith('?')) return `${root}${path}${target}`;
  const [, way = '', after = ''] = /^([^?#]*)(.*)$/s.exec(target) ?? [];
  const whole = way.startsWith('/') ? way : path.replace(/[^/]*$/, '') + way;
  return `${root}${withoutDots(whole)}${after}`;
}

/** A path without `.` and `..`, beginning with `/`. */
function withoutDots(path: string): string {
  const kept: string[] = [];
  const parts = path.replace(/^\//, '').split('/');
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1;
    if (part === '..') kept.pop();
    if (part !== '.' && part !== '..') kept.push(part);
    else if (last) kept.push('');
  }
  return `/${kept.join('/')}`;
}

const hex = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** Characters that never need to be encoded are not, others that may not stand in an address are, as UTF-8. */
const encoded = (text: string): string =>
  text
    .replace(/%([0-9a-f]{2})/gi, (_, code: string) => {
      const character = String.fromCharCode(Number.parseInt(code, 16));
      return /[A-Za-z0-9\-._~]/.test(character) ? character : `%${code.toUpperCase()}`;
    })
    .replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, (character) =>
      utf8(character.codePointAt(0) ?? 0)
        .map(hex)
        .join(''),
    );

function utf8(code: number): readonly number[] {
  if (code < 0x80) return [code];
  const tail = (shift: number): number => 0x80 | ((code >> shift) & 0x3f);
  if (code < 0x800) return [0xc0 | (code >> 6), tail(0)];
  if (code < 0x10000) return [0xe0 | (code >> 12), tail(6), tail(0)];
  return [0xf0 | (code >> 18), tail(12), tail(6), tail(0)];
}
