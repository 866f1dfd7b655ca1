import { parseRichText } from '../../engine/rich-text.ts';
import type { RichNode } from '../../engine/rich-text.ts';

/**
 * The words of a message in the product's markup as a person reads them: paragraphs and list items on lines of their
 * own, and behind the text of a link its address, where that is another.
 */
export const readableText = (html: string): string => tidy(textOf(parseRichText(html)));

/** Lines without spaces at their ends, and at most one empty line between them. */
const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

type ListTag = 'ul' | 'ol';

function textOf(nodes: readonly RichNode[], list?: ListTag): string {
  let item = 0;
  return nodes
    .map((node) => {
      if ('text' in node) return node.text;
      if (node.tag === 'li') item++;
      return elementText(node, list === 'ol' ? `${String(item)}. ` : '• ');
    })
    .join('');
}

function elementText(node: Exclude<RichNode, { readonly text: string }>, bullet: string): string {
  switch (node.tag) {
    case 'br':
      return '\n';
    case 'p':
      return `\n${textOf(node.children)}\n`;
    case 'ul':
    case 'ol':
      return `\n${textOf(node.children, node.tag)}\n`;
    case 'li':
      return `\n${bullet}${textOf(node.children)}`;
    case 'a':
      return linkText(textOf(node.children), node.href);
    default:
      return textOf(node.children);
  }
}

function linkText(text: string, href: string | undefined): string {
  if (href === undefined || href === text || href === `mailto:${text}`) return text;
  return text === '' ? href : `${text} (${href})`;
}

/** Two texts that differ in nothing but spaces and ends of lines give the same. */
const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Whether what was said, in the markup of the product or plain, is these words: spaces and ends of lines do not count. */
export function saysWords(actual: string, words: string): boolean {
  const wanted = squeezed(words);
  return squeezed(actual) === wanted || squeezed(readableText(actual)) === wanted;
}
