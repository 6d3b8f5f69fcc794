/** Never called. Without this file the build takes the ledger's own from the folder above. */
export function proxy(): void {}

export const config = { matcher: "/never" };
