import './pwa/trusted-types.ts';
import { startEarly } from './ui/start-worker.ts';

/*
 * The first script of the page, small and apart: it runs as soon as it is there, and the worker starts, loads its module
 * and opens the database while the window's own code and styles are still on their way.
 */

startEarly();
