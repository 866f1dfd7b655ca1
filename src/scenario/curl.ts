import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base64 } from '@scure/base';
import { limits } from './limits.ts';
import { percentEncoded } from './outside/percent.ts';
import { shellQuoted, shellWords } from './outside/shell-words.ts';

/** A call as it goes out. */
export type OutgoingCall = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type CurlResult =
  | {
      readonly ok: true;
      readonly call: OutgoingCall;
      /** Options that say something about the call which cannot be taken. */
      readonly left: readonly string[];
    }
  /** `size`, or it is no command of curl, has no address, an open quote, or something that the shell would fill in. */
  | { readonly ok: false; readonly why: 'size' | 'curl' | 'url' | 'quote' | 'expansion' };

/** Short options by what they mean; those without a value may be written together. */
const short: Readonly<Record<string, string>> = {
  X: 'request',
  H: 'header',
  d: 'data',
  u: 'user',
  A: 'user-agent',
  e: 'referer',
  b: 'cookie',
  F: 'form',
  T: 'upload-file',
  G: 'get',
  I: 'head',
};

/** Short and long options that have a value and say nothing about what is sent. */
const skipped = new Set(
  'o,m,w,x,c,D,K,E,y,Y,z,C,r,t,U,Q,P,output,max-time,connect-timeout,write-out,proxy,cookie-jar,dump-header,config,cert,key,cacert,capath,resolve,retry,retry-delay,retry-max-time,limit-rate,interface,max-redirs,range,proxy-user,cert-type,key-type,pass,tlsv1.3,ciphers,connect-to,noproxy,stderr,trace,trace-ascii'.split(
    ',',
  ),
);

const withValue = new Set([
  'request',
  'header',
  'data',
  'data-raw',
  'data-ascii',
  'data-binary',
  'data-urlencode',
  'json',
  'user',
  'user-agent',
  'referer',
  'cookie',
  'form',
  'form-string',
  'upload-file',
  'url',
]);

type Option = { readonly name: string; readonly value: string };

