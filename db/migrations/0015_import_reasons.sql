ALTER TABLE `imports` ADD `reason_code` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `basis_number` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `basis_on` text;--> statement-breakpoint
ALTER TABLE `imports_history` ADD `reason_code` text;--> statement-breakpoint
ALTER TABLE `imports_history` ADD `basis_number` text;--> statement-breakpoint
ALTER TABLE `imports_history` ADD `basis_on` text;