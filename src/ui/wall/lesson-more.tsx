import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { MenuItem, Popover } from '../controls/popover.tsx';
import { present } from '../presenter/present.tsx';
import { presenterWords } from '../words/presenter-words.ts';
import { resultWords } from '../words/result-words.ts';
import { wallWords } from '../words/wall-words.ts';
import { words as pageWords } from '../words/words.ts';

/** What a lesson has besides: one's own result, presenting it, and the wall of its course. */
export function LessonMore({ course }: { readonly course: string }) {
  const here = useAppContext();
  const item = (label: string, act: () => void) => ({ label, act });
  const items = [
    item(resultWords.item, () => {
      here.files.shows.value = 'result';
    }),
    item(presenterWords.command, () => {
      present(here);
    }),
    item(wallWords.title, () => {
      here.router.go('lessons', course, 'wall');
    }),
  ];
  return (
    <Popover
      label={<LaterIcon name="more" />}
      name={pageWords.more}
      title={pageWords.more}
      class="quiet icon-button"
    >
      {(close) =>
        items.map(({ label, act }) => (
          <MenuItem
            key={label}
            onChoose={() => {
              close();
              act();
            }}
          >
            {label}
          </MenuItem>
        ))
      }
    </Popover>
  );
}
