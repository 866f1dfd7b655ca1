import { useAppContext, useWorld } from '../../context.ts';
import { useLookUp } from '../../session/use-events.ts';
import { chooseEvent } from '../../select-event.ts';
import { SentenceView } from '../../sentences/sentence-view.tsx';
import { sentenceOf } from '../../sentences/sentence-of.ts';
import { textOf } from '../../sentences/sentence.ts';
import { automationWords } from '../../words/automation-words.ts';

/** An event of the log as a sentence, which leads to it; it is read from disk when the window does not hold it. */
export function EventLink({ seq }: { readonly seq: number }) {
  const { store, windowState } = useAppContext();
  const { lookUp } = useLookUp((look) => (look(seq) === undefined ? seq : 0));
  const event = lookUp(seq);
  useWorld((world) => (event === undefined ? '' : textOf(sentenceOf(event, { world, lookUp }))));
  const world = store.world.peek();
  if (event === undefined || world === null) return <p class="note">{automationWords.noCause}</p>;
  return (
    <button
      type="button"
      class="automation-event"
      data-moment={seq}
      onClick={() => {
        chooseEvent({ store, windowState }, event);
      }}
    >
      <SentenceView {...sentenceOf(event, { world, lookUp })} />
    </button>
  );
}
