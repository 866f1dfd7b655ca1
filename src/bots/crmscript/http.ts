import {
  MapValue,
  missing,
  StreamValue,
  textOfBytes,
  utf8Bytes,
  utf8Text,
  type LibraryPart,
  type NativeClass,
  type NativeContext,
  type NativeFunction,
} from '../../crmscript/library.ts';
import type { HttpAnswer, HttpRequest } from '../../engine/script-call.ts';
import type { Measured } from '../api/measured.ts';
import { headerIn } from '../../engine/mock-match.ts';
import { ask, payForRequest } from '../api/http.ts';
import { callerOf } from './caller-of.ts';
import { loginOf, parametersOf, rulesOf, setOption } from './http-options.ts';

/** One object is the configuration of one request, and afterwards its answer (crm §10.8). */
class HttpValue implements Measured {
  readonly headers: [string, string][] = [];
  readonly values = new Map<string, string>();
  readonly options = new Map<string, string>();
  body: readonly number[] | undefined;
  /** The last request, as it went out. */
  request: HttpRequest | undefined;
  answer: HttpAnswer = { status: 0, headers: {}, body: '', error: '' };
  debug = false;

  /** What a debugger shows of it: what went out last, and what came back. */
  parts() {
    const { method, url } = this.request ?? { method: '', url: '' };
    const { status, body, error } = this.answer;
    const named = Object.entries({ method, url, status, body, error });
    return { type: 'HTTP', text: `${method} ${url}`.trim(), named };
  }

  measure(visit: (value: unknown) => void): number {
    for (const [name, value] of [...this.headers, ...this.values, ...this.options]) {
      visit(name);
      visit(value);
    }
    visit(this.body);
    visit(this.answer.body);
    return 256 + 32 * (this.headers.length + this.values.size + this.options.size);
  }
}

const query = (values: ReadonlyMap<string, string>): string =>
  [...values].map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');

const encode = (text: string): string =>
  text.replaceAll(/[^A-Za-z0-9\-_.~]{1,1024}/gu, (part) =>
    utf8Bytes(part)
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );

function headersOf(context: NativeContext, http: HttpValue): Record<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of http.headers) {
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  const own = new Set([...headers.keys()].map((name) => name.toLowerCase()));
  for (const [name, value] of loginOf(context, http.options)) {
    if (!own.has(name.toLowerCase())) headers.set(name, value);
  }
  return Object.fromEntries(headers);
}

/** Bytes as UTF-8 text if they are that, else a character for each byte. */
const bytesAsText = (context: NativeContext, bytes: readonly number[]): string =>
  utf8Text(bytes) ?? textOfBytes(context, bytes);

const withQuery = (url: string, text: string): string =>
  text === '' ? url : url + (url.includes('?') ? '&' : '?') + text;

/** The option `parameters` stands in place of all that `setValue` set. */
function requestOf(context: NativeContext, http: HttpValue, method: string, url: string): HttpRequest {
  const given = parametersOf(http.options, utf8Text);
  const parameters = given === '' ? query(http.values) : given;
  const headers = headersOf(context, http);
  const bytes = http.body === undefined ? undefined : bytesAsText(context, http.body);
  if (method === 'GET' || method === 'DELETE') {
    return { method, url: withQuery(url, parameters), headers, body: bytes ?? '' };
  }
  return { method, url, headers, body: bytes ?? parameters };
}

/** What a request is made of, in characters. */
function sizeOf(http: HttpValue, url: string): number {
  let characters = url.length + (http.body?.length ?? 0);
  for (const [name, value] of [...http.headers, ...http.values, ...http.options]) {
    characters += name.length + value.length;
  }
  return characters;
}

function send(context: NativeContext, http: HttpValue, method: string, url: string): number[] {
  const caller = callerOf(context);
  payForRequest(caller, sizeOf(http, url));
  const request = requestOf(context, http, method, url);
  http.request = request;
  http.answer = ask(caller, request, rulesOf(http.options));
  const bytes = utf8Bytes(http.answer.body);
  context.charge(16 + 8 * bytes.length);
  context.work(32 * bytes.length);
  return bytes;
}