/** The call that a command of curl makes. Nothing is run, no file is read. */
export function readCurl(text: string): CurlResult {
  if (text.length > limits.source) return { ok: false, why: 'size' };
  const read = shellWords(text.trim().replace(/^\$\s+/, ''));
  if (!read.ok) return read;
  const [command = '', ...rest] = read.words;
  if (!/(?:^|[\\/])curl(?:\.exe)?$/.test(command)) return { ok: false, why: 'curl' };
  const options = optionsOf(rest);
  const of = (...names: string[]): readonly string[] =>
    options.filter(({ name }) => names.includes(name)).map(({ value }) => value);
  const [address] = of('url');
  if (address === undefined || address === '') return { ok: false, why: 'url' };
  const data = dataOf(options);
  const isGet = of('get').length > 0;
  const method =
    of('request').at(-1) ?? (of('head').length > 0 ? 'HEAD' : data === null || isGet ? 'GET' : 'POST');
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`;
  const body = isGet ? '' : (data ?? '');
  const asked = isGet && data !== null && data !== '' ? `${url}${url.includes('?') ? '&' : '?'}${data}` : url;
  const isForm = of('json').length === 0;
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
  const headers = headersOf([
    ...(body === '' ? [] : [`Content-Type: ${type}`]),
    ...(isForm ? [] : ['Accept: application/json']),
    ...of('user-agent').map((value) => `User-Agent: ${value}`),
    ...of('referer').map((value) => `Referer: ${value}`),
    // Without "=" it is the name of a file.
    ...of('cookie').flatMap((value) => (value.includes('=') ? [`Cookie: ${value}`] : [])),
    ...of('user').map((value) => `Authorization: Basic ${base64.encode(utf8ToBytes(value))}`),
    ...of('header'),
  ]);
  const left = options
    .filter(({ name, value }) => isLeft(name, value))
    .map(({ name, value }) => `--${name} ${value}`);
  return { ok: true, call: { method: method.toUpperCase(), url: asked, headers, body }, left };
}

const isLeft = (name: string, value: string): boolean =>
  ['form', 'form-string', 'upload-file'].includes(name) ||
  (['data', 'data-ascii', 'data-binary', 'json'].includes(name) && value.startsWith('@')) ||
  (name === 'header' && value.startsWith('@')) ||
  (name === 'cookie' && !value.includes('='));

function optionsOf(words: readonly string[]): readonly Option[] {
  const options: Option[] = [];
  const left = words.toReversed();
  const take = (name: string, glued: string): void => {
    if (withValue.has(name)) options.push({ name, value: glued === '' ? (left.pop() ?? '') : glued });
    else if (skipped.has(name)) {
      if (glued === '') left.pop();
    } else options.push({ name, value: '' });
  };
  for (let word = left.pop(); word !== undefined; word = left.pop()) {
    if (word.startsWith('--') && word.length > 2) {
      take(word.slice(2), '');
      continue;
    }
    if (!word.startsWith('-') || word.length < 2) {
      options.push({ name: 'url', value: word });
      continue;
    }
    // `-sSLXPOST`: letters without a value, up to one that has it.
    for (let at = 1; at < word.length; at++) {
      const letter = word.charAt(at);
      const name = short[letter] ?? letter;
      const takesRest = withValue.has(name) || skipped.has(name);
      take(name, takesRest ? word.slice(at + 1) : '');
      if (takesRest) break;
    }
  }
  return options;
}

/** The body of several options is joined with `&`, that of `--json` is not; null where there is none. */
function dataOf(options: readonly Option[]): string | null {
  let body: string | null = null;
  for (const { name, value } of options) {
    const isFile = value.startsWith('@') && name !== 'data-raw' && name !== 'data-urlencode';
    if (name === 'json') body = (body ?? '') + (isFile ? '' : value);
    else if (/^data/.test(name)) {
      const piece = isFile
        ? ''
        : name === 'data-urlencode'
          ? encodedPair(value)
          : name === 'data' || name === 'data-ascii'
            ? value.replace(/[\r\n]/g, '')
            : value;
      body = body === null ? piece : `${body}&${piece}`;
    }
  }
  return body;
}

function encodedPair(text: string): string {
  const at = text.indexOf('=');
  return at < 0
    ? percentEncoded(text)
    : `${text.slice(0, at)}${at === 0 ? '' : '='}${percentEncoded(text.slice(at + 1))}`;
}

/** Later ones stand in place of earlier ones; `Name:` takes one away, `Name;` sends it empty. */
function headersOf(lines: readonly string[]): Record<string, string> {
  const headers = new Map<string, readonly [string, string]>();
  for (const line of lines) {
    const at = line.search(/[:;]/);
    const [name, value] = [line.slice(0, Math.max(0, at)).trim(), line.slice(at + 1).trim()];
    if (name === '' || name.startsWith('@')) continue;
    if (line.charAt(at) === ':' && value === '') headers.delete(name.toLowerCase());
    else headers.set(name.toLowerCase(), [name, value]);
  }
  return Object.fromEntries(headers.values());
}

/** A name that a header can have (RFC 9110): what else an object of headers holds is none. */
const isHeaderName = (name: string): boolean => /^[\w!#$%&'*+.^`|~-]+$/.test(name);

/** A line can hold no end of a line, and sh no NUL. */
const oneLine = (text: string): string => text.replace(/[\r\n\0]+/g, ' ').trim();

/** The command of curl that makes a call, for sh: whatever stands in it is one word each, and nothing of it is run. */
export function writeCurl({ method, url, headers, body }: OutgoingCall): string {
  const named = Object.entries(headers).filter(([name]) => isHeaderName(name));
  const hasType = named.some(([name]) => name.toLowerCase() === 'content-type');
  const isPlain = method === 'GET' && body === '';
  const address = shellQuoted(oneLine(url));
  const first = [
    'curl',
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    ...(isPlain ? [] : [`-X ${oneLine(method).replace(/[^\w-]/g, '')}`]),
    url.startsWith('-') ? `--url ${address}` : address,
  ];
  const lines = [
    first.join(' '),
    ...named.map(([name, value]) => {
      const text = oneLine(value);
      return `-H ${shellQuoted(text === '' ? `${name};` : `${name}: ${text}`)}`;
    }),
    // Else curl says that it is a form.
    ...(body === '' || hasType ? [] : [`-H 'Content-Type:'`]),
    ...(body === '' ? [] : [`--data-raw ${shellQuoted(body.replaceAll('\0', ''))}`]),
  ];
  return lines.join(' \\\n  ');
}
