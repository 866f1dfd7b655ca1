import type { Command } from './command.ts';
import type { PaletteState } from './palette-state.ts';

/** Does it with the palette out of the way; when it is refused, the palette is there again and says why. */
export async function runCommand(palette: PaletteState, command: Command): Promise<void> {
  palette.refusal.value = '';
  palette.shows.value = 'nothing';
  // It gives the focus back as it closes, so that what the command focuses comes after that.
  document.querySelector<HTMLDialogElement>('dialog.palette[open]')?.close();
  const refusal = await command.run();
  if (refusal === '') return;
  palette.refusal.value = refusal;
  palette.shows.value = 'palette';
}
