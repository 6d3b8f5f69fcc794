/**
 * The earliest first planned date of the open milestones of a project, null without any, as SQL; `projectId` is the SQL
 * of its id. The one definition of what `ledger_entries.milestone_due_on` is.
 */
export function milestoneDueOf(projectId: string): string {
  return `(SELECT min(first_planned_on) FROM milestones
    WHERE milestones.project_id = ${projectId} AND milestones.state = 'scheduled')`;
}
