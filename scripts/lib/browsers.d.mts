export type BrowserName = "chromium" | "firefox";

/** The first one there is, as an absolute path. Throws when the environment names one that cannot be run. */
export function findBrowser(name: BrowserName): string | undefined;

/** Makes sure that there is a Chromium and a Firefox, or throws. */
export function ensureBrowsers(): Promise<void>;
