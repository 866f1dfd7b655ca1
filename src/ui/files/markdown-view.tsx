import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { safeUrl } from '../safe-url.ts';
import { filesWords as words } from '../words/files-words.ts';
import { parseMarkdown, type Block, type Inline } from './markdown.ts';

/** A description as its author meant it: elements that we make, of an allow-list; no picture is fetched, no HTML is read. */
export function Markdown({ source }: { readonly source: string }) {
  const blocks = useMemo(() => parseMarkdown(source), [source]);
  return (
    <div class="markdown" dir="auto" tabIndex={0} role="group" aria-label={words.description}>
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return <p>{inlines(block.children)}</p>;
    case 'heading':
      return <p class="markdown-heading">{inlines(block.children)}</p>;
    case 'code':
      return <pre>{block.text}</pre>;
    case 'list': {
      const items = block.items.map((one, index) => <li key={index}>{inlines(one)}</li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

const inlines = (children: readonly Inline[]): ComponentChildren =>
  children.map((one, index) => <InlineView key={index} inline={one} />);

function InlineView({ inline }: { readonly inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return <>{inline.text}</>;
    case 'code':
      return <code>{inline.text}</code>;
    case 'strong':
      return <strong>{inlines(inline.children)}</strong>;
    case 'emphasis':
      return <em>{inlines(inline.children)}</em>;
    case 'link':
      return <MarkdownLink href={inline.href}>{inlines(inline.children)}</MarkdownLink>;
  }
}

type LinkProps = { readonly href: string; readonly children: ComponentChildren };

/** A link says where it leads; one that may not be followed says that it was taken away (reliability I13). */
function MarkdownLink({ href, children }: LinkProps) {
  const url = safeUrl(href);
  if (url === undefined) {
    return (
      <>
        {children} <small>({words.linkRemoved(/^[a-z][a-z0-9+.-]{0,20}(?=:)/i.exec(href)?.[0] ?? '')})</small>
      </>
    );
  }
  return (
    <>
      <a href={url.href} target="_blank" rel="noopener noreferrer">
        {children}
      </a>{' '}
      <small class="host">
        (<bdi>{url.host}</bdi>)
      </small>
    </>
  );
}
