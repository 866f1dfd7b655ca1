import { encodeBase64Bytes, utf8Bytes, type NativeContext } from '../../crmscript/library.ts';
import type { CodedText } from '../../engine/codes.ts';
import type { HttpRules } from '../../engine/script-call.ts';
import { coded } from '../codes.ts';

/** The options that the reference has for `HTTP.setOption`, in its spelling (crm §10.8). */
const names = [
  'verifyPeer',
  'verifyHost',
  'timeout',
  'followLocation',
  'username',
  'password',
  'parameters',
  'authenticationMethod',
  'parametersUTF8',
] as const;

type OptionName = (typeof names)[number];
export type HttpOptions = ReadonlyMap<string, string>;

const isFlag = (value: string): boolean => /^(?:0|1|true|false)$/i.test(value);
export const isOn = (value: string): boolean => /^(?:1|true)$/i.test(value.trim());

/** The option that a script names, whatever its letter case; undefined for others. */
const optionOf = (text: string): OptionName | undefined =>
  names.find((name) => name.toLowerCase() === text.trim().toLowerCase());

/** What there is to say about an option that is set; undefined where nothing is. */
function adviceOn(name: OptionName | undefined, given: string, value: string): CodedText | undefined {
  if (name === undefined) {
    return coded('http-no-option', { option: given, options: names });
  }
  if (name === 'timeout' && !(Number(value) > 0)) {
    return coded('http-timeout-unread', { given: value });
  }
  const dropped = value !== '' && !value.startsWith('?') && !isFlag(value);
  if ((name === 'parameters' || name === 'parametersUTF8') && dropped) {
    return coded('http-first-character', { option: name });
  }
  return undefined;
}

export function setOption(
  context: NativeContext,
  options: Map<string, string>,
  given: string,
  value: string,
): void {
  context.charge(64);
  const name = optionOf(given);
  const advice = adviceOn(name, given, value);
  if (advice !== undefined) context.environment.hint(context.site, advice);
  if (name !== undefined) options.set(name, value);
}

const valueOf = (options: HttpOptions, name: OptionName): string => options.get(name) ?? '';

/**
 * The option `parameters` as it goes out, without its first character, which is meant to be a "?". A text is sent as its
 * Latin-1 bytes, so what `utf8Encode` made is read as UTF-8; with `parametersUTF8` it is UTF-8 anyway.
 */
export function parametersOf(
  options: HttpOptions,
  fromUtf8: (bytes: number[]) => string | undefined,
): string {
  const utf8 = valueOf(options, 'parametersUTF8');
  if (utf8 !== '' && !isFlag(utf8)) return utf8.slice(1);
  const text = valueOf(options, 'parameters').slice(1);
  if (isOn(utf8) || !/[\u0080-\u00ff]/.test(text) || /[^\0-\u00ff]/.test(text)) return text;
  return fromUtf8(Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))) ?? text;
}

/** Redirects are followed unless a script says otherwise. */
export function rulesOf(options: HttpOptions): HttpRules {
  const follow = options.get('followLocation');
  const timeout = Number(valueOf(options, 'timeout'));
  return { followLocation: follow === undefined || isOn(follow), timeout: timeout > 0 ? timeout : 0 };
}

/**
 * The header that logs in, by `username` and `password`. Basic is the only way that needs no question of the server;
 * what the others would answer is left out, with a hint.
 */
export function loginOf(
  context: NativeContext,
  options: HttpOptions,
): readonly (readonly [string, string])[] {
  const user = valueOf(options, 'username');
  if (user === '') return [];
  const method = valueOf(options, 'authenticationMethod').trim().toLowerCase();
  if (method === 'none') return [];
  if (method !== '' && method !== 'basic') {
    context.environment.hint(context.site, coded('http-login-unasked', { method }));
    return [];
  }
  const bytes = utf8Bytes(`${user}:${valueOf(options, 'password')}`);
  return [['Authorization', `Basic ${encodeBase64Bytes(bytes)}`]];
}
