CREATE TABLE `ledger_changes` (
	`version` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token` text NOT NULL,
	`project_id` integer
);
--> statement-breakpoint
-- The state at this moment: what is derived stands as it is.
INSERT INTO `ledger_changes` (`token`) VALUES (lower(hex(randomblob(8))));
--> statement-breakpoint
-- The shares without the facts of their projects: dropping twenty columns one by one would rewrite the table as often.
CREATE TABLE `ledger_shares_narrow` (
	`dimension` integer NOT NULL,
	`key` text NOT NULL,
	`first` integer NOT NULL,
	`weight` integer NOT NULL,
	`heads` integer NOT NULL,
	`project_id` integer NOT NULL,
	PRIMARY KEY(`dimension`, `key`, `project_id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `ledger_shares_narrow` SELECT `dimension`, `key`, `first`, `weight`, `heads`, `project_id` FROM `ledger_shares`;
--> statement-breakpoint
DROP TABLE `ledger_shares`;
--> statement-breakpoint
ALTER TABLE `ledger_shares_narrow` RENAME TO `ledger_shares`;
--> statement-breakpoint
CREATE INDEX `ledger_shares_project` ON `ledger_shares` (`project_id`,`dimension`,`key`,`first`,`weight`,`heads`);
