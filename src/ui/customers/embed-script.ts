import type { Customer } from '../../engine/inputs.ts';
import { decodeEntities } from '../../engine/rich-text.ts';

/** What the page around the widget has: its address, and cookies and window variables by name. */
export type HostPage = { readonly address: string; readonly values: ReadonlyMap<string, string> };

/** Who opens the chat from a page, as far as the embed script says, and on which channel; 0 is any. */
export type Embedded = {
  readonly channel: number;
  /** What the widget is called on the page; left out where it is called nothing. */
  readonly title?: string;
  readonly customer: Partial<Pick<Customer, 'name' | 'email' | 'phone' | 'company'>>;
};

const fields = {
  customername: 'name',
  customeremail: 'email',
  customerphone: 'phone',
  companyname: 'company',
} as const;
const attribute = /\sdata-([a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi;

/**
 * Reads the embed script of a page. Each attribute is a text, or says where it comes from: `url:` a parameter of the
 * address, `cookie:` or `variable:` (chat-domain §7.1). They fill in the form and do not skip it (T-96).
 */
export function readEmbedScript(tag: string, page: HostPage): Embedded {
  let channel = 0;
  let title = '';
  const customer: Record<string, string> = {};
  for (const [, name = '', inDouble, inSingle, bare] of tag.matchAll(attribute)) {
    const value = resolve(decodeEntities(inDouble ?? inSingle ?? bare ?? ''), page);
    const key = name.toLowerCase();
    if (key === 'topicid') channel = Number(value) || 0;
    else if (key === 'title') title = value;
    else if (isField(key) && value !== '') customer[fields[key]] = value;
  }
  return { channel, customer, ...(title !== '' && { title }) };
}

/** The lines `name = value`. */
export function readValues(text: string): ReadonlyMap<string, string> {
  const pairs = text.split('\n').map((line): [string, string] => {
    const [name = '', ...value] = line.split('=');
    return [name.trim(), value.join('=').trim()];
  });
  return new Map(pairs.filter(([name]) => name !== ''));
}

const isField = (key: string): key is keyof typeof fields => Object.hasOwn(fields, key);

function resolve(value: string, { address, values }: HostPage): string {
  const [, source = '', name = ''] = /^(url|cookie|variable):(.*)$/s.exec(value.trim()) ?? [];
  if (source === 'url') return parameter(address, name);
  return source === '' ? value : (values.get(name) ?? '');
}

/** A parameter of an address, whole or only what follows the `?`. */
function parameter(address: string, name: string): string {
  const query = address.slice(address.indexOf('?') + 1).replace(/#.*$/s, '');
  return new URLSearchParams(query).get(name) ?? '';
}
