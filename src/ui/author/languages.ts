/** The languages that are offered; a course can be in any other, by its code. */
export const offered: readonly string[] = ['en', 'nb', 'nn', 'sv', 'da', 'fi', 'de', 'nl', 'fr', 'es'];

/** Whether a text is the code of a language, as the platform knows them (BCP 47). */
export function isLanguage(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code).length === 1;
  } catch {
    return false;
  }
}
