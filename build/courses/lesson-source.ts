import type { CourseFile, Lesson } from '../../src/course/course.ts';
import type { FolderFile, WorldFile } from '../../src/engine/definition.ts';
import type { Input } from '../../src/engine/inputs.ts';
import type { CrowdPlan } from '../../src/course/crowd/crowd.ts';
import type { ScenarioStep } from '../../src/scenario/format.ts';

/**
 * A lesson as its author writes it, beside its texts: `text.md`, `hints.md` (parted by lines of `---`), `start/*.crmscript` (what
 * its scripts are when it begins, where they are not those of the lesson before, solved) and `solution/*.crmscript`.
 */
export type LessonSource = {
  readonly title: string;
  readonly panes?: Lesson['panes'];
  readonly locked?: readonly string[];
  /** What exists before the first step. */
  readonly world: (scripts: Scripts) => WorldFile;
  /** What has happened before the trainee begins. */
  readonly opening?: readonly ScenarioStep[];
  readonly checks: Lesson['checks'];
  /** What passes all checks. */
  readonly solution: (solved: Solved) => readonly ScenarioStep[];
};

/** The scripts with which a lesson begins, as the folder of the bot and by name. */
export type Scripts = {
  /** The folder of the bot. */
  readonly bot: FolderFile;
  /** A folder with other scripts, by the names of their files. */
  readonly others: (folder: string, ...names: readonly string[]) => FolderFile;
};

/** What a solution is made with. */
export type Solved = {
  /** Saves a script as it stands in `solution/`. */
  readonly saves: (name: string) => Input;
  /** What puppets do after these steps, as steps. */
  readonly crowd: (before: readonly ScenarioStep[], plan: CrowdPlan) => readonly ScenarioStep[];
};

/** What a course says of itself; its lessons are the folders beside it, in order. */
export type CourseSource = Pick<CourseFile, 'revision' | 'title' | 'language' | 'description'>;
