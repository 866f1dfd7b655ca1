import type { NativeContext } from '../../analysis/types/native.ts';
import { decodeEntities } from './string-codecs.ts';
import { linesOf, TextBuilder } from './text-builder.ts';
import { chargeText } from './text.ts';

const blockEnd = /^<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])\b/i;
const unseen = /^<(script|style)\b/i;

/** Tags of three characters may follow each other, and lines of one. */
const workOfCharacter = 256;

/** HTML as text: lines where blocks end, blanks as a page shows them, no tags, no entities. */
export function htmlToText(context: NativeContext, html: string): string {
  chargeText(context, html.length);
  context.work(workOfCharacter * html.length);
  const parts = new TextBuilder();
  let from = 0;
  for (;;) {
    const start = html.indexOf('<', from);
    const end = start < 0 ? -1 : html.indexOf('>', start);
    if (end < 0) break;
    parts.add(withSingleBlanks(html.slice(from, start)));
    const tag = html.slice(start, start + 8);
    if (blockEnd.test(tag)) parts.add('\n');
    const name = unseen.exec(tag)?.[1]?.toLowerCase();
    from = name === undefined ? end + 1 : afterElement(html, name, end + 1);
  }
  parts.add(withSingleBlanks(html.slice(from)));
  return trimmedLines(decodeEntities(context, parts.text()).replaceAll('\u00a0', ' '));
}

const withSingleBlanks = (text: string): string => (text === '' ? '' : text.replaceAll(/\s+/g, ' '));

function trimmedLines(text: string): string {
  const made = new TextBuilder();
  for (const line of linesOf(text)) {
    made.add(line.trim());
    made.add('\n');
  }
  return made.text().trim();
}

/** Where what is not shown ends. */
function afterElement(html: string, name: string, from: number): number {
  const closing = name === 'script' ? /<\/script\b/gi : /<\/style\b/gi;
  closing.lastIndex = from;
  const close = closing.exec(html)?.index ?? -1;
  const end = close < 0 ? -1 : html.indexOf('>', close);
  return end < 0 ? html.length : end + 1;
}
