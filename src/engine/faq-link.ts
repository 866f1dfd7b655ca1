/** Where links to FAQ entries point: Customer Centre. The widget shows the answer itself, offline. */
const faqAddress = 'https://customer-center.example/faq/';

export const faqLink = (entry: number): string => `${faqAddress}${String(entry)}`;

/** Where a folder of the FAQ is read. */
export const faqFolderLink = (folder: number): string => `${faqAddress}?folder=${String(folder)}`;

/** The entry that a link of the FAQ's suggestions leads to; 0 is none. */
export function faqEntryOf(href: string): number {
  const id = href.startsWith(faqAddress) ? href.slice(faqAddress.length) : '';
  return /^\d{1,9}$/.test(id) ? Number(id) : 0;
}

const linkInText = /(https:\/\/customer-center\.example\/faq\/\d{1,9})(?!\d)/;

/** A text in pieces: every second one, from the first on, is a link to an entry of the FAQ. */
export const splitAtFaqLinks = (text: string): readonly string[] => text.split(linkInText);
