import { useWorld } from '../context.ts';
import { Icon } from '../controls/icon.tsx';
import { MenuItem, Popover } from '../controls/popover.tsx';
import { words } from '../words/words.ts';
import { everybody, type CustomerFilter } from './find-customers.ts';

type FilterMenuProps = { readonly wanted: CustomerFilter; readonly onWant: (wanted: CustomerFilter) => void };

const groups = Object.keys(words.statusGroups) as (keyof typeof words.statusGroups)[];

/** Narrows the list to a status and a channel. */
export function FilterMenu({ wanted, onWant }: FilterMenuProps) {
  const channels = useWorld((world) => world.channels);
  const isOn = wanted.status !== 'all' || wanted.channel !== 0;
  return (
    <Popover
      label={<Icon name="filter" size={14} />}
      name={words.filterPeople}
      title={words.filterPeople}
      class={`quiet icon-button small ${isOn ? 'on' : ''}`}
    >
      {(close) => {
        const item = (label: string, next: Partial<CustomerFilter>) => {
          const to = { ...wanted, ...next };
          return (
            <MenuItem
              key={label}
              checked={to.status === wanted.status && to.channel === wanted.channel}
              onChoose={() => {
                onWant(to);
                close();
              }}
            >
              {label}
            </MenuItem>
          );
        };
        return (
          <>
            {item(words.allStatuses, { status: 'all' })}
            {groups.map((status) => item(words.statusGroups[status], { status }))}
            {channels.length < 2 ? null : (
              <>
                <div class="menu-title">{words.channel}</div>
                {item(words.allChannels, { channel: 0 })}
                {channels.map(({ id, name }) => item(name, { channel: id }))}
              </>
            )}
            {isOn ? (
              <MenuItem
                onChoose={() => {
                  onWant(everybody);
                  close();
                }}
              >
                {words.showEverybody}
              </MenuItem>
            ) : null}
          </>
        );
      }}
    </Popover>
  );
}
