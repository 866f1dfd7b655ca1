import type { Channel } from '../../engine/definition.ts';
import type { Customer } from '../../engine/inputs.ts';
import { escapeHtml } from '../../engine/escape-html.ts';

/** What of the form a page can fill in, with the attribute that does so (chat-domain §7.1). */
export const prefillAttributes = {
  name: 'data-customerName',
  email: 'data-customerEmail',
  phone: 'data-customerPhone',
  company: 'data-companyName',
} as const satisfies Partial<Record<keyof Customer, string>>;

export type PrefillField = keyof typeof prefillAttributes;

/** Where the value of a field comes from: it stands in the tag, or the page has it under a name. */
export type PrefillSource = 'text' | 'url' | 'cookie' | 'variable';

export type Prefill = {
  readonly [K in PrefillField]?: { readonly source: PrefillSource; readonly value: string };
};

/**
 * The tag that puts a channel's widget on a page. `site` is the address of the Customer Center, up to the customer's number.
 * What is filled in comes last; what has no value is left out.
 */
export function writeEmbedScript({ id, name, layout }: Channel, site: string, prefill: Prefill): string {
  const fields = Object.keys(prefillAttributes) as PrefillField[];
  const filled = fields.flatMap((field) => {
    const { source, value } = prefill[field] ?? { source: 'text', value: '' };
    if (value.trim() === '') return [];
    return [[prefillAttributes[field], source === 'text' ? value : `${source}:${value.trim()}`] as const];
  });
  const attributes = [
    ['src', `${site.trim().replace(/\/+$/, '')}/CS/javascript/chat.js`],
    ['data-topicId', String(id)],
    ['data-title', name],
    ['data-theme', layout.theme],
    ['data-color', layout.color],
    ['data-font', layout.font.toLowerCase()],
    ['data-size', layout.size],
    ['data-delay', '1'],
    ...filled,
  ] as const;
  const written = attributes.map(([attribute, value]) => `  ${attribute}="${inQuotes(value)}"`);
  return `<script\n${written.join('\n')}></script>`;
}

const inQuotes = (text: string): string => escapeHtml(text).replaceAll('"', '&quot;');

/** Whether a text would be taken for the name of a source, as it begins like one. */
export const readsAsSource = (text: string): boolean => /^\s*(url|cookie|variable):/.test(text);
