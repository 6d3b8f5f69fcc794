-- The narrow index also has the documents' order, so that a filtered page is found and sorted without the rows.
DROP INDEX ledger_entries_facts;
--> statement-breakpoint
CREATE INDEX ledger_entries_facts ON ledger_entries (
  region_code, primary_sector, type, stage, in_current_basis, open, start_on, end_on, total_investment_fen,
  current_fen, planned, plan_investment_fen, joint, joint_fen, lead_state, owner_state, plan_id, sponsor_id,
  sector_bits, start_year, end_year, source_order
);
--> statement-breakpoint
CREATE INDEX ledger_entries_sponsor_name ON ledger_entries (sponsor);
--> statement-breakpoint
CREATE INDEX ledger_entries_plan_id ON ledger_entries (plan_id);
