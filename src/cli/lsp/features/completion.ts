import {
  CompletionItemKind,
  InsertTextFormat,
  type CompletionItem,
  type CompletionList,
} from 'vscode-languageserver-protocol';
import type { Completion } from '../../../crmscript/complete.ts';
import { described } from '../description.ts';
import { askedAt, type Feature } from '../feature.ts';
import type { Params } from '../given.ts';
import type { ScriptRequest, Session } from '../session.ts';
import { fenceOf } from './hover.ts';

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  variable: CompletionItemKind.Variable,
  parameter: CompletionItemKind.Variable,
  field: CompletionItemKind.Field,
  method: CompletionItemKind.Method,
  function: CompletionItemKind.Function,
  type: CompletionItemKind.Class,
  enum: CompletionItemKind.Enum,
  member: CompletionItemKind.EnumMember,
  keyword: CompletionItemKind.Keyword,
  text: CompletionItemKind.Text,
  value: CompletionItemKind.Value,
};

/** A list of as many was cut short. */
const mostItems = 400;

/** Behind these only what is known to stand there is offered unasked: numbers with a meaning, and texts such as inputs. */
const invitesKnown = new Set(['(', ' ', ':']);

export const completion: Feature = async (session, params): Promise<CompletionList | null> => {
  const asked = await askedAt(session, params);
  const { help, program, offset, places, path } = asked;
  const before = places.text.slice(places.text.lastIndexOf('\n', offset - 1) + 1, offset);
  const { context } = params as { readonly context?: Params };
  const trigger = context?.['triggerCharacter'];
  if (trigger === ' ' && !/[=!<>,]\s$/.test(before)) return null;
  const names = /include/i.test(before) ? await namesOf(session, path) : [];
  const found = help.assist(program, 'completions', offset, names)?.help;
  if (found?.kind !== 'completions') return null;
  const onlyKnown = typeof trigger === 'string' && invitesKnown.has(trigger);
  const items = onlyKnown ? found.items.filter(isKnown) : found.items;
  if (items.length === 0) return null;
  return {
    // A number and a point lead to other choices than the letters that stand here now.
    isIncomplete: items.some(isKnown) || items.length >= mostItems,
    items: items.map((item, index) => itemOf(item, { ...asked, session, from: found.from, index })),
  };
};

async function namesOf(session: Session, path: string): Promise<readonly string[]> {
  await session.listing.list();
  return session.scripts.namesFor(path);
}

const isKnown = ({ kind }: Completion): boolean => kind === 'text' || kind === 'value';

type Around = ScriptRequest & {
  readonly session: Session;
  readonly offset: number;
  readonly from: number;
  readonly index: number;
};

function itemOf(item: Completion, around: Around): CompletionItem {
  const { client } = around.session;
  const { places, offset, from, index, program } = around;
  const { label, kind, detail, about, named, before = 0 } = item;
  const inserted = insertOf(item, around);
  /** What has a number and a name is found by either. */
  const isNumber = /\d/.test(places.text.charAt(from)) && from < offset;
  return {
    label,
    kind: kinds[kind],
    sortText: String(index).padStart(5, '0'),
    filterText: places.text.slice(from - before, from) + (isNumber ? label : (named ?? label)),
    textEdit: { range: places.range(from - before, offset), newText: inserted.text },
    insertTextFormat: inserted.isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(detail !== undefined && { detail }),
    ...(about !== undefined && {
      documentation: described(about, client.markdown.completion, fenceOf(program.language)),
    }),
    ...(item.goesOn === true &&
      client.offersAgain && { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } }),
  };
}

function insertOf(
  item: Completion,
  { session, places, offset }: Around,
): { readonly text: string; readonly isSnippet: boolean } {
  const text = item.insert ?? item.label;
  const isCalled = /^\w*\(/.test(places.text.slice(offset, offset + 100));
  if (!session.client.snippets)
    return { text: item.call === 'empty' && !isCalled ? `${text}()` : text, isSnippet: false };
  if (item.template !== undefined) return { text: snippetOf(item.template), isSnippet: true };
  if (item.call === undefined || isCalled) return { text, isSnippet: false };
  return { text: item.call === 'empty' ? `${escaped(text)}()` : `${escaped(text)}($0)`, isSnippet: true };
}

const escaped = (text: string): string => text.replaceAll(/[\\$}]/g, '\\$&');

/** A template has names of places; the same name is the same place, and what is left empty is where one ends. */
function snippetOf(template: string): string {
  const numbers = new Map<string, number>();
  const pieces = template.split(/\$\{([^}]*)\}/);
  return pieces
    .map((piece, index) => {
      if (index % 2 === 0) return escaped(piece);
      if (piece === '') return '$0';
      const number = numbers.get(piece) ?? numbers.size + 1;
      numbers.set(piece, number);
      return `\${${String(number)}:${escaped(piece)}}`;
    })
    .join('');
}
