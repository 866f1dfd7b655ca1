/** A link that may be followed: http, https or mailto, with the place it leads to. Anything else is text. */
export function safeUrl(href: string): { readonly href: string; readonly host: string } | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  if (url.protocol === 'mailto:') return { href: url.href, host: url.pathname };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  return { href: url.href, host: url.host };
}

const pictures = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i;

/** The address of a picture that may be drawn: one that holds the picture itself, so that nothing is fetched. */
export const safePicture = (address: string): string | undefined =>
  pictures.test(address) ? address : undefined;
