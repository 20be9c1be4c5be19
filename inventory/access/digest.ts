import { createHash } from "node:crypto";

/** What is kept of a secret: its SHA-256. Our secrets are random, so a slow hash would add nothing. */
export const digest = (secret: string) => createHash("sha256").update(secret).digest("hex");
