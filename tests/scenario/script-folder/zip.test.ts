import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readZip, writeZip } from '../../../src/scenario/script-folder-zip.ts';

const zipOf = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
const pathsIn = (bytes: Uint8Array) => {
  const zip = readZip(bytes);
  return zip === null || zip === 'too-large' ? zip : [zip.within, ...zip.files.keys()];
};

describe('a zip of script files', () => {
  it('is its files, without the folder that all of them lie in', () => {
    expect(pathsIn(zipOf({ 'bots/a.crm': '', 'bots/Eko/b.crm': '', '__MACOSX/bots/._a.crm': '' }))).toEqual([
      'bots/',
      'a.crm',
      'Eko/b.crm',
    ]);
    expect(pathsIn(zipOf({ '#Scripts/a.crmscript': '' }))).toEqual(['', '#Scripts/a.crmscript']);
    expect(pathsIn(zipOf({ 'a.crm': '', 'b/c.crm': '' }))).toEqual(['', 'a.crm', 'b/c.crm']);
  });

  it('is written with all that was in it, and the same files give the same bytes', () => {
    const zip = readZip(zipOf({ 'bots/b.crm': '2', 'bots/a.crm': '1' }));
    if (zip === null || zip === 'too-large') throw new Error('not read');

    const bytes = writeZip(zip);

    expect(readZip(bytes)).toEqual({ within: 'bots/', files: new Map([...zip.files].sort()) });
    expect(writeZip(zip)).toEqual(bytes);
  });

  it('takes nothing that leads out of it', () => {
    expect(
      pathsIn(zipOf({ '../up.crm': '', '/root.crm': '', 'C:/c.crm': '', 'a\\b.crm': '', 'fine.crm': '' })),
    ).toEqual(['', 'a/b.crm', 'fine.crm']);
  });

  it('is not taken in when more comes out of it than a scenario can hold, or when it is none', () => {
    const zeros = new Uint8Array(40 * 1024 * 1024);

    expect(readZip(zipSync({ 'a.crm': zeros, 'b.crm': zeros }))).toBe('too-large');
    expect(readZip(strToU8('no zip'))).toBeNull();
    expect(readZip(zipOf({ 'a.crm': 'x'.repeat(1000) }).subarray(0, 60))).toBeNull();
  });

  it('gives no more bytes than it says, whatever it says', () => {
    const bytes = zipSync({ 'a.crm': new Uint8Array(1024 * 1024) });
    const view = new DataView(bytes.buffer);
    // The size in the directory at the end, which is what is believed.
    for (let at = bytes.length - 22; at > 0; at -= 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);

    const zip = readZip(bytes);

    expect(zip === null || zip === 'too-large' || (zip.files.get('a.crm')?.length ?? 0) <= 10).toBe(true);
  });
});
