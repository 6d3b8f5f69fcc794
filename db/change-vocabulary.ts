/** The closed lists of change requests, each declared once; the words for them are in `messages/`. */

/** Facts of a project that move only through a change request. */
export const CONTROLLED_FIELDS = [
  "name",
  "totalInvestment",
  "start",
  "end",
  "leads",
  "owners",
  "hosts",
  "supports",
  "content",
] as const;
export type ControlledField = (typeof CONTROLLED_FIELDS)[number];

/** 更正, 调整, 延期, 投资调整, 变更牵头, 落实建设单位, 变更建设单位, 更名, 新增（调入）, 合并, 拆分, 暂停, 恢复, 终止, 退出. */
export const CHANGE_KINDS = [
  "correction",
  "revision",
  "extension",
  "investment",
  "lead_change",
  "owner_determination",
  "owner_change",
  "rename",
  "addition",
  "merge",
  "split",
  "suspension",
  "resumption",
  "termination",
  "withdrawal",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** 已提出, 已初审, 已批准, 未批准, 已撤回. */
export const CHANGE_STATES = ["asked", "checked", "approved", "refused", "withdrawn"] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

export const CHANGE_REASONS = [
  "funding",
  "land_energy_environment",
  "market",
  "policy",
  "technical",
  "scope_optimised",
  "force_majeure",
  "plan_badly_made",
  "data_error",
  "other",
] as const;
export type ChangeReason = (typeof CHANGE_REASONS)[number];

/** Whether a person asked on a page, or an import or an edited workbook brought it. */
export const CHANGE_SOURCES = ["hand", "import", "workbook"] as const;
export type ChangeSource = (typeof CHANGE_SOURCES)[number];

/** How a decision was made: by a leader in the system, or elsewhere and recorded with its document number. */
export const CHANGE_WAYS = ["in_system", "recorded"] as const;
export type ChangeWay = (typeof CHANGE_WAYS)[number];

export const CHANGE_BATCH_STATES = ["open", "approved", "refused"] as const;
export type ChangeBatchState = (typeof CHANGE_BATCH_STATES)[number];
