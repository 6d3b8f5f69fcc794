CREATE TABLE `notices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`user_id` integer NOT NULL,
	`kind` text NOT NULL,
	`organization_id` integer,
	`project_id` integer,
	`month` text NOT NULL,
	`missing` integer,
	`note` text,
	`sender_name` text NOT NULL,
	`sent_at` text NOT NULL,
	`sent_on` text NOT NULL,
	`read_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notices_user` ON `notices` (`user_id`,`read_at`);--> statement-breakpoint
CREATE TABLE `notices_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`user_id` integer NOT NULL,
	`kind` text NOT NULL,
	`organization_id` integer,
	`project_id` integer,
	`month` text NOT NULL,
	`missing` integer,
	`note` text,
	`sender_name` text NOT NULL,
	`sent_at` text NOT NULL,
	`sent_on` text NOT NULL,
	`read_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notices_history_row` ON `notices_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `evidence_contents` (
	`sha256` text PRIMARY KEY NOT NULL,
	`content` blob NOT NULL
);
--> statement-breakpoint
DROP TABLE `evidence_files`;--> statement-breakpoint
CREATE TABLE `evidence_files` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`month` text,
	`problem_id` integer,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`added_by_name` text NOT NULL,
	`added_at` text NOT NULL,
	`removed` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evidence_files_return` ON `evidence_files` (`project_id`,`month`);--> statement-breakpoint
CREATE INDEX `evidence_files_problem` ON `evidence_files` (`problem_id`);--> statement-breakpoint
DROP TABLE `evidence_files_history`;--> statement-breakpoint
CREATE TABLE `evidence_files_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`month` text,
	`problem_id` integer,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`added_by_name` text NOT NULL,
	`added_at` text NOT NULL,
	`removed` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evidence_files_history_row` ON `evidence_files_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE INDEX `monthly_returns_asked` ON `monthly_returns` (`project_id`) WHERE "monthly_returns"."asked" IS NOT NULL;