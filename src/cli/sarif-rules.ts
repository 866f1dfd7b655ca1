import type { Diagnostic } from '../crmscript/diagnostic.ts';
import { grammar } from '../words/english-grammar.ts';

/** A rule as SARIF has it (§3.49 reportingDescriptor), with what GitHub asks of one besides: two descriptions and a help. */
export type SarifRule = {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly defaultConfiguration: { readonly level: SarifLevel };
  readonly properties: { readonly tags: readonly string[] };
};

export type SarifLevel = 'error' | 'warning' | 'note';

/** SARIF's word for how grave something is. */
export const levelOf = ({ severity }: Diagnostic): SarifLevel => (severity === 'hint' ? 'note' : severity);

/** What a code stands for, whatever it is said of. */
export function sarifRule(found: Diagnostic): SarifRule {
  const title = titleOf(found.code);
  const page = pageFor(found);
  const help = `${aboutRule(found)}Rehearsal’s documentation has more: `;
  return {
    id: found.code,
    shortDescription: { text: title },
    fullDescription: { text: sentenceOf(found.code) ?? `${title}.` },
    help: { text: `${help}${page}`, markdown: `${help}\`${page}\`` },
    defaultConfiguration: { level: levelOf(found) },
    properties: { tags: [found.rule === undefined ? 'language' : 'chat'] },
  };
}

/** `missing-semicolon` is `Missing semicolon`. */
const titleOf = (code: string): string => {
  if (code === 'typescript') return 'Found by TypeScript';
  const words = code.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

function sentenceOf(code: string): string | undefined {
  const say = Object.hasOwn(grammar, code) ? grammar[code as keyof typeof grammar] : undefined;
  return say?.({ near: '…' });
}

const aboutRule = ({ rule }: Diagnostic): string =>
  rule === undefined ? '' : `It comes from ${/^[A-Z]/.test(rule) ? `rule ${rule} of the chat` : rule}. `;

function pageFor({ rule, span }: Diagnostic): string {
  if (rule !== undefined) return 'docs/hints.md';
  return /\.(ts|js|mjs|tsfso)$/i.test(span.file) ? 'docs/javascript.md' : 'docs/crmscript.md';
}
