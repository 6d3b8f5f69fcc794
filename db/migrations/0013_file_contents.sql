CREATE TABLE `file_contents` (
	`sha256` text PRIMARY KEY NOT NULL,
	`content` blob NOT NULL
);
--> statement-breakpoint
-- The same file may have been handed in at several places.
INSERT OR IGNORE INTO `file_contents` SELECT `sha256`, `content` FROM `import_files`;--> statement-breakpoint
INSERT OR IGNORE INTO `file_contents` SELECT `sha256`, `content` FROM `evidence_contents`;--> statement-breakpoint
INSERT OR IGNORE INTO `file_contents` SELECT `sha256`, `content` FROM `change_files`;--> statement-breakpoint
DROP TABLE `change_files`;--> statement-breakpoint
DROP TABLE `import_files`;--> statement-breakpoint
DROP TABLE `evidence_contents`;
