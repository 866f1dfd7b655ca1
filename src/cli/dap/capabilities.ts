import type { DebugProtocol } from '@vscode/debugprotocol';
import { filters } from './breakpoint-book.ts';

/** What the adapter can do, exactly: a test goes over each of them. */
export const capabilities: DebugProtocol.Capabilities = {
  supportsConfigurationDoneRequest: true,
  supportsFunctionBreakpoints: true,
  supportsConditionalBreakpoints: true,
  supportsHitConditionalBreakpoints: true,
  supportsLogPoints: true,
  supportsDataBreakpoints: true,
  supportsBreakpointLocationsRequest: true,
  exceptionBreakpointFilters: filters.map(({ filter, label, default: isDefault = false }) => ({
    filter,
    label,
    default: isDefault,
  })),
  supportsExceptionInfoRequest: true,
  supportsStepBack: true,
  supportsRestartFrame: true,
  supportsStepInTargetsRequest: true,
  supportsGotoTargetsRequest: true,
  supportsEvaluateForHovers: true,
  supportsClipboardContext: true,
  supportsSetVariable: true,
  supportsSetExpression: true,
  supportsCompletionsRequest: true,
  completionTriggerCharacters: ['.', '"', '('],
  supportsLoadedSourcesRequest: true,
  supportsDelayedStackTraceLoading: true,
  supportsRestartRequest: true,
  supportsTerminateRequest: true,
  supportsCancelRequest: true,
};
