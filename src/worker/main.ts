import { expose } from 'comlink';
import type { WorkerRole } from '../protocol/help-api.ts';
import { browserPorts, loadText } from './browser-ports.ts';
import { createHelpService } from './help-service.ts';
import { createEngineService } from './service.ts';

const role = self.name as WorkerRole;

expose(role === 'help' ? createHelpService({ loadText }) : createEngineService(browserPorts()));
