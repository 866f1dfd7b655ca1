import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { searchFaq } from '../../../engine/faq-search.ts';
import { faqAccess } from '../../../engine/numbers.ts';
import { hrefOf } from '../../frame/router.ts';
import { folderChoices } from './faq-tree.ts';
import { thingWords } from '../../words/thing-words.ts';
import { useSettings } from './use-settings.ts';

const words = thingWords.faq;

/** A customer sees so many suggestions (chat-domain T-31). */
const suggested = 3;
/** So many of those that come after them are named. */
const mostMore = 5;

/** Which entries a customer's question finds, by the search that the widget uses, and with how many of its words. */
export function TryQuestion() {
  const world = useSettings();
  const id = useId();
  const question = useSignal('');
  const folder = useSignal(0);
  const asked = question.value.trim();
  const hits =
    asked === ''
      ? []
      : searchFaq(world, { folder: folder.value, access: faqAccess.public, text: asked }).slice(
          0,
          suggested + mostMore,
        );
  return (
    <section class="try-question" aria-labelledby={id}>
      <div class="try-line">
        <label id={id} for={`${id}-text`}>
          {words.tryQuestion}
        </label>
        <input
          id={`${id}-text`}
          dir="auto"
          placeholder={words.tryHint}
          value={question.value}
          onInput={(event) => {
            question.value = event.currentTarget.value;
          }}
        />
        <select
          aria-label={words.tryIn}
          value={String(folder.value)}
          onChange={(event) => {
            folder.value = Number(event.currentTarget.value);
          }}
        >
          {folderChoices(world.faqFolders, folder.value, words.whole).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div role="status">
        {asked === '' ? null : hits.length === 0 ? (
          <p class="note">{words.findsNothing}</p>
        ) : (
          <ol class="try-hits">
            {hits.map(({ found, score, words: of }, index) => (
              <li key={found.id} class={index < suggested ? '' : 'beyond'}>
                <a href={hrefOf(['settings', 'faq', String(found.id)])} dir="auto">
                  {found.title}
                </a>{' '}
                <span class="note number">
                  {words.score(score, of)}
                  {index < suggested ? '' : words.beyond}
                </span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}
