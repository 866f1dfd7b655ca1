import { useAppContext } from '../context.ts';
import { Later } from '../controls/later.tsx';
import { NoPlace } from '../frame/no-place.tsx';
import { routeOf, routes } from './routes.ts';
import './lessons.css';

/** What people learn by: courses, their lessons, and what trainers do with them (`routes`). */
export function Lessons() {
  const path = useAppContext().router.path.value;
  const route = routeOf(routes, path.slice(1));
  return route === undefined ? (
    <NoPlace path={path} />
  ) : (
    <Later key={route.path.join('/')} load={route.load} />
  );
}
