import { type SQL, sql } from "drizzle-orm";
import { beijingDay, columns } from "./columns";

/** Who reports, or ever reported, for which unit: under every name of that body that a person has confirmed or merged. */
const INSIDERS = sql`insiders(user_id, unit) AS (
  SELECT user_id, organization_id FROM memberships
  UNION SELECT i.user_id, CASE WHEN l.organization_id = i.unit THEN l.target_id ELSE l.organization_id END
    FROM insiders i JOIN organization_links l ON l.state = 'confirmed' AND i.unit IN (l.organization_id, l.target_id)
  UNION SELECT i.user_id, CASE WHEN o.id = i.unit THEN o.merged_into_id ELSE o.id END
    FROM insiders i JOIN organizations o ON o.merged_into_id IS NOT NULL AND i.unit IN (o.id, o.merged_into_id))`;

/**
 * Every approval: of returns, those that a later correction has covered included; of change requests, checked or
 * decided in the system. What was decided elsewhere and only recorded here is nobody's own approval.
 */
const APPROVALS = sql`approvals(project_id, since, by_id, by_name, asked_id, asked_name, head) AS (
  SELECT project_id, month, reviewed_by_id, reviewed_by_name, submitted_by_id, submitted_by_name, head_of_unit
    FROM monthly_returns WHERE reviewed_at IS NOT NULL
  UNION SELECT project_id, month, reviewed_by_id, reviewed_by_name, submitted_by_id, submitted_by_name, head_of_unit
    FROM monthly_returns_history WHERE reviewed_at IS NOT NULL AND to_seq IS NOT NULL
  UNION SELECT project_id, ${beijingDay(sql`checked_at`)}, checked_by_id, checked_by_name, asked_by_id, asked_by_name, NULL
    FROM change_requests WHERE checked_at IS NOT NULL AND project_id IS NOT NULL
  UNION SELECT project_id, ${beijingDay(sql`decided_at`)}, decided_by_id, decided_by_name, asked_by_id, asked_by_name, NULL
    FROM change_requests WHERE state = 'approved' AND way = 'in_system' AND project_id IS NOT NULL)`;

/** The units that those who approved belong to, by account or by name: one person may have two accounts. */
const OWN = sql`own(by_id, by_name, unit) AS (
  SELECT DISTINCT a.by_id, a.by_name, i.unit FROM (SELECT DISTINCT by_id, by_name FROM approvals) a
    JOIN users u ON u.id = a.by_id OR u.name = a.by_name JOIN insiders i ON i.user_id = u.id)`;

/** The unit that leads or was named to report. */
const UNITS = sql`units(project_id, unit) AS (
  SELECT project_id, organization_id FROM project_units WHERE role = 'lead' AND position > 0 AND organization_id IS NOT NULL
  UNION SELECT project_id, organization_id FROM reporting_units WHERE organization_id IS NOT NULL)`;

/** Approved by who asked, by the head of the unit that asked, or by somebody of that unit. */
export function ownApproval(): SQL {
  return sql`WITH RECURSIVE ${INSIDERS}, ${APPROVALS}, ${OWN}, ${UNITS}
    SELECT ${columns(sql`a.project_id`, { since: sql`a.since`, text: sql`a.by_name` })} FROM approvals a
      WHERE a.by_id = a.asked_id OR a.by_name = a.asked_name OR a.by_name = a.head
    UNION SELECT ${columns(sql`a.project_id`, { since: sql`a.since`, text: sql`a.by_name` })} FROM own o
      JOIN approvals a ON a.by_name = o.by_name AND a.by_id IS o.by_id
      JOIN units u ON u.project_id = a.project_id AND u.unit = o.unit`;
}
