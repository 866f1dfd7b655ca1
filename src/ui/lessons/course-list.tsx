import { LaterIcon } from '../controls/later-icon.tsx';
import { lessonsWords as words } from '../words/lessons-words.ts';

/** The courses that there are. */
export const CourseList = () => (
  <div class="empty lessons-empty">
    <LaterIcon name="lessons" size={32} />
    <h2>{words.none}</h2>
    <p>{words.noneHint}</p>
  </div>
);
