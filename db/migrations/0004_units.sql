-- A unit that was found to be another one points to it; it stays in the dictionary, so that its name finds the other.
ALTER TABLE `organizations` ADD `merged_into_id` integer REFERENCES `organizations`(`id`);--> statement-breakpoint
ALTER TABLE `organizations_history` ADD `merged_into_id` integer REFERENCES `organizations`(`id`);--> statement-breakpoint
CREATE INDEX `organizations_merged_into` ON `organizations` (`merged_into_id`);--> statement-breakpoint
-- Placeholders and open lists, which name no body.
CREATE INDEX `project_units_open` ON `project_units` (`entry_kind`,`role`,`text`,`project_id`) WHERE `entry_kind` <> 'named';--> statement-breakpoint
-- The queue of sectors that nobody has confirmed yet.
CREATE INDEX `project_sectors_unconfirmed` ON `project_sectors` (`project_id`) WHERE `confirmed` = 0 AND `rank` IS NOT NULL;
