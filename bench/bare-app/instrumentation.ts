/** Nothing. Without this file the build takes the ledger's own from the folder above, and what it loads with it. */
export function register(): void {}
