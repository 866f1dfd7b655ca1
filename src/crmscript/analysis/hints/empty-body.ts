import type { Item } from '../../syntax/ast.ts';
import type { CheckContext } from '../check-context.ts';

/** `if (…); { … }`: the semicolon is all that the condition governs. A loop can do its work in its head. */
export function warnOfEmptyBodies(context: CheckContext, items: readonly Item[]): void {
  let before: Item | undefined;
  for (const item of items) {
    if (before !== undefined) warnOfEmptyBody(context, before, item);
    before = item;
  }
}

function warnOfEmptyBody({ problems }: CheckContext, item: Item, next: Item): void {
  const last = lastGoverned(item);
  if (last === undefined || last.span.file !== next.span.file) return;
  const isBlock = next.kind === 'block';
  if (!isBlock && (last.of === 'loop' || next.span.line !== last.span.line)) return;
  const { start, end } = last.span;
  const fix = { label: 'Remove ";"', start, end, text: '' };
  const message = `This ";" ends the statement, so the ${isBlock ? 'block' : 'statement'} behind it always runs, once.`;
  problems.warning('empty-body', message, last.span, fix);
}

type Governed = { readonly of: 'loop' | 'branch'; readonly span: Item['span'] };

/** The empty statement with which a statement ends, as what a loop or a branch governs. */
function lastGoverned(item: Item): Governed | undefined {
  let at = item;
  for (;;) {
    const of = at.kind === 'if' ? 'branch' : 'loop';
    let body: Item | undefined;
    if (at.kind === 'if') body = at.otherwise ?? at.branches.at(-1)?.body;
    else if (at.kind === 'while' || at.kind === 'for' || at.kind === 'foreach') body = at.body;
    if (body === undefined) return undefined;
    if (body.kind === 'empty') return { of, span: body.span };
    at = body;
  }
}
