import { requireNode } from "./lib/node-version.mjs";

requireNode();
const { runProgram } = await import("./lib/program.mjs");

await runProgram("test/bench/main.ts");
