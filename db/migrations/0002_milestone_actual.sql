ALTER TABLE `milestones` ADD `actual` text;--> statement-breakpoint
ALTER TABLE `milestones_history` ADD `actual` text;