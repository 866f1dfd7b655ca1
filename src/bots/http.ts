import {
  MapValue,
  missing,
  StreamValue,
  textOfBytes,
  utf8Bytes,
  utf8Text,
  type LibraryPart,
  type Measured,
  type NativeClass,
  type NativeContext,
  type NativeFunction,
} from '../crmscript/library.ts';
import type { HttpAnswer, HttpRequest } from '../engine/script-call.ts';
import { botOf } from './bot-environment.ts';

/** One object is the configuration of one request, and afterwards its answer (crm §10.8). */
class HttpValue implements Measured {
  readonly headers: [string, string][] = [];
  readonly values = new Map<string, string>();
  readonly options = new Map<string, string>();
  body: readonly number[] | undefined;
  answer: HttpAnswer = { status: 0, headers: {}, body: '', error: '' };
  called = '';
  debug = false;

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
  text.replaceAll(/[^A-Za-z0-9\-_.~]+/g, (part) =>
    utf8Bytes(part)
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );

function headersOf(http: HttpValue): Record<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of http.headers) {
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(headers);
}

/** The body that would be sent: bytes as UTF-8 text if they are that, else a character for each byte. */
function bodyOf(context: NativeContext, http: HttpValue, parameters: string): string {
  if (http.body !== undefined) return utf8Text(http.body) ?? textOfBytes(context, http.body);
  return [parameters, query(http.values)].filter((part) => part !== '').join('&');
}

/**
 * The option `parameters` as it goes out, without its first character, which is meant to be a "?" (crm §10.8). A text
 * is sent as its Latin-1 bytes, so what `utf8Encode` made is read as UTF-8; with `parametersUTF8` it is UTF-8 anyway.
 */
function parametersOf(http: HttpValue): string {
  const utf8 = http.options.get('parametersUTF8') ?? '';
  if (utf8 !== '' && !isFlag(utf8)) return utf8.slice(1);
  const text = (http.options.get('parameters') ?? '').slice(1);
  if (/^(?:1|true)$/i.test(utf8) || !/[\u0080-\u00ff]/.test(text) || /[^\0-\u00ff]/.test(text)) return text;
  return utf8Text(Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))) ?? text;
}

const isFlag = (value: string): boolean => /^(?:0|1|true|false)$/i.test(value);

const withQuery = (url: string, text: string): string =>
  text === '' ? url : url + (url.includes('?') ? '&' : '?') + text;

function requestOf(context: NativeContext, http: HttpValue, method: string, url: string): HttpRequest {
  const parameters = parametersOf(http);
  const headers = headersOf(http);
  if (method === 'GET' || method === 'DELETE') {
    const text = [parameters, query(http.values)].filter((part) => part !== '').join('&');
    return {
      method,
      url: withQuery(url, text),
      headers,
      body: http.body === undefined ? '' : bodyOf(context, http, ''),
    };
  }
  return { method, url, headers, body: bodyOf(context, http, parameters) };
}

function send(context: NativeContext, http: HttpValue, method: string, url: string): number[] {
  const request = requestOf(context, http, method, url);
  context.text(request.body.length);
  http.called = `${method} ${request.url}`;
  http.answer = botOf(context).act(context, (host, site) => host.http(site, request));
  const bytes = utf8Bytes(http.answer.body);
  context.charge(16 + 8 * bytes.length);
  context.work(bytes.length);
  return bytes;
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

const header = (http: HttpValue, name: string): string | undefined => {
  const wanted = name.toLowerCase();
  return Object.entries(http.answer.headers).find(([key]) => key.toLowerCase() === wanted)?.[1];
};

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
      context.charge(64);
      const dropped = value !== '' && !value.startsWith('?') && !isFlag(value);
      if (/^parameters(?:UTF8)?$/.test(name) && dropped) {
        const text = `The first character of "${name}" is dropped; write "?" in front of it.`;
        context.environment.hint(context.site, text);
      }
      self.options.set(name, value);
    },
  },
  {
    signature: 'Void addBinaryData(Byte[] binaryData)',
    run: (_context, self: HttpValue, bytes: readonly number[]) => {
      self.body = [...(self.body ?? []), ...bytes];
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
    run: (_context, self: HttpValue, name: string) => header(self, name) ?? null,
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
    run: (_context, self: HttpValue) =>
      self.debug ? `${self.called}\n${String(self.answer.status)} ${self.answer.error}`.trim() : '',
  },
];

const httpClass: NativeClass = {
  name: 'HTTP',
  differs:
    'Answered by the mocks of the workspace and by answers recorded with a step; else by nobody, and then hasError() is true.',
  make: (context) => {
    context.charge(256);
    return new HttpValue();
  },
  text: (http: HttpValue) => http.called,
  constructors: [{ signature: 'HTTP()', run: () => new HttpValue() }],
  methods,
};

export const httpPart: LibraryPart = { classes: [httpClass] };
