export type BrowserName = "chromium" | "shell" | "firefox" | "webkit";

/** The first one there is, as an absolute path; of WebKitGTK its driver. Throws when the environment names one that cannot be run. */
export function findBrowser(name: BrowserName): string | undefined;

/** The Chromium for pages without extensions: the one that the environment names, else the quick one, else the whole one. */
export function findPageBrowser(): string | undefined;

/** Makes sure that there is a Chromium, a Firefox and a WebKitGTK with a screen for it, or throws. */
export function ensureBrowsers(): Promise<void>;

/** What somebody does about what is missing, as a sentence. */
export function adviceFor(left: readonly (BrowserName | "screen")[]): string;
