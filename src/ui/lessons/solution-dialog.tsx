import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { createWorld } from '../../engine/create-world.ts';
import { fold } from '../../engine/fold.ts';
import type { World } from '../../engine/world.ts';
import type { RanAgain } from '../../protocol/compared.ts';
import type { Lesson } from '../../protocol/course-api.ts';
import { ComparedView } from '../compare/compared-view.tsx';
import { useAppContext } from '../context.ts';
import { Dialog } from '../controls/dialog.tsx';
import { Segmented } from '../controls/segmented.tsx';
import { BothTexts } from '../edits/both-texts.tsx';
import { playBeside } from '../compare/play-beside.ts';
import { words as pageWords } from '../words/words.ts';
import { lessonsWords as words } from '../words/lessons-words.ts';
import { lessonWork } from './lesson-work.ts';

type Outcome = RanAgain | 'lost' | null;

/** The solution of the open lesson beside what somebody made of it: asked first whether they want to see it. */
export function SolutionDialog({ onClose }: { readonly onClose: () => void }) {
  const { store } = useAppContext();
  const { lesson } = lessonWork(store);
  const isWanted = useSignal(false);
  const found = lesson.value;
  if (found?.solution === undefined) return null;
  if (isWanted.value) return <Solution lesson={found} onClose={onClose} />;
  return (
    <Dialog
      icon="hint"
      title={words.solutionAsk(found.title)}
      onClose={onClose}
      footer={
        <>
          <button type="button" class="plain" onClick={onClose}>
            {pageWords.cancel}
          </button>
          <button
            type="button"
            class="primary"
            onClick={() => {
              isWanted.value = true;
            }}
          >
            {words.solutionShow}
          </button>
        </>
      }
    >
      <p>{words.solutionWhy}</p>
    </Dialog>
  );
}

type SolutionProps = { readonly lesson: Lesson; readonly onClose: () => void };

function Solution({ lesson, onClose }: SolutionProps) {
  const { store, router } = useAppContext();
  const outcome = useSignal<Outcome>(null);
  const shows = useSignal<'scripts' | 'conversation'>('scripts');
  usePlayed(lesson, outcome);
  const ran = outcome.value;
  const open = async () => {
    if (ran === null || ran === 'lost') return;
    onClose();
    const name = words.solutionName(store.workspace.peek()?.name ?? lesson.title);
    const problem = await store.openPlayed({
      ...ran.again,
      name,
      began: 'lesson',
      openingSteps: lesson.start,
    });
    if (problem === null) router.go('stage');
    else store.report(problem);
  };
  return (
    <Dialog
      icon="compare"
      title={words.solutionTitle}
      about={lesson.title}
      onClose={onClose}
      footer={
        <>
          <button
            type="button"
            class="plain"
            aria-disabled={ran === null || ran === 'lost'}
            onClick={() => void open()}
          >
            {words.openSolution}
          </button>
          <button type="button" class="primary" onClick={onClose}>
            {pageWords.close}
          </button>
        </>
      }
    >
      <div class="lesson-solution" data-solution>
        {ran === null ? (
          <p role="status">{words.solutionRunning}</p>
        ) : ran === 'lost' ? (
          <p role="alert">{words.solutionLost}</p>
        ) : (
          <>
            <Segmented
              label={words.solutionTitle}
              choices={[
                { name: 'scripts', label: words.asScripts },
                { name: 'conversation', label: words.asConversation },
              ]}
              chosen={shows.value}
              onChoose={(name) => {
                shows.value = name;
              }}
            />
            {shows.value === 'conversation' ? (
              <ComparedView compared={ran.compared} sides={[words.mine, words.theirs]} />
            ) : (
              <Scripts solved={worldOf(ran)} />
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}

/** The world at the end of what was played. */
const worldOf = ({ again }: RanAgain): World =>
  again.steps.flatMap(({ events }) => events).reduce(fold, createWorld(again.world));

const scriptsIn = ({ folders }: Pick<World, 'folders'>) => folders.flatMap(({ scripts }) => scripts);

function Scripts({ solved }: { readonly solved: World }) {
  const { store } = useAppContext();
  const mine = scriptsIn(store.world.value ?? { folders: [] });
  const others = scriptsIn(solved).flatMap((script) => {
    const own = mine.find(({ id }) => id === script.id)?.source ?? '';
    return own === script.source ? [] : [{ ...script, own }];
  });
  if (others.length === 0) return <p class="note">{words.sameScripts}</p>;
  return (
    <>
      {others.map(({ id, name, source, own }) => (
        <section key={id}>
          <h3 dir="auto">{name}</h3>
          <BothTexts theirs={own} mine={source} said={{ theirs: words.mine, mine: words.theirs }} />
        </section>
      ))}
    </>
  );
}

/** Plays both in a worker that ends with the dialog. */
function usePlayed(lesson: Lesson, outcome: { value: Outcome }): void {
  const { store } = useAppContext();
  const first = useRef(lesson);
  useEffect(() => {
    const beside = playBeside<Outcome>(outcome, async (client, signal) => {
      const was = await store.engine.scenario(store.workspace.peek()?.id ?? '', 'conversation');
      const { solution } = first.current;
      if ('problem' in was || solution === undefined) return 'lost';
      const ran = await client.runAgain({ was, now: { conversation: solution } }, signal, () => undefined);
      return 'because' in ran ? 'lost' : ran;
    });
    return beside.end;
  }, [store, outcome]);
}
