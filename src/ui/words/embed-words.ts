import type { PrefillField, PrefillSource } from '../embed/write-embed-script.ts';

/** The words of the embed script. */
export const embedWords = {
  title: 'Embed script',
  help: 'Put it on any page, and the widget of this channel stands there, as it is in the form now.',
  site: 'Customer Center',
  siteHelp: 'The address of your own, up to the customer number.',
  siteExample: 'https://online.superoffice.com/Cust12345',
  code: 'The script',
  copy: 'Copy',
  copied: 'The embed script is in the clipboard.',
  notCopied: 'The browser did not let it be copied: select the text and press Ctrl C.',
  fill: 'Fill in the form',
  fillHelp: 'What the page knows stands in the pre-chat form already. The form is shown all the same.',
  sourceOf: (field: string) => `${field} from`,
  valueOf: (field: string) => `${field}: value`,
  nameOf: (field: string) => `${field}: name`,
  fields: { name: 'Name', email: 'E-mail', phone: 'Phone', company: 'Company' } satisfies Record<
    PrefillField,
    string
  >,
  sources: {
    none: 'Nowhere',
    text: 'This text',
    url: 'Address of the page',
    cookie: 'A cookie',
    variable: 'A variable',
  } satisfies Record<PrefillSource | 'none', string>,
  examples: { text: 'Ada Berg', url: 'n', cookie: 'customer', variable: 'customerName' } satisfies Record<
    PrefillSource,
    string
  >,
  readsAsSource: 'A text that begins so is read as the name of a source. Choose that source instead.',
  read: 'The simulator reads it so:',
  readChannel: (channel: number, name: string) => `channel ${String(channel)}, ${name}`,
  readNobody: 'an empty form',
  on: (address: string) => `on ${address}`,
} as const;

/** What a page may know of its customer, to show what is read. */
export const exampleCustomer: Readonly<Record<PrefillField, string>> = {
  name: 'Ada Berg',
  email: 'ada@example.com',
  phone: '22 33 44 55',
  company: 'Berg Books',
};
