import { afterAll } from 'vitest';
import { stopSharedBrowser } from './app.ts';

afterAll(stopSharedBrowser);
