ALTER TABLE `ledger_entries` ADD `light_rank` integer;--> statement-breakpoint
ALTER TABLE `ledger_entries` ADD `last_month` text;--> statement-breakpoint
ALTER TABLE `ledger_entries` ADD `completion_bp` integer;--> statement-breakpoint
ALTER TABLE `ledger_entries` ADD `open_problems` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `ledger_entries_light` ON `ledger_entries` ("light_rank" desc,`source_order`);--> statement-breakpoint
CREATE INDEX `ledger_entries_last_return` ON `ledger_entries` (`last_month`,`source_order`);--> statement-breakpoint
CREATE INDEX `ledger_entries_completion` ON `ledger_entries` (`completion_bp`,`source_order`);--> statement-breakpoint
CREATE INDEX `ledger_entries_problems` ON `ledger_entries` ("open_problems" desc,`source_order`);--> statement-breakpoint
-- What is summed by region is still only ever inserted and deleted; what returns say may be written over.
DROP TRIGGER ledger_sums_keep;--> statement-breakpoint
CREATE TRIGGER ledger_sums_keep BEFORE UPDATE OF project_id, region_code, in_current_basis, current_fen, planned,
  plan_investment_fen, joint, joint_fen ON ledger_entries
  BEGIN SELECT raise(ABORT, 'ledger_entries: delete and insert instead'); END;
--> statement-breakpoint
ALTER TABLE `light_rules` ADD `declined_by_name` text;--> statement-breakpoint
ALTER TABLE `light_rules` ADD `decline_reason` text;--> statement-breakpoint
ALTER TABLE `light_rules_history` ADD `declined_by_name` text;--> statement-breakpoint
ALTER TABLE `light_rules_history` ADD `decline_reason` text;
