CREATE TABLE `import_decisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`import_id` integer NOT NULL,
	`place` text NOT NULL,
	`decision` text,
	`decided_by` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_decisions_place` ON `import_decisions` (`import_id`,`place`);--> statement-breakpoint
CREATE TABLE `import_decisions_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`import_id` integer NOT NULL,
	`place` text NOT NULL,
	`decision` text,
	`decided_by` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_decisions_history_row` ON `import_decisions_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `import_files` (
	`sha256` text PRIMARY KEY NOT NULL,
	`content` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `import_readings` (
	`import_id` integer PRIMARY KEY NOT NULL,
	`reading` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`region_code` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`byte_length` integer NOT NULL,
	`format` text NOT NULL,
	`uploaded_by_id` integer,
	`uploaded_by` text NOT NULL,
	`uploaded_at` text NOT NULL,
	`plan_id` integer,
	`plan_name` text NOT NULL,
	`document_number` text,
	`published_on` text,
	`start_year` integer,
	`end_year` integer,
	`reason` text,
	`outcome` text,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imports_region` ON `imports` (`region_code`);--> statement-breakpoint
CREATE INDEX `imports_sha256` ON `imports` (`sha256`);--> statement-breakpoint
CREATE TABLE `imports_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`region_code` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`byte_length` integer NOT NULL,
	`format` text NOT NULL,
	`uploaded_by_id` integer,
	`uploaded_by` text NOT NULL,
	`uploaded_at` text NOT NULL,
	`plan_id` integer,
	`plan_name` text NOT NULL,
	`document_number` text,
	`published_on` text,
	`start_year` integer,
	`end_year` integer,
	`reason` text,
	`outcome` text,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imports_history_row` ON `imports_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `project_documents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`import_id` integer NOT NULL,
	`document_name` text NOT NULL,
	`sha256` text NOT NULL,
	`table_title` text NOT NULL,
	`table_row` integer NOT NULL,
	`sheet` text,
	`page` integer,
	`line` integer,
	`fields` text NOT NULL,
	`effect` text NOT NULL,
	`before` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `project_documents_pair` ON `project_documents` (`project_id`,`import_id`);--> statement-breakpoint
CREATE INDEX `project_documents_import` ON `project_documents` (`import_id`);--> statement-breakpoint
CREATE TABLE `project_documents_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`import_id` integer NOT NULL,
	`document_name` text NOT NULL,
	`sha256` text NOT NULL,
	`table_title` text NOT NULL,
	`table_row` integer NOT NULL,
	`sheet` text,
	`page` integer,
	`line` integer,
	`fields` text NOT NULL,
	`effect` text NOT NULL,
	`before` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `project_documents_history_row` ON `project_documents_history` (`id`,`to_seq`);