import { ANNEXES } from "./annexes";
import { ANNEXES_BESIDE } from "./annexes-beside";
import { DEPARTMENTS } from "./departments";
import { ENCODINGS } from "./encodings";
import { SECOND_SHEETS } from "./later/second-sheets";
import { SECOND_TEXTS } from "./later/second-texts";
import { THIRD_SHEETS } from "./later/third-sheets";
import { THIRD_TEXTS } from "./later/third-texts";
import { PASSED_ON } from "./passed-on";
import { WORDINGS } from "./wordings";
import { WORKS } from "./works";
import { YEARLY } from "./yearly";

/** Documents as real offices make them, their truth written down before they were first read. */
export const OFFICES = [
  ANNEXES,
  ANNEXES_BESIDE,
  YEARLY,
  WORDINGS,
  DEPARTMENTS,
  WORKS,
  PASSED_ON,
  ENCODINGS,
  SECOND_SHEETS,
  SECOND_TEXTS,
  THIRD_SHEETS,
  THIRD_TEXTS,
].flat();
