import type { NativeContext } from '../library.ts';
import { decodeEntities } from './string-codecs.ts';
import { chargeText } from './text.ts';

const blockEnd = /^<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])\b/i;
const unseen = /^<(script|style)\b/i;

/** HTML as text: lines where blocks end, blanks as a page shows them, no tags, no entities. */
export function htmlToText(context: NativeContext, html: string): string {
  chargeText(context, html.length);
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const start = html.indexOf('<', from);
    const end = start < 0 ? -1 : html.indexOf('>', start);
    if (end < 0) break;
    parts.push(html.slice(from, start).replaceAll(/\s+/g, ' '));
    const tag = html.slice(start, start + 8);
    if (blockEnd.test(tag)) parts.push('\n');
    const name = unseen.exec(tag)?.[1]?.toLowerCase();
    from = name === undefined ? end + 1 : afterElement(html, name, end + 1);
  }
  const text = parts.join('') + html.slice(from).replaceAll(/\s+/g, ' ');
  const lines = decodeEntities(context, text).replaceAll('\u00a0', ' ').split('\n');
  return lines
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

/** Where what is not shown ends. */
function afterElement(html: string, name: string, from: number): number {
  const closing = name === 'script' ? /<\/script\b/gi : /<\/style\b/gi;
  closing.lastIndex = from;
  const close = closing.exec(html)?.index ?? -1;
  const end = close < 0 ? -1 : html.indexOf('>', close);
  return end < 0 ? html.length : end + 1;
}
