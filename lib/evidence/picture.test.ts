import { expect, test } from "vitest";
import { pointsOf } from "./picture";

const png = (width: number, height: number) => {
  const head = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([head, size]);
};
const segment = (marker: number, body: number[]) =>
  Buffer.from([0xff, marker, 0, body.length + 2, ...body]);
const jpeg = (...segments: Buffer[]) => Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments]);
/** 8 bits, 600 lines of 800 points. */
const FRAME = [8, 0x02, 0x58, 0x03, 0x20, 3];

test("the size of a picture is read from its head, whatever stands before the frame", () => {
  expect(pointsOf("png", png(30_000, 30_000))).toBe(900_000_000);
  expect(
    pointsOf("jpeg", jpeg(segment(0xe1, [1, 2, 3]), segment(0xc4, [9]), segment(0xc2, FRAME))),
  ).toBe(480_000);
  expect(pointsOf("jpeg", jpeg(Buffer.from([0xff]), segment(0xc0, FRAME)))).toBe(480_000);
});

test("a torn or lying head has no size, and reading it ends", () => {
  expect(pointsOf("png", png(1, 1).subarray(0, 20))).toBeNull();
  expect(pointsOf("png", Buffer.alloc(40))).toBeNull();
  expect(pointsOf("jpeg", jpeg(segment(0xe0, [1]), Buffer.alloc(20)))).toBeNull();
  expect(
    pointsOf("jpeg", jpeg(Buffer.from([0xff, 0xe0, 0xff, 0xff, 1, 2, 3, 4, 5, 6]))),
  ).toBeNull();
  expect(pointsOf("jpeg", Buffer.alloc(4_000, 0xff))).toBeNull();
});
