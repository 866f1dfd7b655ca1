import type { NativeContext, NativeFunction } from '../../analysis/types/native.ts';
import { payForCase } from './string-search.ts';
import { chargeText } from './text.ts';
import { VectorValue } from '../collections/vector.ts';

type ElementExtent = {
  readonly from: number;
  readonly inner: number;
  readonly end: number;
  readonly to: number;
};

/** Where an element begins, its content begins and ends, and where it ends; in any letter case. */
function element(context: NativeContext, text: string, name: string): ElementExtent | undefined {
  payForCase(context, text);
  const lower = text.toLowerCase();
  let from = lower.indexOf(`<${name}`);
  while (from >= 0 && !/[\s>/]/.test(lower.charAt(from + name.length + 1))) {
    from = lower.indexOf(`<${name}`, from + 1);
  }
  const inner = from < 0 ? -1 : lower.indexOf('>', from) + 1;
  if (inner <= 0) return undefined;
  const end = lower.indexOf(`</${name}`, inner);
  const close = end < 0 ? -1 : lower.indexOf('>', end);
  return {
    from,
    inner,
    end: end < 0 ? text.length : end,
    to: close < 0 ? text.length : close + 1,
  };
}

function body(context: NativeContext, self: string, asDiv: boolean): string {
  context.work(2 * self.length);
  const found = element(context, self, 'body');
  const inner = found === undefined ? self : self.slice(found.inner, found.end);
  chargeText(context, inner.length + 11);
  return asDiv ? `<div>${inner}</div>` : inner;
}

function head(context: NativeContext, self: string, stripTitle: boolean): string {
  context.work(4 * self.length);
  const found = element(context, self, 'head');
  const inner = found === undefined ? '' : self.slice(found.inner, found.end);
  chargeText(context, inner.length);
  const title = stripTitle ? element(context, inner, 'title') : undefined;
  return title === undefined ? inner : inner.slice(0, title.from) + inner.slice(title.to);
}

/** One page of several: all heads but for the later titles, and all bodies, of which the later become a `div`. */
export function combineHtml(context: NativeContext, pages: readonly string[]): string {
  const heads = pages.map((page, index) => head(context, page, index > 0));
  const bodies = pages.map((page, index) =>
    body(context, page, index > 0 && element(context, page, 'body') !== undefined),
  );
  const combined = `<html><head>${heads.join('')}</head><body>${bodies.join('')}</body></html>`;
  chargeText(context, combined.length);
  return combined;
}

/** A list of addresses may have one at every few characters. */
const workOfList = 128;

const address = /^[^\s@<>()",;:]{1,64}@[^\s@<>()",;:]{1,190}\.[^\s@<>()",;:.]{1,63}$/;

/** The addresses of a list such as `"Name" <a@b.c>, d@e.f`; none when one entry is malformed (crm §10.1). */
function emails(context: NativeContext, self: string): VectorValue {
  context.work(workOfList * self.length);
  const found: string[] = [];
  for (const entry of entriesOf(self)) {
    const open = entry.lastIndexOf('<');
    const bare = open < 0 ? entry : entry.endsWith('>') ? entry.slice(open + 1, -1).trim() : '';
    if (!address.test(bare)) return new VectorValue();
    found.push(bare);
  }
  context.charge(48 + 60 * found.length);
  return new VectorValue(found);
}

/** Split at commas and semicolons that are not in quotes. */
function* entriesOf(text: string): Generator<string> {
  let from = 0;
  let quoted = false;
  for (let at = 0; at <= text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') quoted = !quoted;
    if (at < text.length && (quoted || (character !== ',' && character !== ';'))) continue;
    const entry = text.slice(from, at).trim();
    if (entry !== '') yield entry;
    from = at + 1;
  }
}

/** The codes before the texts, by language id (crm §11.6). */
const codes: readonly (readonly string[])[] = [
  ['NO'],
  ['US', 'EN', 'UK'],
  ['GE', 'DE'],
  ['SV', 'SW', 'SE'],
  ['DA', 'DK'],
  ['NL', 'NE', 'DU'],
  ['FR'],
  ['ES', 'SP'],
  ['IT'],
  ['CS', 'CZ'],
  ['FI', 'SU'],
  ['PL', 'PO'],
];

const entry = /([A-Za-z]{2}):"((?:[^"\\]|\\[^])*)"/g;

/** The text of a language out of `US:"text";NO:"tekst"`: else the English one, else the first, else all of it. */
function ofLanguage(context: NativeContext, self: string, language: number): string {
  context.work(64 * self.length);
  const texts = new Map(
    [...self.matchAll(entry)].map(([, code = '', text = '']) => [code.toUpperCase(), text]),
  );
  for (const wanted of [...(codes[language] ?? []), ...(codes[1] ?? [])]) {
    const text = texts.get(wanted);
    if (text !== undefined) return text;
  }
  return texts.values().next().value ?? self;
}

/** What String knows about pages, addresses and texts in several languages (crm §10.1). */
export const stringHtml: readonly NativeFunction[] = [
  { signature: 'String extractHtmlBody(Bool convertBodyToDiv)', run: body },
  { signature: 'String extractHtmlHead(Bool stripTitle)', run: head },
  {
    // Not fool-proof there either: it only looks at the opening tag.
    signature: 'Bool isHtmlDocument()',
    run: (context, self: string) => {
      context.work(16 * self.length);
      return /^\s*<(?:!doctype\s+html|html)[\s>]/i.test(self);
    },
  },
  { signature: 'Vector getEmails()', differs: 'gives the addresses, without the names', run: emails },
  { signature: 'String parseSOMultiLanguageString(Integer language)', run: ofLanguage },
];
