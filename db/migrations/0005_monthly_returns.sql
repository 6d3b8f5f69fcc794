CREATE TABLE `calendar_days` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`day` text NOT NULL,
	`working` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_days_day` ON `calendar_days` (`day`);--> statement-breakpoint
CREATE TABLE `calendar_days_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`day` text NOT NULL,
	`working` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `calendar_days_history_row` ON `calendar_days_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `report_calendars` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`region_code` text NOT NULL,
	`starts_month` text NOT NULL,
	`opens_day` integer NOT NULL,
	`due_day` integer NOT NULL,
	`locks_day` integer NOT NULL,
	`joins_january` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_calendars_region` ON `report_calendars` (`region_code`);--> statement-breakpoint
CREATE TABLE `report_calendars_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`region_code` text NOT NULL,
	`starts_month` text NOT NULL,
	`opens_day` integer NOT NULL,
	`due_day` integer NOT NULL,
	`locks_day` integer NOT NULL,
	`joins_january` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `report_calendars_history_row` ON `report_calendars_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `report_exceptions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`organization_id` integer NOT NULL,
	`month` text NOT NULL,
	`due_on` text,
	`reason` text NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_exceptions_unit` ON `report_exceptions` (`organization_id`,`month`);--> statement-breakpoint
CREATE TABLE `report_exceptions_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`organization_id` integer NOT NULL,
	`month` text NOT NULL,
	`due_on` text,
	`reason` text NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_exceptions_history_row` ON `report_exceptions_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `reporting_units` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`organization_id` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reporting_units_project` ON `reporting_units` (`project_id`);--> statement-breakpoint
CREATE INDEX `reporting_units_unit` ON `reporting_units` (`organization_id`);--> statement-breakpoint
CREATE TABLE `reporting_units_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`organization_id` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reporting_units_history_row` ON `reporting_units_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `evidence_files` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`return_id` integer,
	`problem_id` integer,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`stored_name` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`removed` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`return_id`) REFERENCES `monthly_returns`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evidence_files_return` ON `evidence_files` (`return_id`);--> statement-breakpoint
