import { expose } from 'comlink';
import { browserPorts } from './browser-ports.ts';
import { createEngineService } from './service.ts';

expose(createEngineService(browserPorts()));
