CREATE TABLE `finding_links` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`finding_id` integer NOT NULL,
	`project_id` integer,
	`event_seq` integer,
	FOREIGN KEY (`finding_id`) REFERENCES `findings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `finding_links_finding` ON `finding_links` (`finding_id`);--> statement-breakpoint
CREATE INDEX `finding_links_project` ON `finding_links` (`project_id`);--> statement-breakpoint
CREATE TABLE `finding_links_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`finding_id` integer NOT NULL,
	`project_id` integer,
	`event_seq` integer,
	FOREIGN KEY (`finding_id`) REFERENCES `findings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `finding_links_history_row` ON `finding_links_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `findings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`region_code` text NOT NULL,
	`organization_id` integer NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`basis` text,
	`due_on` text NOT NULL,
	`state` text NOT NULL,
	`raised_on` text NOT NULL,
	`raised_by_id` integer,
	`raised_by_name` text NOT NULL,
	`answer` text,
	`answered_on` text,
	`answered_by_name` text,
	`rectification` text,
	`rectified_on` text,
	`rectified_by_name` text,
	`file_name` text,
	`file_sha256` text,
	`return_reason` text,
	`closing_note` text,
	`closed_on` text,
	`closed_by_name` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `findings_region` ON `findings` (`region_code`,`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `findings_organization` ON `findings` (`organization_id`,`state`);--> statement-breakpoint
CREATE TABLE `findings_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`region_code` text NOT NULL,
	`organization_id` integer NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`basis` text,
	`due_on` text NOT NULL,
	`state` text NOT NULL,
	`raised_on` text NOT NULL,
	`raised_by_id` integer,
	`raised_by_name` text NOT NULL,
	`answer` text,
	`answered_on` text,
	`answered_by_name` text,
	`rectification` text,
	`rectified_on` text,
	`rectified_by_name` text,
	`file_name` text,
	`file_sha256` text,
	`return_reason` text,
	`closing_note` text,
	`closed_on` text,
	`closed_by_name` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `findings_history_row` ON `findings_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `checkpoints` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ledger` text NOT NULL,
	`seq` integer NOT NULL,
	`head` text NOT NULL,
	`recorded_at` text NOT NULL,
	`lost_from_seq` integer,
	`lost_to_seq` integer,
	`lost_head` text,
	`key_id` text NOT NULL,
	`signature` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `checkpoints_seq` ON `checkpoints` (`seq`);