import type { HostPage } from '../customers/embed-script.ts';
import { exampleCustomer } from '../words/embed-words.ts';
import { prefillAttributes, type Prefill, type PrefillField } from './write-embed-script.ts';

const fields = Object.keys(prefillAttributes) as PrefillField[];

/** A page that has what a tag names: in its address, and as cookies and variables. */
export function pageOf(prefill: Prefill): HostPage {
  const named = fields.flatMap((field) => {
    const chosen = prefill[field];
    const name = chosen?.value.trim() ?? '';
    return chosen === undefined || chosen.source === 'text' || name === ''
      ? []
      : [{ source: chosen.source, name, value: exampleCustomer[field] }];
  });
  const query = new URLSearchParams(
    named.filter(({ source }) => source === 'url').map(({ name, value }) => [name, value]),
  ).toString();
  return {
    address: `https://shop.example/${query === '' ? '' : `?${query}`}`,
    values: new Map(named.filter(({ source }) => source !== 'url').map(({ name, value }) => [name, value])),
  };
}
