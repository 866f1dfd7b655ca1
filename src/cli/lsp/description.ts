import { MarkupKind, type MarkupContent } from 'vscode-languageserver-protocol';
import type { Description } from '../../crmscript/complete.ts';

const noteKinds = { differs: 'Differs:', mind: 'Mind:', offline: 'Offline:' } as const;
const mostOverloads = 8;

/** What is known of a name as Markdown, or as plain text for who has no better. One entry for each overload. */
export function described(
  all: readonly Description[],
  isMarkdown: boolean,
  language: string,
  withSignature = true,
): MarkupContent {
  const write = isMarkdown ? markdown(language) : plainText;
  const said = new Set<string>();
  const parts = all.slice(0, mostOverloads).map((one) => {
    const isKnown = said.has(one.doc);
    said.add(one.doc);
    return entry(isKnown ? { ...one, doc: '' } : one, write, withSignature);
  });
  if (all.length > mostOverloads) parts.push(`${String(all.length - mostOverloads)} more overloads`);
  const value = parts.filter((part) => part !== '').join(write.between);
  return { kind: isMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText, value };
}

type Writer = {
  readonly code: (text: string) => string;
  readonly name: (text: string) => string;
  readonly text: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly between: string;
};

/** What stands in scripts is text to Markdown: no sign of it means anything. */
const escaped = (text: string): string =>
  text.replaceAll(/[\\`*_{}[\]()#+\-.!|<>~&]/g, (sign) => `\\${sign}`).replaceAll('\n', '  \n');

const markdown = (language: string): Writer => ({
  code: (text) => {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${text}\n${fence}`;
  },
  name: (text) => {
    const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const tick = '`'.repeat(longest + 1);
    return longest === 0 ? `\`${text}\`` : `${tick} ${text} ${tick}`;
  },
  text: escaped,
  strong: (text) => `**${escaped(text)}**`,
  between: '\n\n---\n\n',
});

const itself = (text: string): string => text;
const plainText: Writer = { code: itself, name: itself, text: itself, strong: itself, between: '\n\n' };

function entry(
  { signature, doc, notes, arguments: given = [], values, declared }: Description,
  write: Writer,
  withSignature: boolean,
): string {
  const parts = withSignature ? [write.code(signature)] : [];
  if (doc !== '') parts.push(write.text(doc));
  const parameters = given.filter((one) => one.says + one.values !== '');
  if (parameters.length > 0) parts.push(parameters.map((one) => parameter(one, write)).join('\n'));
  if (values !== undefined) {
    const choices = values.choices.map(({ text, name = '', says = '' }) =>
      `- ${write.name(text)} ${write.text([name, says].filter(Boolean).join(': '))}`.trimEnd(),
    );
    parts.push([write.strong(values.title), '', ...choices].join('\n'));
  }
  for (const { kind, text } of notes) parts.push(`${write.strong(noteKinds[kind])} ${write.text(text)}`);
  if (declared !== undefined) {
    const where = declared.file === undefined ? '' : ` of ${declared.file}`;
    parts.push(write.text(`Declared in line ${String(declared.line)}${where}`));
  }
  return parts.join('\n\n');
}

const parameter = (
  { name, says, values }: { readonly name: string; readonly says: string; readonly values: string },
  write: Writer,
): string => `- ${write.name(name)} ${write.text([says, values].filter(Boolean).join(' '))}`;
