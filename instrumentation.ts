/** Runs once when the server starts: the ledger is migrated and open before the first request is answered. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startLedger } = await import("@/lib/start-ledger");
  await startLedger();
}
