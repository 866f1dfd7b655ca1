/** Whether a text is the address of a page. */
export function isAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text.trim()).protocol);
  } catch {
    return false;
  }
}

/** The address that opens a link in a page, whatever stands behind the page's own. */
export const addressWith = (page: string, link: string): string => {
  const address = new URL(page.trim());
  address.hash = '';
  return `${address.href}${link}`;
};
