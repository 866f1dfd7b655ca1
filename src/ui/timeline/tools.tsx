import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useAppContext, useWorld } from '../context.ts';
import { allScripts, customerName } from '../names.ts';
import { Icon } from '../controls/icon.tsx';
import { Popover } from '../controls/popover.tsx';
import { timelineWords } from '../words/timeline-words.ts';
import { laneIcons } from './actor.tsx';
import { lanes } from './lanes.ts';
import { wide, type TimelineFilter } from './timeline-filter.ts';

type Search = Omit<TimelineFilter, 'lane'>;
export type Finding = { readonly open: boolean; readonly search: Search };

export const closed: Finding = { open: false, search: wide };

/** Who did it: one of them, or everybody when none is pressed. */
export function LaneFilter() {
  const { windowState } = useAppContext();
  const { lane: chosen } = windowState.view.value;
  return (
    <div class="filter lanes" role="group" aria-label={timelineWords.filter}>
      {lanes.map((lane) => (
        <button
          key={lane}
          type="button"
          aria-label={timelineWords.lanes[lane]}
          title={`${timelineWords.filter}: ${timelineWords.lanes[lane]}`}
          aria-pressed={lane === chosen}
          onClick={() => {
            windowState.change({ lane: lane === chosen ? 'all' : lane });
          }}
        >
          <Icon name={laneIcons[lane]} />
        </button>
      ))}
    </div>
  );
}

/** What is seldom wanted: the quiet events, and all steps unfolded. */
export function MoreMenu() {
  const { windowState } = useAppContext();
  const { allEvents, unfolds } = windowState.view.value;
  const item = (label: string, isOn: boolean, change: () => void) => (
    <button type="button" class="menu-item" role="menuitemcheckbox" aria-checked={isOn} onClick={change}>
      <span>{label}</span>
    </button>
  );
  return (
    <Popover label={<Icon name="more" />} name={timelineWords.moreTimeline} class="quiet icon-button">
      {() => (
        <>
          {item(timelineWords.showQuiet, allEvents, () => {
            windowState.change({ allEvents: !allEvents });
          })}
          {item(timelineWords.unfoldAll, unfolds, () => {
            windowState.change({ unfolds: !unfolds });
          })}
        </>
      )}
    </Popover>
  );
}

/** Opens and closes the line with which the timeline is searched and narrowed; closing it shows everything again. */
export const FindButton = ({ finding }: { readonly finding: Signal<Finding> }) => (
  <button
    type="button"
    class="quiet icon-button"
    aria-label={timelineWords.find}
    title={timelineWords.find}
    aria-expanded={finding.value.open}
    onClick={() => {
      finding.value = finding.value.open ? closed : { ...closed, open: true };
    }}
  >
    <Icon name="search" />
  </button>
);

/** Words, a session and a script to which the timeline is narrowed. */
export function FindLine({ finding }: { readonly finding: Signal<Finding> }) {
  const input = useRef<HTMLInputElement>(null);
  const sessions = useWorld((world) =>
    Array.from(world.sessions, (session) => `${String(session.id)} ${customerName(session)}`),
  );
  const scripts = useWorld((world) => allScripts(world).map(({ script }) => script));
  const { session, script, text } = finding.value.search;
  useEffect(() => {
    input.current?.focus();
  }, []);
  const change = (part: Partial<Search>) => {
    finding.value = { open: true, search: { ...finding.value.search, ...part } };
  };
  return (
    <div
      class="find-line"
      role="search"
      onKeyDown={({ key }) => {
        if (key === 'Escape') finding.value = closed;
      }}
    >
      <input
        ref={input}
        type="search"
        aria-label={timelineWords.findText}
        placeholder={timelineWords.findText}
        value={text}
        onInput={({ currentTarget }) => {
          change({ text: currentTarget.value });
        }}
      />
      <select
        aria-label={timelineWords.findSession}
        value={String(session)}
        onChange={({ currentTarget }) => {
          change({ session: Number(currentTarget.value) });
        }}
      >
        <option value="0">{timelineWords.allSessions}</option>
        {sessions.map((name) => (
          <option key={name} value={name.split(' ')[0]}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={timelineWords.findScript}
        value={String(script)}
        onChange={({ currentTarget }) => {
          change({ script: Number(currentTarget.value) });
        }}
      >
        <option value="0">{timelineWords.allScripts}</option>
        {scripts.map(({ id, name }) => (
          <option key={id} value={String(id)}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
