/** Ends the process with a sentence when this Node.js is too old for the ledger. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `需要 Node.js 20.19 或更新版本，当前为 ${process.versions.node} · Node.js 20.19 or newer is needed, this is ${process.versions.node}.`,
  );
  process.exit(1);
}
