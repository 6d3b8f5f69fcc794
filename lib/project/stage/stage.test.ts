import { expect, test } from "vitest";
import { STAGES, type Stage } from "@/db/vocabulary";
import { demandsOf, stageMove } from "./stage";

/** From each stage: `a` advance, `c` correction, `s` suspension, `r` resumption, `t` termination, `w` withdrawal. */
const TABLE: Record<Stage, string> = {
  //            reserve planned prepar. in_prog suspend complet accept. in_oper termin. withdr.
  reserve: /*  */ "-      a       a       a       s       -       -       -       t       w",
  planned: /*  */ "-      -       a       a       s       a       a       a       t       w",
  preparation: /**/ "-      c       -       a       s       a       a       a       t       w",
  in_progress: /**/ "-      c       c       -       s       a       a       a       t       w",
  suspended: /**/ "-      r       r       r       -       -       -       -       t       w",
  completed: /**/ "-      c       c       c       -       -       a       a       -       -",
  accepted: /* */ "-      c       c       c       -       c       -       a       -       -",
  in_operation: /**/ "-      c       c       c       -       c       c       -       -       -",
  terminated: /**/ "-      r       r       r       -       -       -       -       -       -",
  withdrawn: /**/ "-      r       r       r       -       -       -       -       -       -",
};

test.each(STAGES)("the moves from %s", (from) => {
  const moves = STAGES.map((to) => stageMove(from, to)?.charAt(0) ?? "-");
  expect(moves).toEqual(TABLE[from].split(/\s+/));
});

test("finished work has a day; going back a reason; what the reviewer records a document number", () => {
  expect(demandsOf("advance", "in_progress")).toMatchObject({ date: false, reason: false });
  for (const stage of ["completed", "accepted", "in_operation"] as const)
    expect(demandsOf("advance", stage)).toMatchObject({ date: true, reason: false });
  expect(demandsOf("correction", "planned")).toMatchObject({ reason: true, documentNumber: false });
  for (const move of ["suspension", "resumption", "termination", "withdrawal"] as const)
    expect(demandsOf(move, "suspended")).toEqual({
      permission: "project.suspend_or_end",
      date: true,
      reason: true,
      documentNumber: true,
    });
});
