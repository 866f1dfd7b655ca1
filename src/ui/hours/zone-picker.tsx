import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import { LaterIcon } from '../controls/later-icon.tsx';
import { Popover } from '../controls/popover.tsx';
import { hoursWords as words } from '../words/hours-words.ts';
import { findZones, offsetOf, zoneNames } from './zones.ts';

type ZonePickerProps = {
  readonly zone: string;
  readonly now: number;
  readonly isWrong: boolean;
  readonly onChoose: (zone: string) => void;
};

/** The zone of the hours, with how far it is ahead of UTC now; it is found by its name or by that. */
export function ZonePicker({ zone, now, isWrong, onChoose }: ZonePickerProps) {
  const offset = offsetOf(zone, now) || words.zoneUnknown;
  return (
    <span class="hours-zone">
      <span aria-hidden="true">{words.zone}</span>
      <Popover
        label={
          <>
            <LaterIcon name="mocks" /> <bdi>{zone}</bdi> <small>{offset}</small>{' '}
            <LaterIcon name="open-menu" />
          </>
        }
        name={words.zoneName(zone, offset)}
        class={isWrong ? 'plain wrong' : 'plain'}
        role="dialog"
      >
        {(close) => (
          <ZoneList
            zone={zone}
            now={now}
            onChoose={(chosen) => {
              close();
              onChoose(chosen);
            }}
          />
        )}
      </Popover>
    </span>
  );
}

/** So many are drawn: whoever wants another one types a letter of it. */
const most = 50;

function ZoneList({ zone, now, onChoose }: Omit<ZonePickerProps, 'isWrong'>) {
  const id = useId();
  const query = useSignal('');
  const at = useSignal(0);
  const names = useMemo(
    () => [...new Set([zone, ...zoneNames()])].filter((name) => offsetOf(name, now) !== ''),
    [zone, now],
  );
  const found = useMemo(() => findZones(names, query.value, now), [names, query.value, now]);
  const shown = found.slice(0, most);
  const current = Math.min(at.value, shown.length - 1);
  const key = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      at.value = (current + step + shown.length) % Math.max(1, shown.length);
      document.getElementById(`${id}-${String(at.value)}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = shown[current];
      if (chosen !== undefined) onChoose(chosen.name);
    }
  };
  return (
    <div class="zone-list">
      <input
        type="text"
        role="combobox"
        aria-label={words.findZone}
        aria-expanded={true}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(shown.length === 0 ? {} : { 'aria-activedescendant': `${id}-${String(current)}` })}
        placeholder={words.findZone}
        spellcheck={false}
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
          at.value = 0;
        }}
        onKeyDown={key}
      />
      <div role="listbox" id={`${id}-list`} aria-label={words.zones}>
        {shown.map(({ name, offset }, index) => (
          <div
            key={name}
            id={`${id}-${String(index)}`}
            role="option"
            aria-selected={name === zone}
            class={index === current ? 'zone at' : 'zone'}
            onClick={() => {
              onChoose(name);
            }}
          >
            <span>{name.replaceAll('_', ' ')}</span>
            <small>{offset}</small>
          </div>
        ))}
      </div>
      {shown.length === 0 ? <p class="note">{words.noZone}</p> : null}
      {found.length > shown.length ? <p class="note">{words.moreZones(found.length - most)}</p> : null}
    </div>
  );
}
