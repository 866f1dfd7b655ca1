/** A link that may be followed: http, https or mailto, with the place it leads to. Anything else is text. */
export function safeUrl(href: string): { readonly href: string; readonly host: string } | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  if (url.protocol === 'mailto:') return { href: url.href, host: url.pathname };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  return { href: url.href, host: url.host };
}
