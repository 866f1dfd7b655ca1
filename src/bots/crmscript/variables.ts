import { MapValue, type LibraryPart, type NativeContext } from '../../crmscript/library.ts';
import { readVariable, setVariable } from '../api/variables.ts';
import { botOf } from './bot-environment.ts';
import { by } from './caller-of.ts';

/** A Map of its own with these pairs. */
export function mapOf(context: NativeContext, entries: Iterable<readonly [string, string]>): MapValue {
  const map = new MapValue();
  for (const [name, value] of entries) {
    context.charge(96);
    context.spend(1);
    map.set(name, value);
  }
  return map;
}

/** Variables between scripts and of the run (crm §11.3). An unknown one is a null text (crm Q8). */
export const variablesPart: LibraryPart = {
  functions: [
    {
      signature: 'String getVariable(String name)',
      run: (context, name: string) => {
        const bot = botOf(context);
        return bot.variables.get(name) ?? bot.eventData.input(name) ?? null;
      },
    },
    {
      signature: 'Void setVariable(String name, String value)',
      run: (context, name: string, value: string) => {
        context.charge(64 + 2 * (name.length + value.length));
        botOf(context).variables.set(name, value);
      },
    },
    {
      signature: 'Map getVariables()',
      run: (context) => {
        const { eventData, variables } = botOf(context);
        return mapOf(context, [...eventData.inputs, ...variables]);
      },
    },
    {
      signature: 'String getGlobalVariable(String name)',
      run: by((caller, name: string) => readVariable(caller, 'global', name) ?? null),
    },
    {
      signature: 'Void setGlobalVariable(String name, String value)',
      run: by((caller, name: string, value: string) => {
        setVariable(caller, 'global', name, value);
      }),
    },
    {
      signature: 'String getSessionVariable(String name)',
      run: by((caller, name: string) => readVariable(caller, 'session', name) ?? null),
    },
    {
      signature: 'Map getSessionVariables()',
      run: (context) => mapOf(context, Object.entries(botOf(context).host.world().sessionVariables)),
    },
    {
      signature: 'String setSessionVariable(String name, String value)',
      run: by((caller, name: string, value: string) => {
        setVariable(caller, 'session', name, value);
        return value;
      }),
    },
  ],
};
