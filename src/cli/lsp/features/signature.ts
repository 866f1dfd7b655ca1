import type { ParameterInformation, SignatureHelp } from 'vscode-languageserver-protocol';
import type { Description } from '../../../crmscript/complete.ts';
import { described } from '../description.ts';
import { askedAt, type Feature } from '../feature.ts';
import { fenceOf } from './hover.ts';

export const signatureHelp: Feature = async (session, params): Promise<SignatureHelp | null> => {
  const { help, program, offset } = await askedAt(session, params);
  const found = help.assist(program, 'signature', offset)?.help;
  if (found?.kind !== 'signature') return null;
  const { labelOffsets, markdown } = session.client;
  const parametersOf = ({ signature, parameters, arguments: given }: Description): ParameterInformation[] =>
    parameters.map(([from, to], index) => {
      const says = given?.[index]?.says ?? '';
      return {
        label: labelOffsets ? [from, to] : signature.slice(from, to),
        ...(says !== '' && { documentation: says }),
      };
    });
  return {
    signatures: found.signatures.map((one) => ({
      label: one.signature,
      documentation: described(
        [{ ...one, arguments: [] }],
        markdown.signature,
        fenceOf(program.language),
        false,
      ),
      parameters: parametersOf(one),
    })),
    activeSignature: found.active,
    activeParameter: found.argument,
  };
};
