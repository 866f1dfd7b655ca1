import { useWorld } from '../../context.ts';
import { Later } from '../../controls/later.tsx';

const banner = () => import('./left-out.tsx').then(({ LeftOut }) => LeftOut);

/** Where it is said that scripts are left out; mostly none is, and then nothing of it is loaded. */
export function LeftOutHost() {
  const isAny = useWorld(({ leftOut }) => leftOut.length > 0);
  return <div role="status">{isAny ? <Later load={banner} /> : null}</div>;
}
