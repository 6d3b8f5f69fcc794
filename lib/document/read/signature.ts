/** What the first bytes of a file say it is. */
export type FileContent = "zip" | "pdf" | "encrypted" | "old_office" | "image" | "text";

const SIGNATURES: [FileContent, number[]][] = [
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["old_office", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["image", [0x89, 0x50, 0x4e, 0x47]],
  ["image", [0xff, 0xd8, 0xff]],
  ["image", [0x47, 0x49, 0x46, 0x38]],
  ["image", [0x49, 0x49, 0x2a, 0x00]],
  ["image", [0x4d, 0x4d, 0x00, 0x2a]],
];

/** The kind of a file by its content; whatever has no signature may be text. */
export function contentOf(bytes: Uint8Array): FileContent {
  const found = SIGNATURES.find(([, signature]) =>
    signature.every((byte, index) => bytes[index] === byte),
  );
  const content = found?.[0] ?? "text";
  return content === "old_office" && isEncrypted(bytes) ? "encrypted" : content;
}

/** Encrypted office files are a container with a stream of this name, in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from("EncryptedPackage", "utf16le"),
  );
}
