export type PictureKind = "jpeg" | "png";

/** Width times height as the file's own head says, without decoding anything; null where it says nothing. */
export function pointsOf(kind: PictureKind, content: Buffer): number | null {
  return kind === "png" ? pointsOfPng(content) : pointsOfJpeg(content);
}

/** ISO/IEC 15948: the first chunk is IHDR, which begins with width and height. */
function pointsOfPng(content: Buffer): number | null {
  if (content.length < 24 || content.toString("latin1", 12, 16) !== "IHDR") return null;
  return content.readUInt32BE(16) * content.readUInt32BE(20);
}

/** ITU-T T.81: segments until a frame header (SOF0–SOF15 without DHT, JPG and DAC), which has height and width. */
function pointsOfJpeg(content: Buffer): number | null {
  let at = 2;
  while (at + 9 <= content.length && content[at] === 0xff) {
    const marker = content[at + 1] ?? 0;
    if (isFrame(marker)) return content.readUInt16BE(at + 5) * content.readUInt16BE(at + 7);
    // Fill bytes before a marker.
    at += marker === 0xff ? 1 : 2 + content.readUInt16BE(at + 2);
  }
  return null;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
