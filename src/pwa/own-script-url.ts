/**
 * What the page's one Trusted Types policy lets through as the address of a script: a file below `home`, the folder
 * that the app was served from (another app on the same host is as foreign as another host), or a blob made by a
 * page of our origin, as the engine's worker is. Null refuses.
 */
export function ownScriptUrl(url: string, home: URL): string | null {
  const target = URL.canParse(url, home) ? new URL(url, home) : null;
  if (target?.origin !== home.origin) return null;
  return target.protocol === 'blob:' || target.pathname.startsWith(home.pathname) ? url : null;
}
