import type { MakePart } from "../parts/part.ts";

export const part: MakePart = () => ({});
