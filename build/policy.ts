/** The page that may ask other services, for a workspace whose network is switched on: the same app under a wider policy. */
export const networkPage = 'network.html';

/**
 * What a built page may do (reliability M10); `reach` is where it may send requests to. WebAssembly is what scripts in
 * JavaScript run in; it makes no code of texts, which stays refused. The engine's worker boots from a blob and so inherits
 * it; the service worker repeats it as a header. The service worker itself obeys the headers of its own file alone, which
 * only a host can give (docs/hosting.md).
 */
const policyWith = (reach: string): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self' blob:",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${reach}`,
    "manifest-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');

/** Of every page but one: nothing is reached but the host that the app came from. */
export const strictPolicy = policyWith("'self'");

/** Of `network.html`: requests over HTTP go anywhere, and nothing else does; which of them go is for the app to decide. */
export const networkPolicy = policyWith("'self' https: http:");

const withFrames = (policy: string): string => `${policy}; frame-ancestors 'none'`;

/** The header for a file, named as it is asked for below the folder of the app. */
export const policyHeaderOf = (file: string): string =>
  withFrames(/^network(?:\.html)?$/.test(file) ? networkPolicy : strictPolicy);

/** Of every file, beside its policy. Everything here that can be done without the host is done without it. */
export const headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(self), microphone=(), geolocation=(), usb=(), serial=(), payment=()',
};

const forYears = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const neverOld = { 'Cache-Control': 'no-cache' };

/** What may have a policy of its own: pages, and what workers are made of. */
const underPolicy: readonly (readonly [path: string, also: Readonly<Record<string, string>>])[] = [
  ['', neverOld],
  ['index.html', neverOld],
  [networkPage, neverOld],
  ['network', neverOld],
  ['reset.html', {}],
  ['sw.js', neverOld],
  ['assets/*', forYears],
];

const rule = (path: string, given: Readonly<Record<string, string>>): string =>
  [`/${path}`, ...Object.entries(given).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');

/**
 * For hosts that read a `_headers` file. Where two of its rules name one header, hosts send both, and browsers obey both of two
 * policies: so the rule for all files names none.
 */
export const hostHeaders = [
  rule('*', headers),
  ...underPolicy.map(([path, also]) =>
    rule(path, { 'Content-Security-Policy': policyHeaderOf(path), ...also }),
  ),
].join('');
