import { useId } from 'preact/hooks';
import { authorWords as words } from '../words/author-words.ts';

/** The languages that are offered; a course can be in any other, by its code. */
const offered: readonly string[] = ['en', 'nb', 'nn', 'sv', 'da', 'fi', 'de', 'nl', 'fr', 'es'];

/** Whether a text is the code of a language, as the platform knows them (BCP 47). */
function isLanguage(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code).length === 1;
  } catch {
    return false;
  }
}

type LanguageProps = { readonly language: string; readonly onChoose: (code: string) => void };

/** The language of a course: one of those that are often wanted, or the one that it has. */
export function LanguageChoice({ language, onChoose }: LanguageProps) {
  const id = useId();
  const all = offered.includes(language) || !isLanguage(language) ? offered : [language, ...offered];
  return (
    <div class="author-field">
      <label for={id}>{words.language}</label>
      <select
        id={id}
        value={language}
        onChange={(event) => {
          onChoose(event.currentTarget.value);
        }}
      >
        {all.map((code) => (
          <option key={code} value={code}>
            {words.languages(code)}
          </option>
        ))}
      </select>
    </div>
  );
}
