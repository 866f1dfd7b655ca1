/** The declarations with which scripts in JavaScript are checked, put together when the app is built (`build/script-types.ts`). */
export const scriptTypesFile = 'script-types.json';
