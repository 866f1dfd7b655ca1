/** Whether this is the page that may ask other services: the same app under a wider policy (`build/security`). */
export const isNetworkPage = (): boolean => 'network' in document.documentElement.dataset;

/** The address of the ordinary page, or of the one with the network, at the same place in the app. */
export function pageAddress(
  which: 'ordinary' | 'network',
  { href, hash }: Pick<Location, 'href' | 'hash'>,
): string {
  return new URL((which === 'network' ? 'network.html' : './') + hash, href).href;
}
