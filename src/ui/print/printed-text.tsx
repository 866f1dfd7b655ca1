import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { parseMarkdown, type Block, type Inline } from '../files/markdown.ts';

/** Markdown for paper: a link is the words of it. */
export function PrintedText({ source }: { readonly source: string }) {
  const blocks = useMemo(() => parseMarkdown(source), [source]);
  return (
    <div class="printed-text">
      {blocks.map((block, index) => (
        <PrintedBlock key={index} block={block} />
      ))}
    </div>
  );
}

function PrintedBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return <p>{inlines(block.children)}</p>;
    case 'heading':
      return <h4>{inlines(block.children)}</h4>;
    case 'code':
      return <pre>{block.text}</pre>;
    case 'list': {
      const items = block.items.map((one, index) => <li key={index}>{inlines(one)}</li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

const inlines = (children: readonly Inline[]): ComponentChildren =>
  children.map((one, index) => <PrintedInline key={index} inline={one} />);

function PrintedInline({ inline }: { readonly inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return <>{inline.text}</>;
    case 'code':
      return <code>{inline.text}</code>;
    case 'emphasis':
      return <em>{inlines(inline.children)}</em>;
    case 'strong':
    case 'link':
      return <strong>{inlines(inline.children)}</strong>;
  }
}
