import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Diagnostic } from '../../../crmscript/diagnostic.ts';
import type { ScriptLanguage } from '../../../engine/definition.ts';
import { useAppContext } from '../../context.ts';
import { shownProblems } from './own-problems.ts';

/** How long the hands have to rest until a text is checked. */
const checkAfter = 250;

/** What is wrong with a text, as it is being written; `again` has it checked although a worker hung on it. */
export function useCheck(text: string, file: string, language: ScriptLanguage, script: number) {
  const { help } = useAppContext();
  const found = useSignal<readonly Diagnostic[]>([]);
  useEffect(() => {
    let over = false;
    const timer = setTimeout(() => {
      void help.check('editor', text, file, language, script).then((diagnostics) => {
        if (!over && diagnostics !== null) found.value = shownProblems(diagnostics, file, text);
      });
    }, checkAfter);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [text, file, language, script, help, found, help.insisted.value]);
  const again = () => {
    help.insist(text);
    found.value = [];
  };
  return { found: found.value, again };
}
