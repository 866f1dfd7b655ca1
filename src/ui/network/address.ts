/** Why a call is not sent, whatever is allowed. */
export type BadAddress = 'not-an-address' | 'not-http' | 'with-login' | 'mixed-content' | 'own-host';

/** Whom a call would ask. */
export type AllowedAddress = {
  readonly ok: true;
  /** What is allowed or not: scheme, host and port together. */
  readonly origin: string;
  /** As people are asked about it: with its port where that is no usual one, `http://` in front where nothing is encrypted. */
  readonly host: string;
  /** It is on this computer, or in the network that it is in, which nobody outside can reach. */
  readonly isNear: boolean;
};

/**
 * Whom the address of a call names, read as the browser that will send it reads it: whatever a script has put together, user
 * names that look like hosts, letters of other scripts, numbers for addresses, it is the host that would be asked.
 */
export function askedBy(
  url: string,
  page: Pick<Location, 'origin' | 'protocol'>,
): AllowedAddress | { readonly ok: false; readonly why: BadAddress } {
  if (!URL.canParse(url)) return { ok: false, why: 'not-an-address' };
  const { protocol, host, hostname, origin, username, password } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return { ok: false, why: 'not-http' };
  if (username !== '' || password !== '') return { ok: false, why: 'with-login' };
  // What the app is made of is not to be asked by scripts: requests there pass every wall.
  if (origin === page.origin) return { ok: false, why: 'own-host' };
  const isHere = isLoopback(hostname);
  if (page.protocol === 'https:' && protocol === 'http:' && !isHere)
    return { ok: false, why: 'mixed-content' };
  return {
    ok: true,
    origin,
    host: protocol === 'https:' ? host : `http://${host}`,
    isNear: isHere || isPrivate(hostname),
  };
}

const isLoopback = (host: string): boolean =>
  host === '[::1]' || /^127(?:\.\d+){3}$/.test(host) || /^(?:.+\.)?localhost\.?$/.test(host);

/** By its address or by a name that only such a network knows; a public name may lead there too, which only the browser sees. */
const isPrivate = (host: string): boolean =>
  /^(?:0|10|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d+){1,3}$/.test(host) ||
  /^\[(?:f[cde]|::\]|::ffff:)/.test(host) ||
  /\.(?:local|internal|lan|home\.arpa)\.?$/.test(host) ||
  !/[.:]/.test(host);
