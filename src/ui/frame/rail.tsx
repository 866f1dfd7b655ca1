import { useAppContext } from '../context.ts';
import { Icon } from '../controls/icon.tsx';
import { failing } from '../tests/failing.ts';
import { words } from '../words/words.ts';
import { placeNames, places, type PlaceName } from './places.ts';
import { hrefOf } from './router.ts';

/** The places, by icon and name: links, so that each can be opened in a tab of its own. */
export const Rail = () => (
  <nav class="rail" aria-label={words.rail}>
    <img class="rail-mark" src="icons/rehearsal.svg" alt={words.product} width={26} height={26} />
    {placeNames.map((name) => (
      <RailItem key={name} name={name} />
    ))}
  </nav>
);

function RailItem({ name }: { readonly name: PlaceName }) {
  const { router } = useAppContext();
  const isHere = router.path.value[0] === name;
  return (
    <a
      class={`rail-item to-${name}`}
      href={hrefOf(isHere ? [name] : router.lastIn(name))}
      aria-current={isHere ? 'page' : undefined}
    >
      <Icon name={places[name].icon} size={18} />
      {name === 'tests' && failing.value > 0 ? <i class="rail-dot" /> : null}
      <span>
        {words.places[name]}
        {name === 'tests' && failing.value > 0 ? <span class="hidden-text">{words.testsFail}</span> : null}
      </span>
    </a>
  );
}
