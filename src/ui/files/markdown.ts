/** The Markdown of a description as a tree: paragraphs, headings, lists, code, emphasis and links, and nothing else. */
export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly text: string };

export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] };

const fence = /^ {0,3}(`{3,}|~{3,})/;
const item = /^ {0,3}(?:[-*+]|(\d{1,9})[.)])[ \t]+(.*)$/;
const heading = /^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$/;

/** So much of a description is read: it is there to be read by people. */
export const longestRead = 20_000;

const endsList = (line: string): boolean => line.trim() === '' || fence.test(line) || heading.test(line);

/** Reads Markdown. Never throws, and what it does not know stays text as it was written: HTML and images too. */
export function parseMarkdown(source: string): readonly Block[] {
  const blocks: Block[] = [];
  const lines = source.slice(0, longestRead).split(/\r\n?|\n/);
  let text: string[] = [];
  const endParagraph = () => {
    if (text.length > 0) blocks.push({ kind: 'paragraph', children: parseInline(text.join('\n')) });
    text = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const fenced = fence.exec(line)?.[1];
    if (fenced !== undefined) {
      endParagraph();
      const end = lines.findIndex((one, index) => index > at && one.trim().startsWith(fenced));
      const last = end < 0 ? lines.length : end;
      blocks.push({ kind: 'code', text: lines.slice(at + 1, last).join('\n') });
      at = last;
    } else if (line.trim() === '') endParagraph();
    else if (heading.test(line)) {
      endParagraph();
      blocks.push({ kind: 'heading', children: parseInline(heading.exec(line)?.[1] ?? '') });
    } else if (item.test(line)) {
      endParagraph();
      const ordered = item.exec(line)?.[1] !== undefined;
      const items: string[] = [];
      for (; at < lines.length && !endsList(lines[at] ?? ''); at += 1) {
        const next = item.exec(lines[at] ?? '')?.[2];
        if (next !== undefined) items.push(next);
        else items.push(`${items.pop() ?? ''}\n${(lines[at] ?? '').trim()}`);
      }
      at -= 1; // what ended it is looked at itself
      blocks.push({ kind: 'list', ordered, items: items.map(parseInline) });
    } else text.push(line.trim());
  }
  endParagraph();
  return blocks;
}

/** What an address in the text may end with without belonging to it. */
const trailing = /[.,;:!?'")\]]+$/;
/** Each alternative ends at the first mark that closes it and holds no line breaks of its own kind, so that none looks far ahead. */
const token =
  /\\([!-/:-@[-`{-~])|(`{1,3})([^`\n]{1,500})\2(?!`)|\*\*(?=[^\s*])([^\n]{0,500}?[^\s*])\*\*|(?<!\w)__(?=[^\s_])([^\n]{0,500}?[^\s_])__(?!\w)|\*(?=\S)([^*\n]{0,500}?[^*\s])\*|(?<!\w)_(?=\S)([^_\n]{0,500}?[^_\s])_(?!\w)|\[([^\]\n]{1,500})\]\(((?:[^()\s]|\([^()\s]{0,200}\)){1,2000})\)|(?<!\w)(https?:\/\/[^\s<>]{1,2000})/;

/** Emphasis within emphasis within a link is enough. */
const deepest = 6;

function parseInline(source: string, depth = 0): readonly Inline[] {
  const found: Inline[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') found.push({ kind: 'text', text: plain });
    plain = '';
  };
  const inner = (text: string) =>
    depth < deepest ? parseInline(text, depth + 1) : [{ kind: 'text', text } as const];
  let rest = source;
  for (let match = token.exec(rest); match !== null; match = token.exec(rest)) {
    const [whole, escaped, , code, strong, strong2, soft, soft2, label, href, address] = match;
    plain += rest.slice(0, match.index);
    let used = whole.length;
    if (escaped !== undefined) plain += escaped;
    else {
      flush();
      if (code !== undefined) found.push({ kind: 'code', text: code.trim() });
      else if (label !== undefined) found.push({ kind: 'link', href: href ?? '', children: inner(label) });
      else if (address !== undefined) {
        const shown = address.replace(trailing, '');
        used -= address.length - shown.length;
        found.push({ kind: 'link', href: shown, children: [{ kind: 'text', text: shown }] });
      } else {
        const bold = strong ?? strong2;
        found.push(
          bold === undefined
            ? { kind: 'emphasis', children: inner(soft ?? soft2 ?? '') }
            : { kind: 'strong', children: inner(bold) },
        );
      }
    }
    rest = rest.slice(match.index + used);
  }
  plain += rest;
  flush();
  return found;
}
