import { commands, extensions, window, type ExtensionContext, type Extension } from 'vscode';

type Contributions = { readonly contributes?: { readonly languages?: readonly { readonly id?: string }[] } };

/** Another extension that knows CRMScript, as SuperOffice's does: both use the language of that name. */
export const otherExtension = (own: string): Extension<unknown> | undefined =>
  extensions.all.find(({ id, packageJSON }) => {
    const { contributes } = packageJSON as Contributions;
    return id !== own && contributes?.languages?.some((language) => language.id === 'crmscript');
  });

const toldKey = 'rehearsal.told';

/** Says once that two extensions help with the same scripts, as each of them tells what it thinks is wrong. */
export async function tellOfOther({ extension, globalState }: ExtensionContext): Promise<void> {
  const other = otherExtension(extension.id);
  if (other === undefined || globalState.get(toldKey) === other.id) return;
  await globalState.update(toldKey, other.id);
  const [show, off] = ['Show the Other One', 'Turn Rehearsal’s Off'];
  const chosen = await window.showInformationMessage(
    `Rehearsal and ${other.id} both check CRMScript, so mistakes may be told twice. You can leave one of them to it.`,
    show,
    off,
  );
  if (chosen === show) await commands.executeCommand('workbench.extensions.search', `@id:${other.id}`);
  if (chosen === off)
    await commands.executeCommand('workbench.action.openSettings', 'rehearsal.languageServer');
}
