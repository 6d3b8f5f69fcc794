/**
 * What may be kept for a shorter or longer time, with its limits. Not here, because never removed: events, history,
 * checkpoints, source files and evidence. A return's request key stands in its history and stays with it.
 */
export const RETENTION = {
  /** Minutes without a request after which a session ends. Never longer than 等保 asks for. */
  sessionIdleMinutes: { least: 5, most: 30, usual: 30 },
  /** Hours after which a session ends whatever happens. */
  sessionHours: { least: 1, most: 12, usual: 12 },
  /** Days for which a notice that was read is listed; its row stays in the history. */
  noticeDays: { least: 30, most: 3_650, usual: 365 },
  /** States of the past kept as files, to open at once; they can be made again. */
  asOfFiles: { least: 2, most: 24, usual: 6 },
  /** Copies of the database that updates of the program leave beside it before they change its shape. */
  updateBackups: { least: 2, most: 50, usual: 10 },
} as const satisfies Record<string, { least: number; most: number; usual: number }>;

export type RetentionName = keyof typeof RETENTION;
export type Retention = Record<RetentionName, number>;
export const RETENTION_NAMES = Object.keys(RETENTION) as RetentionName[];

export const USUAL_RETENTION = Object.fromEntries(
  RETENTION_NAMES.map((name) => [name, RETENTION[name].usual]),
) as Retention;