/** What went out and what came back, line by line, as debug mode records it. */
function debugText({ request, answer }: HttpValue): string {
  if (request === undefined) return '';
  const lines = (mark: string, headers: Readonly<Record<string, string>>): string[] =>
    Object.entries(headers).map(([name, value]) => `${mark} ${name}: ${value}`);
  return [
    `> ${request.method} ${request.url}`,
    ...lines('>', request.headers),
    answer.error === '' ? `< ${String(answer.status)}` : `* ${answer.error}`,
    ...lines('<', answer.headers),
  ].join('\n');
}

/** `open` is a GET, or a POST when there is something to send. */
const verbs: readonly (readonly [string, (http: HttpValue) => string])[] = [
  ['get', () => 'GET'],
  ['post', () => 'POST'],
  ['put', () => 'PUT'],
  ['patch', () => 'PATCH'],
  ['delete', () => 'DELETE'],
  ['open', (http) => (http.body === undefined && http.values.size === 0 ? 'GET' : 'POST')],
];

const calls = verbs.map(([name, method]): NativeFunction => ({
  signature: `Byte[] ${name}(String url)`,
  run: (context, self: HttpValue, url: string) => send(context, self, method(self), url),
}));

const streamed = verbs.map(([name, method]): NativeFunction => ({
  signature: `NSStream ${name}AsStream(String url)`,
  run: (context, self: HttpValue, url: string) => new StreamValue(send(context, self, method(self), url)),
}));

const methods: readonly NativeFunction[] = [
  ...calls,
  ...streamed,
  missing('Bool addAttachmentData(Integer attachmentId)', 'HTTP.addAttachmentData'),
  missing('Bool addDocumentData(Integer documentId)', 'HTTP.addDocumentData'),
  {
    signature: 'Void addHeader(String name, String value)',
    run: (context, self: HttpValue, name: string, value: string) => {
      context.charge(64);
      self.headers.push([name, value]);
    },
  },
  {
    signature: 'Void setValue(String cgiVariable, String value)',
    run: (context, self: HttpValue, name: string, value: string) => {
      context.charge(64);
      self.values.set(name, value);
    },
  },
  {
    signature: 'Void setOption(String name, String value)',
    run: (context, self: HttpValue, name: string, value: string) => {
      setOption(context, self.options, name, value);
    },
  },
  {
    signature: 'Void addBinaryData(Byte[] binaryData)',
    run: (context, self: HttpValue, bytes: readonly number[]) => {
      const before = self.body ?? [];
      context.charge(16 + 8 * (before.length + bytes.length));
      context.work(32 * (before.length + bytes.length));
      self.body = before.concat(bytes);
    },
  },
  { signature: 'Bool hasError()', run: (_context, self: HttpValue) => self.answer.error !== '' },
  { signature: 'String getErrorMessage()', run: (_context, self: HttpValue) => self.answer.error },
  {
    signature: 'String getValue(String name)',
    run: (_context, self: HttpValue, name: string) =>
      name.toLowerCase() === 'statuscode' ? String(self.answer.status) : (self.values.get(name) ?? null),
  },
  {
    signature: 'String getResponseHeader(String header)',
    run: (_context, self: HttpValue, name: string) => headerIn(self.answer, name) ?? null,
  },
  {
    signature: 'Map getResponseHeaders()',
    run: (_context, self: HttpValue) => {
      const map = new MapValue();
      for (const [name, value] of Object.entries(self.answer.headers)) map.set(name.toLowerCase(), value);
      return map;
    },
  },
  {
    signature: 'Void setDebugMode(Bool debug)',
    run: (_context, self: HttpValue, debug: boolean) => {
      self.debug = debug;
    },
  },
  {
    signature: 'String getDebug()',
    run: (context, self: HttpValue) => {
      const text = self.debug ? debugText(self) : '';
      context.text(text.length);
      return text;
    },
  },
];

const httpClass: NativeClass = {
  name: 'HTTP',
  differs:
    'Answered by the mocks of the workspace and by answers recorded with a step; else by nobody, and then hasError() is true. Redirects are followed over the mocks, and a mock’s delay can pass the timeout. Certificates are never wrong here, so verifyPeer and verifyHost change nothing; of the authentication methods only basic is sent.',
  make: (context) => {
    context.charge(256);
    return new HttpValue();
  },
  text: ({ request }: HttpValue) => (request === undefined ? '' : `${request.method} ${request.url}`),
  constructors: [{ signature: 'HTTP()', run: () => new HttpValue() }],
  methods,
};

export const httpPart: LibraryPart = { classes: [httpClass] };
