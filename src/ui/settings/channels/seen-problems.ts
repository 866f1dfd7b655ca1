import type { PreviewProblem } from '../../../protocol/preview.ts';
import type { FieldProblem } from '../../form/field-problem.ts';
import { previewProblemText } from '../../words/preview-words.ts';

/** The field beside which it is said what spoils a view. */
const fields: Readonly<Record<PreviewProblem['code'], string>> = {
  'faq-empty': 'preChatForm.faqFolder',
  'faq-folder-gone': 'preChatForm.faqFolder',
  nobody: 'members',
  'never-open': 'properties.openingHours.enabled',
  'bot-first': 'preChatForm.enabled',
  'bot-folder': 'bot.folder',
  'script-failed': 'bot.folder',
};

/** What was met when the views were played, as warnings beside fields of which nothing else is said already. */
export function seenProblems(
  met: readonly PreviewProblem[],
  told: readonly FieldProblem[],
): readonly FieldProblem[] {
  const said = new Set(told.map(({ path }) => path));
  return met.flatMap((problem) => {
    const path = fields[problem.code];
    if (said.has(path)) return [];
    said.add(path);
    return [{ path, text: previewProblemText(problem), isWarning: true as const }];
  });
}
