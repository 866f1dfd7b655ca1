import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { ReadResult } from '../../protocol/course-files.ts';
import type { CourseFile } from '../../protocol/course-api.ts';
import { useAppContext } from '../context.ts';
import { createFilesClient } from '../files/save.ts';
import { coursesOf } from '../lessons/courses.ts';
import { wallWords as words } from '../words/wall-words.ts';
import { WallGrid } from './wall-grid.tsx';
import { ScanDialog } from './scan-dialog.tsx';
import { scanning } from './scanning.ts';
import { WallHead } from './wall-head.tsx';
import { NobodyYet, useDropping } from './drop.tsx';
import { Side } from './side.tsx';
import { createWallState, type WallState } from './wall-state.ts';
import './wall.css';

/** Who has passed what: results of many people in the lessons of a course. */
export function Wall() {
  const { store, router } = useAppContext();
  const id = router.path.value[1] ?? '';
  const course = useSignal<CourseFile | null | 'reading'>('reading');
  useEffect(() => {
    let over = false;
    course.value = 'reading';
    coursesOf(store.engine)
      .course(id)
      .then(
        (opened) => {
          if (!over) course.value = opened?.course ?? null;
        },
        () => {
          if (!over) course.value = null;
        },
      );
    return () => {
      over = true;
    };
  }, [id, store, course]);
  const found = course.value;
  if (found === 'reading') return null;
  if (found === null) {
    return (
      <div class="empty" role="alert">
        <p>{words.noCourse}</p>
        <button
          type="button"
          class="plain"
          onClick={() => {
            router.go('lessons');
          }}
        >
          {words.toLessons}
        </button>
      </div>
    );
  }
  return <WallOf key={found.id} course={found} />;
}

/** What was read of walls since the page was loaded. */
const known = new Map<string, ReadResult>();

/** Windows take turns at the wall of a course. Where a browser has no locks there is one window that writes anyway. */
const alone = (course: string, work: () => Promise<void>): Promise<void> =>
  'locks' in navigator ? navigator.locks.request(`rehearsal.wall.${course}`, work) : work();

const hiddenOf = (course: string): string => `rehearsal.wall.hidesNames.${course}`;

/** The wall of a course, and what reads its files as long as it is shown. */
function useWallState(
  course: CourseFile,
): WallState & { readonly files: ReturnType<typeof createFilesClient> } {
  const { store, keepers } = useAppContext();
  const state = useMemo(() => {
    const files = createFilesClient();
    const made = createWallState(course, {
      wall: coursesOf(store.engine),
      files,
      known,
      now: () => Date.now(),
      newId: () => crypto.randomUUID(),
      alone,
    });
    try {
      made.hidesNames.value = keepers.local?.getItem(hiddenOf(course.id)) === 'yes';
    } catch {
      // As if nothing had been kept.
    }
    return { ...made, files };
  }, [course, store, keepers]);
  useEffect(() => {
    void state.load();
    const stop = state.hidesNames.subscribe((hides) => {
      try {
        keepers.local?.setItem(hiddenOf(course.id), hides ? 'yes' : 'no');
      } catch {
        // It holds until the page is closed.
      }
    });
    return () => {
      stop();
      state.leave(() => {
        state.files.stop();
      });
    };
  }, [state, keepers, course]);
  return state;
}

function WallOf({ course }: { readonly course: CourseFile }) {
  const wall = useWallState(course);
  const dropping = useDropping(wall);
  const { reading, rows } = wall;
  const isEmpty = rows.value.length === 0 && reading.value === null;
  const hasSide = !isEmpty || wall.told.value.length > 0 || wall.problem.value !== null;
  return (
    <div class={dropping.isOver ? 'wall over' : 'wall'} {...dropping.handlers}>
      <WallHead wall={wall} files={wall.files} />
      <div class={hasSide ? 'wall-body' : 'wall-body alone'}>
        {isEmpty ? <NobodyYet wall={wall} /> : <WallGrid wall={wall} />}
        {hasSide ? <Side wall={wall} /> : null}
      </div>
      <p class="hidden-text" role="status">
        {reading.value !== null
          ? words.reading(reading.value.done, reading.value.of)
          : wall.added.value > 0
            ? words.read(wall.added.value)
            : ''}
      </p>
      {scanning.value ? <ScanDialog wall={wall} /> : null}
      {dropping.isOver ? <p class="wall-over">{words.letGo}</p> : null}
    </div>
  );
}
