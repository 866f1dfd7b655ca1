/** What is said of keeping things outside this browser: long after the first conversation is shown. */
export const ofKeeping = {
  'input-not-kept': ({ path, message }: { path: string; message: string }) =>
    `This cannot be kept${path === '' ? '' : ` (${path})`}: ${message} Nothing was changed.`,
  'no-copy': ({ name, error }: { name: string; error: string }) =>
    `The copy of “${name}” could not be written into its folder (${error}). What is saved in this browser is kept. See that the folder is there and has room; it is tried again after the next quiet minute.`,
};
