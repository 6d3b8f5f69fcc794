/** Red-flag questions 疑点, each a saved query over projects, returns, stages and events. */
export const FLAGS = [
  "overPlan",
  "overTotal",
  "planOverTotal",
  "completeWithoutDate",
  "sameText",
  "backDated",
  "roundNumbers",
  "stageUnchanged",
  "redTooLong",
  "moneyAfterEnd",
  "ownerUnknown",
  "nothingReported",
  "ownApproval",
] as const;
export type Flag = (typeof FLAGS)[number];

/** As many rows of one question as a page lists. */
export const FLAGGED_LISTED = 200;

/** A project that a question finds, with what speaks for it; which of these are set depends on the question. */
export type FlagRow = {
  projectId: number;
  projectName: string;
  regionName: string;
  /** Months or days, as they are stored. */
  since: string | null;
  until: string | null;
  oneFen: number | null;
  otherFen: number | null;
  times: number | null;
  text: string | null;
};
