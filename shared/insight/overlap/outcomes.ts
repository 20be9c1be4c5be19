/** What can be decided of two initiatives that do nearly the same. */
export const overlapOutcomes = ["together", "different", "merge"] as const;
export type OverlapOutcome = (typeof overlapOutcomes)[number];
