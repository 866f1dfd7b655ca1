import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ruleSentences } from '../../src/ui/rules/rule-sentences.ts';
import { ruleWords } from '../../src/ui/words/rule-words.ts';

const page = fileURLToPath(new URL('../../docs/fidelity.md', import.meta.url));
const title = '## How sure each rule is';

const kinds = ['documented', 'inferred', 'decided'] as const;

/** The rules by how sure they are, as lists. */
function section(): string {
  const rules = Object.entries(ruleSentences);
  const lists = kinds.map((kind) => {
    const lines = rules
      .filter(([, { sure }]) => sure === kind)
      .map(([rule, { text }]) => `- ${rule}: ${text}`);
    return `### ${ruleWords.sure[kind]}\n\n${ruleWords.sureWhy[kind]}.\n\n${lines.join('\n')}`;
  });
  return [
    title,
    '<!-- Written by `npm run reference`. -->',
    'These are the rules that Why? and Why not? name, in the words in which they say them. The numbers are those of\n' +
      '[spec/chat-domain.md](spec/chat-domain.md) and [spec/rulings.md](spec/rulings.md).',
    ...lists,
  ].join('\n\n');
}

/** docs/fidelity.md with that section as it should be, at its end. */
export function fidelity(): string {
  const text = readFileSync(page, 'utf8');
  const from = text.indexOf(title);
  return `${(from < 0 ? text : text.slice(0, from)).trimEnd()}\n\n${section()}\n`;
}
