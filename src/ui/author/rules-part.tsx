import { useId } from 'preact/hooks';
import type { Lesson, Pane } from '../../protocol/course-api.ts';
import { authorWords as words } from '../words/author-words.ts';
import { isLocked, lockableIn, withLock, type Lockable } from './lockable.ts';
import type { PartProps } from './part-props.ts';
import { SolutionChoice } from './solution-choice.tsx';
import { useAuthoring } from './use-author.ts';

const panes: readonly Pane[] = ['customers', 'queue', 'agents', 'scripts', 'timeline'];

/** What a lesson shows, what stays locked in it, and what its solution is. */
export function RulesPart({ course, lesson }: PartProps) {
  return (
    <>
      <Panes lesson={lesson} />
      <Locks lesson={lesson} />
      <SolutionChoice course={course} lesson={lesson} />
    </>
  );
}

type OfLesson = { readonly lesson: Lesson };

function Panes({ lesson }: OfLesson) {
  const { changeLesson } = useAuthoring();
  const shown = lesson.panes ?? panes;
  const tick = (pane: Pane, on: boolean) => {
    const next = panes.filter((one) => (one === pane ? on : shown.includes(one)));
    changeLesson(lesson.id, ({ panes: _, ...one }) =>
      next.length === panes.length ? one : { ...one, panes: next },
    );
  };
  return (
    <Group title={words.panes} help={words.panesHelp}>
      {panes.map((pane) => {
        const on = shown.includes(pane);
        const isLast = on && shown.length === 1;
        return (
          <Tick
            key={pane}
            label={words.pane[pane]}
            on={on}
            disabled={isLast}
            title={isLast ? words.lastPane : undefined}
            onTick={(now) => {
              tick(pane, now);
            }}
          />
        );
      })}
    </Group>
  );
}

function Locks({ lesson }: OfLesson) {
  const locked = lesson.locked ?? [];
  return (
    <Group title={words.locks} help={words.locksHelp}>
      {lockableIn(lesson.seed.world).map((group) => (
        <LockGroup key={group.address} lesson={lesson} group={group} locked={locked} />
      ))}
    </Group>
  );
}

type LockProps = OfLesson & { readonly group: Lockable; readonly locked: readonly string[] };

function LockGroup({ lesson, group, locked }: LockProps) {
  const { changeLesson } = useAuthoring();
  const lock = (address: string) => (on: boolean) => {
    changeLesson(lesson.id, ({ locked: before = [], ...one }) => {
      const now = withLock(before, group, address, on);
      return now.length === 0 ? one : { ...one, locked: now };
    });
  };
  return (
    <div class="author-lock">
      <Tick
        label={group.parts.length === 0 ? group.name : words.locksAll(group.name)}
        on={isLocked(locked, group.address)}
        onTick={lock(group.address)}
      />
      {group.parts.length === 0 ? null : (
        <div class="author-lock-parts">
          {group.parts.map(({ address, name }) => (
            <Tick key={address} label={name} on={isLocked(locked, address)} onTick={lock(address)} />
          ))}
        </div>
      )}
    </div>
  );
}

type GroupProps = {
  readonly title: string;
  readonly help: string;
  readonly children: preact.ComponentChildren;
};

function Group({ title, help, children }: GroupProps) {
  const id = useId();
  return (
    <section class="author-rules" role="group" aria-labelledby={id} aria-describedby={`${id}-help`}>
      <h3 id={id}>{title}</h3>
      <p class="note" id={`${id}-help`}>
        {help}
      </p>
      <div class="author-ticks">{children}</div>
    </section>
  );
}

type TickProps = {
  readonly label: string;
  readonly on: boolean;
  readonly onTick: (on: boolean) => void;
  readonly disabled?: boolean;
  readonly title?: string | undefined;
};

const Tick = ({ label, on, onTick, disabled = false, title }: TickProps) => (
  <label class="author-choice" title={title}>
    <input
      type="checkbox"
      checked={on}
      disabled={disabled}
      onChange={(event) => {
        onTick(event.currentTarget.checked);
      }}
    />
    <span dir="auto">{label}</span>
  </label>
);
