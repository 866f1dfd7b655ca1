import {
  dialogJson,
  type CarrierValue,
  type LibraryPart,
  type NativeClass,
  type NativeFunction,
} from '../../crmscript/library.ts';
import { showDialog } from '../api/dialog.ts';
import { callerOf } from './caller-of.ts';
import { botOf } from './bot-environment.ts';
import { EventDataValue } from '../api/event-data-value.ts';
import { mapOf } from './variables.ts';

const methods: readonly NativeFunction[] = [
  { signature: 'Integer getType()', run: (_context, self: EventDataValue) => self.type },
  {
    signature: 'String getInputValue(String field)',
    run: (_context, self: EventDataValue, name: string) => self.input(name) ?? null,
  },
  { signature: 'Map getInputValues()', run: (context, self: EventDataValue) => mapOf(context, self.inputs) },
  {
    signature: 'Void setOutputValue(String name, String value)',
    run: (context, self: EventDataValue, name: string, value: string) => {
      context.charge(64);
      self.outputs.set(name, value);
    },
  },
  {
    signature: 'String getStateValue(String stateValue)',
    run: (_context, self: EventDataValue, name: string) => self.state.get(name) ?? null,
  },
  { signature: 'Map getStateValues()', run: (context, self: EventDataValue) => mapOf(context, self.state) },
  {
    signature: 'Void setStateValue(String stateName, String val)',
    run: (context, self: EventDataValue, name: string, value: string) => {
      context.charge(64);
      self.state.set(name, value);
    },
  },
  { signature: 'String getMessage()', run: (_context, self: EventDataValue) => self.message },
  {
    signature: 'Void setMessage(String message)',
    run: (_context, self: EventDataValue, text: string) => {
      self.message = text;
    },
  },
  { signature: 'Bool getBlockExecution()', run: (_context, self: EventDataValue) => self.blocked },
  {
    signature: 'Void setBlockExecution(Bool value)',
    run: (_context, self: EventDataValue, blocked: boolean) => {
      self.blocked = blocked;
    },
  },
  {
    signature: 'Void setValidationMessage(String message)',
    run: (_context, self: EventDataValue, text: string) => {
      self.message = text;
      self.blocked = true;
    },
  },
  {
    signature: 'Void showDialog(EventDataDialogDefinition dialog)',
    differs: 'opens nothing: a hint has the definition as JSON, and execution is blocked',
    run: (context, self: EventDataValue, dialog: CarrierValue | null) => {
      const title = dialog?.fields.get('Title');
      const definition = dialog === null ? '' : dialogJson(context, dialog);
      const shown = { title: typeof title === 'string' ? title : '', definition };
      showDialog(callerOf(context), self, shown);
    },
  },
  { signature: 'String getNavigateTo()', run: (_context, self: EventDataValue) => self.navigateTo },
  {
    signature: 'Void setNavigateTo(String url)',
    run: (_context, self: EventDataValue, url: string) => {
      self.navigateTo = url;
    },
  },
];

const show = (entries: ReadonlyMap<string, string>): string =>
  [...entries].map(([name, value]) => `${name}: ${value}`).join(', ');

const eventDataClass: NativeClass = {
  name: 'EventData',
  make: () => new EventDataValue(),
  text: (value: EventDataValue) => `{${show(value.inputs)}}`,
  constructors: [{ signature: 'EventData()', run: () => new EventDataValue() }],
  methods,
};

/** The input of the running script; without one it is an empty object (crm §11.1). */
export const eventDataPart: LibraryPart = {
  classes: [eventDataClass],
  functions: [{ signature: 'EventData getEventData()', run: (context) => botOf(context).eventData }],
};
