/** What @web/test-runner's mocha puts in the page of a `*.browser.test.ts`. */
type Step = () => void | Promise<void>;
declare function describe(what: string, tests: () => void): void;
declare function it(behaviour: string, step: Step): void;
declare function beforeEach(step: Step): void;
declare function afterEach(step: Step): void;
