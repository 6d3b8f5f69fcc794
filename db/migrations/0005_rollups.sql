ALTER TABLE `ledger_entries` ADD `start_year` integer;--> statement-breakpoint
ALTER TABLE `ledger_entries` ADD `end_year` integer;--> statement-breakpoint
DROP INDEX `ledger_entries_facts`;--> statement-breakpoint
CREATE INDEX `ledger_entries_facts` ON `ledger_entries` (`region_code`,`primary_sector`,`type`,`stage`,`in_current_basis`,`open`,`start_on`,`end_on`,`total_investment_fen`,`current_fen`,`planned`,`plan_investment_fen`,`joint`,`joint_fen`,`lead_state`,`owner_state`,`plan_id`,`sponsor_id`,`sector_bits`,`start_year`,`end_year`);--> statement-breakpoint
-- Kept in the order of its key, without a row id: a rollup by unit is one walk without sorting.
CREATE TABLE `ledger_shares` (
	`dimension` integer NOT NULL,
	`key` text NOT NULL,
	`first` integer NOT NULL,
	`weight` integer NOT NULL,
	`heads` integer NOT NULL,
	`project_id` integer NOT NULL,
	`region_code` text NOT NULL,
	`plan_id` integer,
	`type` integer NOT NULL,
	`stage` integer NOT NULL,
	`in_current_basis` integer NOT NULL,
	`open` integer NOT NULL,
	`primary_sector` integer,
	`sector_bits` integer NOT NULL,
	`sponsor_id` integer,
	`sponsor` text,
	`start_on` text,
	`end_on` text,
	`start_year` integer,
	`end_year` integer,
	`total_investment_fen` integer,
	`current_fen` integer,
	`planned` integer NOT NULL,
	`plan_investment_fen` integer,
	`joint` integer NOT NULL,
	`lead_state` text NOT NULL,
	`owner_state` text NOT NULL,
	PRIMARY KEY(`dimension`, `key`, `project_id`)
) WITHOUT ROWID;--> statement-breakpoint
CREATE INDEX `ledger_shares_project` ON `ledger_shares` (`project_id`,`dimension`);