CREATE TABLE `evidence_files_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`return_id` integer,
	`problem_id` integer,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`stored_name` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`removed` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`return_id`) REFERENCES `monthly_returns`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evidence_files_history_row` ON `evidence_files_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `light_rules` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`region_code` text NOT NULL,
	`name` text NOT NULL,
	`measure` text NOT NULL,
	`type` text NOT NULL,
	`yellow_at` integer NOT NULL,
	`red_at` integer NOT NULL,
	`from_month` text NOT NULL,
	`state` text NOT NULL,
	`proposed_by_id` integer,
	`proposed_by_name` text NOT NULL,
	`activated_by_name` text
);
--> statement-breakpoint
CREATE INDEX `light_rules_region` ON `light_rules` (`region_code`,`type`,`state`);--> statement-breakpoint
CREATE TABLE `light_rules_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`region_code` text NOT NULL,
	`name` text NOT NULL,
	`measure` text NOT NULL,
	`type` text NOT NULL,
	`yellow_at` integer NOT NULL,
	`red_at` integer NOT NULL,
	`from_month` text NOT NULL,
	`state` text NOT NULL,
	`proposed_by_id` integer,
	`proposed_by_name` text NOT NULL,
	`activated_by_name` text
);
--> statement-breakpoint
CREATE INDEX `light_rules_history_row` ON `light_rules_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `money_plans` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`year` integer NOT NULL,
	`month` integer,
	`source` text,
	`amount_fen` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `money_plans_project` ON `money_plans` (`project_id`,`year`);--> statement-breakpoint
CREATE TABLE `money_plans_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`year` integer NOT NULL,
	`month` integer,
	`source` text,
	`amount_fen` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `money_plans_history_row` ON `money_plans_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `monthly_returns` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`month` text NOT NULL,
	`state` text NOT NULL,
	`stage` text NOT NULL,
	`stage_on` text,
	`progress_text` text,
	`progress_percent` integer,
	`completed_fen` integer,
	`paid_fen` integer,
	`in_place_fen` text NOT NULL,
	`amount_note` text,
	`issues` text,
	`next_plan` text,
	`self_light` text,
	`system_light` text,
	`light_basis` text,
	`reviewer_light` text,
	`reviewer_comment` text,
	`same_as_last` integer NOT NULL,
	`same_reason` text,
	`head_of_unit` text,
	`submitted_at` text,
	`submitted_by_id` integer,
	`submitted_by_name` text,
	`late` integer NOT NULL,
	`reviewed_at` text,
	`reviewed_by_id` integer,
	`reviewed_by_name` text,
	`return_reason` text,
	`asked` text,
	`request_key` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `monthly_returns_project` ON `monthly_returns` (`project_id`,`month`);--> statement-breakpoint
CREATE INDEX `monthly_returns_month` ON `monthly_returns` (`month`,`state`,`project_id`);--> statement-breakpoint
CREATE TABLE `monthly_returns_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`month` text NOT NULL,
	`state` text NOT NULL,
	`stage` text NOT NULL,
	`stage_on` text,
	`progress_text` text,
	`progress_percent` integer,
	`completed_fen` integer,
	`paid_fen` integer,
	`in_place_fen` text NOT NULL,
	`amount_note` text,
	`issues` text,
	`next_plan` text,
	`self_light` text,
	`system_light` text,
	`light_basis` text,
	`reviewer_light` text,
	`reviewer_comment` text,
	`same_as_last` integer NOT NULL,
	`same_reason` text,
	`head_of_unit` text,
	`submitted_at` text,
	`submitted_by_id` integer,
	`submitted_by_name` text,
	`late` integer NOT NULL,
	`reviewed_at` text,
	`reviewed_by_id` integer,
	`reviewed_by_name` text,
	`return_reason` text,
	`asked` text,
	`request_key` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `monthly_returns_history_row` ON `monthly_returns_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `opening_balances` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`through_year` integer NOT NULL,
	`completed_fen` integer,
	`in_place_fen` integer,
	`paid_fen` integer,
	`started_on` text,
	`completed_on` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `opening_balances_project` ON `opening_balances` (`project_id`);--> statement-breakpoint
CREATE TABLE `opening_balances_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`through_year` integer NOT NULL,
	`completed_fen` integer,
	`in_place_fen` integer,
	`paid_fen` integer,
	`started_on` text,
	`completed_on` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `opening_balances_history_row` ON `opening_balances_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `problems` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`return_id` integer,
	`text` text NOT NULL,
	`level` text NOT NULL,
	`organization_id` integer,
	`person` text,
	`due_on` text,
	`steps` text,
	`raised_on` text NOT NULL,
	`state` text NOT NULL,
	`closed_on` text,
	`closing_note` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`return_id`) REFERENCES `monthly_returns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `problems_project` ON `problems` (`project_id`,`state`);--> statement-breakpoint
CREATE INDEX `problems_due` ON `problems` (`state`,`due_on`);--> statement-breakpoint
CREATE TABLE `problems_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`return_id` integer,
	`text` text NOT NULL,
	`level` text NOT NULL,
	`organization_id` integer,
	`person` text,
	`due_on` text,
	`steps` text,
	`raised_on` text NOT NULL,
	`state` text NOT NULL,
	`closed_on` text,
	`closing_note` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`return_id`) REFERENCES `monthly_returns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `problems_history_row` ON `problems_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `progress_entries` (
	`project_id` integer PRIMARY KEY NOT NULL,
	`last_month` text,
	`last_state` text,
	`self_light` text,
	`system_light` text,
	`reviewer_light` text,
	`annual_plan_fen` integer,
	`year_completed_fen` integer,
	`completed_fen` integer,
	`paid_fen` integer,
	`in_place_fen` integer,
	`open_problems` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `progress_entries_light` ON `progress_entries` (`system_light`,`project_id`);--> statement-breakpoint
CREATE INDEX `progress_entries_month` ON `progress_entries` (`last_month`,`project_id`);