CREATE TABLE `baselines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`number` integer NOT NULL,
	`request_id` integer,
	`facts` text NOT NULL,
	`stage` text NOT NULL,
	`in_force_on` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `change_requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `baselines_number` ON `baselines` (`project_id`,`number`);--> statement-breakpoint
CREATE TABLE `baselines_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`number` integer NOT NULL,
	`request_id` integer,
	`facts` text NOT NULL,
	`stage` text NOT NULL,
	`in_force_on` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `change_requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `baselines_history_row` ON `baselines_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `change_attachments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`request_id` integer NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`byte_length` integer NOT NULL,
	`added_by_name` text NOT NULL,
	`added_at` text NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `change_requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `change_attachments_request` ON `change_attachments` (`request_id`);--> statement-breakpoint
CREATE TABLE `change_attachments_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`request_id` integer NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`byte_length` integer NOT NULL,
	`added_by_name` text NOT NULL,
	`added_at` text NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `change_requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `change_attachments_history_row` ON `change_attachments_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `change_batches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`region_code` text NOT NULL,
	`name` text NOT NULL,
	`document_number` text,
	`document_on` text,
	`state` text NOT NULL,
	`import_id` integer,
	`made_by_id` integer,
	`made_by_name` text NOT NULL,
	`made_at` text NOT NULL,
	`way` text,
	`decided_by_name` text,
	`decided_at` text,
	`decision_note` text,
	`effect` text,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `change_batches_region` ON `change_batches` (`region_code`,`state`);--> statement-breakpoint
CREATE TABLE `change_batches_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`region_code` text NOT NULL,
	`name` text NOT NULL,
	`document_number` text,
	`document_on` text,
	`state` text NOT NULL,
	`import_id` integer,
	`made_by_id` integer,
	`made_by_name` text NOT NULL,
	`made_at` text NOT NULL,
	`way` text,
	`decided_by_name` text,
	`decided_at` text,
	`decision_note` text,
	`effect` text,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `change_batches_history_row` ON `change_batches_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `change_files` (
	`sha256` text PRIMARY KEY NOT NULL,
	`content` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `change_requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`region_code` text NOT NULL,
	`project_id` integer,
	`project_name` text NOT NULL,
	`batch_id` integer,
	`import_id` integer,
	`source` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`reason_code` text NOT NULL,
	`sentence` text NOT NULL,
	`document_number` text,
	`document_on` text,
	`proposed` text NOT NULL,
	`before` text NOT NULL,
	`asked_by_id` integer,
	`asked_by_name` text NOT NULL,
	`asked_by_role` text NOT NULL,
	`asked_at` text NOT NULL,
	`checked_by_id` integer,
	`checked_by_name` text,
	`checked_at` text,
	`check_note` text,
	`way` text,
	`decided_by_id` integer,
	`decided_by_name` text,
	`decided_at` text,
	`decision_note` text,
	`decision_number` text,
	`decision_on` text,
	`counts` integer,
	`amount_delta_fen` integer,
	`months_delta` integer,
	`effect` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `change_batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `change_requests_region` ON `change_requests` (`region_code`,`state`);--> statement-breakpoint
CREATE INDEX `change_requests_project` ON `change_requests` (`project_id`,`state`);--> statement-breakpoint
CREATE INDEX `change_requests_batch` ON `change_requests` (`batch_id`);--> statement-breakpoint
CREATE INDEX `change_requests_import` ON `change_requests` (`import_id`);--> statement-breakpoint
CREATE INDEX `change_requests_asked` ON `change_requests` (`asked_by_id`,`state`);--> statement-breakpoint
CREATE TABLE `change_requests_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`region_code` text NOT NULL,
	`project_id` integer,
	`project_name` text NOT NULL,
	`batch_id` integer,
	`import_id` integer,
	`source` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`reason_code` text NOT NULL,
	`sentence` text NOT NULL,
	`document_number` text,
	`document_on` text,
	`proposed` text NOT NULL,
	`before` text NOT NULL,
	`asked_by_id` integer,
	`asked_by_name` text NOT NULL,
	`asked_by_role` text NOT NULL,
	`asked_at` text NOT NULL,
	`checked_by_id` integer,
	`checked_by_name` text,
	`checked_at` text,
	`check_note` text,
	`way` text,
	`decided_by_id` integer,
	`decided_by_name` text,
	`decided_at` text,
	`decision_note` text,
	`decision_number` text,
	`decision_on` text,
	`counts` integer,
	`amount_delta_fen` integer,
	`months_delta` integer,
	`effect` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `change_batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `change_requests_history_row` ON `change_requests_history` (`id`,`to_seq`);