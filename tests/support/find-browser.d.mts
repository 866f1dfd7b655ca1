export function findBrowser(): string | null;
export function provideBrowser(): string;
