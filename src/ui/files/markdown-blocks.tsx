import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { parseMarkdown, type Block, type Inline } from './markdown.ts';

/** How some kinds of Markdown look where they are shown; the others look the same everywhere. */
export type MarkdownKinds = {
  readonly heading: (children: ComponentChildren) => ComponentChildren;
  readonly link: (href: string, children: ComponentChildren) => ComponentChildren;
  readonly text?: (text: string) => ComponentChildren;
  readonly code?: (text: string) => ComponentChildren;
  /** Lines of code. */
  readonly block?: (text: string) => ComponentChildren;
};

type MarkdownBlocksProps = { readonly source: string; readonly kinds: MarkdownKinds };

/** What somebody wrote in Markdown, as elements that we make, of an allow-list: no HTML is read, no picture is fetched. */
export function MarkdownBlocks({ source, kinds }: MarkdownBlocksProps) {
  const blocks = useMemo(() => parseMarkdown(source), [source]);
  return (
    <>
      {blocks.map((block, index) => (
        <BlockView key={index} {...{ block, kinds }} />
      ))}
    </>
  );
}

type BlockProps = { readonly block: Block; readonly kinds: MarkdownKinds };

function BlockView({ block, kinds }: BlockProps) {
  switch (block.kind) {
    case 'paragraph':
      return <p>{inlines(block.children, kinds)}</p>;
    case 'heading':
      return <>{kinds.heading(inlines(block.children, kinds))}</>;
    case 'code':
      return <>{kinds.block?.(block.text) ?? <pre>{block.text}</pre>}</>;
    case 'list': {
      const items = block.items.map((one, index) => <li key={index}>{inlines(one, kinds)}</li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

const inlines = (children: readonly Inline[], kinds: MarkdownKinds): ComponentChildren =>
  children.map((one, index) => <InlineView key={index} inline={one} kinds={kinds} />);

type InlineProps = { readonly inline: Inline; readonly kinds: MarkdownKinds };

function InlineView({ inline, kinds }: InlineProps) {
  switch (inline.kind) {
    case 'text':
      return <>{kinds.text?.(inline.text) ?? inline.text}</>;
    case 'code':
      return <>{kinds.code?.(inline.text) ?? <code>{inline.text}</code>}</>;
    case 'strong':
      return <strong>{inlines(inline.children, kinds)}</strong>;
    case 'emphasis':
      return <em>{inlines(inline.children, kinds)}</em>;
    case 'link':
      return <>{kinds.link(inline.href, inlines(inline.children, kinds))}</>;
  }
}
