import { ANNEXES } from "./annexes";
import { ANNEXES_BESIDE } from "./annexes-beside";
import { DEPARTMENTS } from "./departments";
import { ENCODINGS } from "./encodings";
import { LATER_SHEETS } from "./later-sheets";
import { LATER_TEXTS } from "./later-texts";
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
  LATER_SHEETS,
  LATER_TEXTS,
].flat();
