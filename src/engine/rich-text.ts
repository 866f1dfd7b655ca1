import { escapeHtml } from './escape-html.ts';

/**
 * The HTML subset of chat messages (chat-domain §6.1, Q29) as a tree. Other tags and all attributes but
 * a safe `href` are left out; the content of scripts and styles is left out too. Linear, never throws.
 */
export type RichNode =
  | { readonly text: string }
  | { readonly tag: RichTag; readonly href?: string; readonly children: readonly RichNode[] };

const tags = ['b', 'strong', 'i', 'em', 'u', 'ul', 'ol', 'li', 'br', 'p', 'a'] as const;
export type RichTag = (typeof tags)[number];

const isRichTag = (name: string): name is RichTag => (tags as readonly string[]).includes(name);
const silent = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'template',
  'noscript',
  'svg',
  'math',
  'title',
]);
const depthLimit = 30;

type Open = { readonly tag: RichTag; readonly href?: string; readonly children: RichNode[] };

export function parseRichText(html: string): readonly RichNode[] {
  const root: RichNode[] = [];
  const open: Open[] = [];
  const add = (node: RichNode): void => {
    (open.at(-1)?.children ?? root).push(node);
  };
  let position = 0;
  while (position < html.length) {
    const less = html.indexOf('<', position);
    const text = html.slice(position, less < 0 ? html.length : less);
    if (text !== '') add({ text: decodeEntities(text) });
    if (less < 0) break;
    const tag = readTag(html, less);
    if (tag === null) {
      add({ text: '<' });
      position = less + 1;
      continue;
    }
    position = tag.end;
    if (silent.has(tag.name) && !tag.closing) {
      position = skipContent(html, tag.name, position);
    } else if (isRichTag(tag.name)) {
      apply(tag.name, tag, open, add);
    }
  }
  return root;
}

type Tag = {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: string;
  readonly end: number;
};

/** The tag, comment or declaration at `start`; null when the `<` is only a sign. */
function readTag(html: string, start: number): Tag | null {
  if (html.startsWith('<!--', start)) {
    const end = html.indexOf('-->', start + 4);
    return { name: '!', closing: false, attributes: '', end: end < 0 ? html.length : end + 3 };
  }
  const closing = html[start + 1] === '/';
  let end = start + (closing ? 2 : 1);
  const nameStart = end;
  while (end < html.length && /[a-zA-Z0-9!?]/.test(html.charAt(end))) end++;
  if (end === nameStart) return null;
  const name = html.slice(nameStart, end).toLowerCase();
  const attributesStart = end;
  let quote = '';
  for (; end < html.length; end++) {
    const character = html.charAt(end);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (character === '>') {
      break;
    }
  }
  return { name, closing, attributes: html.slice(attributesStart, end), end: end + 1 };
}

function skipContent(html: string, name: string, from: number): number {
  let close = html.indexOf('</', from);
  while (close >= 0 && html.slice(close + 2, close + 2 + name.length).toLowerCase() !== name) {
    close = html.indexOf('</', close + 2);
  }
  if (close < 0) return html.length;
  const end = html.indexOf('>', close);
  return end < 0 ? html.length : end + 1;
}

function apply(name: RichTag, tag: Tag, open: Open[], add: (node: RichNode) => void): void {
  if (name === 'br') {
    add({ tag: 'br', children: [] });
  } else if (tag.closing) {
    const index = open.findLastIndex((candidate) => candidate.tag === name);
    if (index >= 0) open.length = index;
  } else if (open.length < depthLimit) {
    const href = name === 'a' ? safeUrl(hrefOf(tag.attributes)) : null;
    const node: Open = { tag: name, ...(href !== null && { href }), children: [] };
    add(node);
    open.push(node);
  }
}

function hrefOf(attributes: string): string {
  const found = /(?:^|[\s"'/])href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes);
  return decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '');
}

/** The address if its scheme is https, http or mailto; null for any other (reliability I13). */
export function safeUrl(address: string): string | null {
  const url = address.trim();
  // Control characters hide schemes: browsers drop them while they read an address.
  for (const character of url) if (character <= ' ' || character === '\u007f') return null;
  return /^(?:https?:\/\/[^/\\@?#]+(?:[/?#]|$)|mailto:[^/])/i.test(url) ? url : null;
}

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['#39', "'"],
  ['nbsp', '\u00a0'],
]);

/** `&amp;` and the like as what they stand for. */
export const decodeEntities = (text: string): string =>
  text.replaceAll(/&(#39|[a-z]{2,4});/g, (whole, name: string) => entities.get(name) ?? whole);

/** The HTML with nothing but the allowed tags in it, well nested. What it gives, it leaves as it is. */
export function sanitise(html: string): string {
  return html.includes('<') || html.includes('&') ? serialise(parseRichText(html)) : html;
}

function serialise(nodes: readonly RichNode[]): string {
  return nodes
    .map((node) => {
      if ('text' in node) return escapeHtml(node.text);
      if (node.tag === 'br') return '<br>';
      const href =
        node.href === undefined ? '' : ` href="${escapeHtml(node.href).replaceAll('"', '&quot;')}"`;
      return `<${node.tag}${href}>${serialise(node.children)}</${node.tag}>`;
    })
    .join('');
}

/** The text without its tags, for lists, transcripts and comparing. */
export const plainText = (html: string): string => textOf(parseRichText(html));

const textOf = (nodes: readonly RichNode[]): string =>
  nodes
    .map((node) => ('text' in node ? node.text : node.tag === 'br' ? '\n' : textOf(node.children)))
    .join('');
