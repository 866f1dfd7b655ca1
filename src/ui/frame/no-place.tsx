import { words } from '../words/words.ts';
import { hrefOf, type Path } from './router.ts';

/** An address that names nothing here: it says so, and offers the stage. */
export const NoPlace = ({ path }: { readonly path: Path }) => (
  <div class="empty no-place" role="alert">
    <h2 dir="auto">{words.noPlace(path.join('/').slice(0, 255))}</h2>
    <p>{words.noPlaceHint}</p>
    <a class="plain button" href={hrefOf(['stage'])}>
      {words.toStage}
    </a>
  </div>
);
