CREATE TABLE `api_tokens` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` text NOT NULL,
	`last_used_at` text,
	`revoked_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_hash` ON `api_tokens` (`token_hash`);--> statement-breakpoint
CREATE INDEX `api_tokens_user` ON `api_tokens` (`user_id`);--> statement-breakpoint
CREATE TABLE `credentials` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`password_hash` text NOT NULL,
	`changed_at` text NOT NULL,
	`must_change` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`user_id` integer NOT NULL,
	`organization_id` integer NOT NULL,
	`active` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_pair` ON `memberships` (`user_id`,`organization_id`);--> statement-breakpoint
CREATE TABLE `memberships_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`user_id` integer NOT NULL,
	`organization_id` integer NOT NULL,
	`active` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `memberships_history_row` ON `memberships_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`user_id` integer NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`shared` integer NOT NULL,
	`removed` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `saved_views_user` ON `saved_views` (`user_id`);--> statement-breakpoint
CREATE TABLE `saved_views_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`user_id` integer NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`shared` integer NOT NULL,
	`removed` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `saved_views_history_row` ON `saved_views_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name_hash` text NOT NULL,
	`failed_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_failures_name` ON `sign_in_failures` (`name_hash`,`failed_at`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`username` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`scope` text NOT NULL,
	`region_code` text,
	`locale` text NOT NULL,
	`theme` text NOT NULL,
	`disabled` integer NOT NULL,
	`evaluation` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_username` ON `users` (`username`);--> statement-breakpoint
CREATE TABLE `users_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`username` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`scope` text NOT NULL,
	`region_code` text,
	`locale` text NOT NULL,
	`theme` text NOT NULL,
	`disabled` integer NOT NULL,
	`evaluation` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `users_history_row` ON `users_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`recorded_at` text NOT NULL,
	`action` text NOT NULL,
	`actor_id` integer,
	`actor_name` text NOT NULL,
	`region_code` text,
	`project_id` integer,
	`payload` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	`mac` text NOT NULL,
	`key_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `events_project` ON `events` (`project_id`,`seq`);--> statement-breakpoint
CREATE INDEX `events_region` ON `events` (`region_code`,`seq`);--> statement-breakpoint
CREATE INDEX `events_actor` ON `events` (`actor_id`,`seq`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ledger_entries` (
	`project_id` integer PRIMARY KEY NOT NULL,
	`region_code` text NOT NULL,
	`plan_id` integer,
	`type` integer NOT NULL,
	`stage` integer NOT NULL,
	`in_current_basis` integer NOT NULL,
	`open` integer NOT NULL,
	`primary_sector` integer,
	`sector_bits` integer NOT NULL,
	`sponsor_id` integer,
	`sponsor` text,
	`start_on` text,
	`end_on` text,
	`start_year` integer,
	`end_year` integer,
	`total_investment_fen` integer,
	`current_fen` integer,
	`planned` integer NOT NULL,
	`plan_investment_fen` integer,
	`joint` integer NOT NULL,
	`lead_state` text NOT NULL,
	`owner_state` text NOT NULL,
	`source_order` integer NOT NULL,
	`name` text NOT NULL,
	`joint_fen` integer,
	`name_key` text NOT NULL,
	`lead_key` text,
	`owner_key` text,
	`sponsor_key` text
);
--> statement-breakpoint
CREATE INDEX `ledger_entries_plan` ON `ledger_entries` (`source_order`);--> statement-breakpoint
CREATE INDEX `ledger_entries_region` ON `ledger_entries` (`region_code`,`source_order`);--> statement-breakpoint
CREATE INDEX `ledger_entries_name` ON `ledger_entries` (`name_key`,`source_order`);--> statement-breakpoint
CREATE INDEX `ledger_entries_owner` ON `ledger_entries` (`owner_key`,`source_order`);--> statement-breakpoint
CREATE INDEX `ledger_entries_lead` ON `ledger_entries` (`lead_key`,`source_order`);--> statement-breakpoint
CREATE INDEX `ledger_entries_period` ON `ledger_entries` (`start_on`,`source_order`);--> statement-breakpoint
CREATE INDEX `ledger_entries_amount` ON `ledger_entries` ("total_investment_fen" desc,`source_order`);--> statement-breakpoint
CREATE INDEX `ledger_entries_stage` ON `ledger_entries` (`stage`,`source_order`);--> statement-breakpoint
CREATE INDEX `ledger_entries_type` ON `ledger_entries` (`type`,`source_order`);--> statement-breakpoint
CREATE INDEX `ledger_entries_sector` ON `ledger_entries` (`primary_sector`,`source_order`);--> statement-breakpoint
CREATE INDEX `ledger_entries_sponsor` ON `ledger_entries` (`sponsor_key`,`source_order`);--> statement-breakpoint
CREATE INDEX `ledger_entries_sponsor_id` ON `ledger_entries` (`sponsor_id`);--> statement-breakpoint
CREATE INDEX `ledger_entries_facts` ON `ledger_entries` (`region_code`,`primary_sector`,`type`,`stage`,`in_current_basis`,`open`,`start_on`,`end_on`,`total_investment_fen`,`current_fen`,`planned`,`plan_investment_fen`,`joint`,`joint_fen`,`lead_state`,`owner_state`,`plan_id`,`sponsor_id`,`sector_bits`,`start_year`,`end_year`,`source_order`);--> statement-breakpoint
CREATE INDEX `ledger_entries_sponsor_name` ON `ledger_entries` (`sponsor`);--> statement-breakpoint
CREATE INDEX `ledger_entries_plan_id` ON `ledger_entries` (`plan_id`);--> statement-breakpoint
-- Kept in the order of its key, without a row id: a rollup by unit is one walk without sorting.
CREATE TABLE `ledger_shares` (
	`dimension` integer NOT NULL,
	`key` text NOT NULL,
	`first` integer NOT NULL,
	`weight` integer NOT NULL,
	`heads` integer NOT NULL,
	`project_id` integer NOT NULL,
	`region_code` text NOT NULL,
	`plan_id` integer,
	`type` integer NOT NULL,
	`stage` integer NOT NULL,
	`in_current_basis` integer NOT NULL,
	`open` integer NOT NULL,
	`primary_sector` integer,
	`sector_bits` integer NOT NULL,
	`sponsor_id` integer,
	`sponsor` text,
	`start_on` text,
	`end_on` text,
	`start_year` integer,
	`end_year` integer,
	`total_investment_fen` integer,
	`current_fen` integer,
	`planned` integer NOT NULL,
	`plan_investment_fen` integer,
	`joint` integer NOT NULL,
	`lead_state` text NOT NULL,
	`owner_state` text NOT NULL,
	PRIMARY KEY(`dimension`, `key`, `project_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `ledger_shares_project` ON `ledger_shares` (`project_id`,`dimension`);--> statement-breakpoint
CREATE TABLE `ledger_sums` (
	`region_code` text PRIMARY KEY NOT NULL,
	`projects` integer NOT NULL,
	`in_current_basis` integer NOT NULL,
	`current_known` integer NOT NULL,
	`current_fen` integer NOT NULL,
	`planned` integer NOT NULL,
	`plan_known` integer NOT NULL,
	`plan_fen` integer NOT NULL,
	`joint` integer NOT NULL,
	`joint_known` integer NOT NULL,
	`joint_fen` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `organization_links` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`organization_id` integer NOT NULL,
	`target_id` integer NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`target_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organization_links_pair` ON `organization_links` (`organization_id`,`target_id`,`kind`);--> statement-breakpoint
CREATE INDEX `organization_links_target` ON `organization_links` (`target_id`);--> statement-breakpoint
CREATE TABLE `organization_links_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`organization_id` integer NOT NULL,
	`target_id` integer NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`target_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `organization_links_history_row` ON `organization_links_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `organizations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`region_code` text,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`initials` text NOT NULL,
	`merged_into_id` integer,
	FOREIGN KEY (`merged_into_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organizations_region_name` ON `organizations` (`region_code`,`name`);--> statement-breakpoint
CREATE INDEX `organizations_name` ON `organizations` (`name`);--> statement-breakpoint
CREATE INDEX `organizations_merged_into` ON `organizations` (`merged_into_id`);--> statement-breakpoint
CREATE TABLE `organizations_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`region_code` text,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`initials` text NOT NULL,
	`merged_into_id` integer,
	FOREIGN KEY (`merged_into_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `organizations_history_row` ON `organizations_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `plan_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`plan_id` integer NOT NULL,
	`source_table` text NOT NULL,
	`source_row` integer NOT NULL,
	`name` text NOT NULL,
	`total_investment_fen` integer,
	`start` text,
	`end` text,
	`cells` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_entries_row` ON `plan_entries` (`plan_id`,`source_table`,`source_row`);--> statement-breakpoint
CREATE INDEX `plan_entries_plan` ON `plan_entries` (`plan_id`);--> statement-breakpoint
CREATE TABLE `plan_entries_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`plan_id` integer NOT NULL,
	`source_table` text NOT NULL,
	`source_row` integer NOT NULL,
	`name` text NOT NULL,
	`total_investment_fen` integer,
	`start` text,
	`end` text,
	`cells` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `plan_entries_history_row` ON `plan_entries_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `plans` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`region_code` text NOT NULL,
	`name` text NOT NULL,
	`document_number` text,
	`published_on` text,
	`start_year` integer NOT NULL,
	`end_year` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plans_region_name` ON `plans` (`region_code`,`name`);--> statement-breakpoint
CREATE TABLE `plans_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`region_code` text NOT NULL,
	`name` text NOT NULL,
	`document_number` text,
	`published_on` text,
	`start_year` integer NOT NULL,
	`end_year` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `plans_history_row` ON `plans_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `regions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `regions_code` ON `regions` (`code`);--> statement-breakpoint
CREATE TABLE `regions_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `regions_history_row` ON `regions_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `milestones` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`first_planned` text NOT NULL,
	`first_planned_on` text NOT NULL,
	`revised_planned` text,
	`forecast` text,
	`actual` text,
	`actual_on` text,
	`note` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `milestones_project` ON `milestones` (`project_id`,`position`);--> statement-breakpoint
CREATE TABLE `milestones_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`first_planned` text NOT NULL,
	`first_planned_on` text NOT NULL,
	`revised_planned` text,
	`forecast` text,
	`actual` text,
	`actual_on` text,
	`note` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `milestones_history_row` ON `milestones_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `project_sectors` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`sector` text NOT NULL,
	`rank` text,
	`evidence` text NOT NULL,
	`confirmed` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `project_sectors_pair` ON `project_sectors` (`project_id`,`sector`);--> statement-breakpoint
CREATE INDEX `project_sectors_sector` ON `project_sectors` (`sector`,`rank`,`project_id`);--> statement-breakpoint
CREATE INDEX `project_sectors_unconfirmed` ON `project_sectors` (`project_id`) WHERE "project_sectors"."confirmed" = 0 AND "project_sectors"."rank" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `project_sectors_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`sector` text NOT NULL,
	`rank` text,
	`evidence` text NOT NULL,
	`confirmed` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `project_sectors_history_row` ON `project_sectors_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `project_sources` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`plan_entry_id` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plan_entry_id`) REFERENCES `plan_entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `project_sources_pair` ON `project_sources` (`project_id`,`plan_entry_id`);--> statement-breakpoint
CREATE INDEX `project_sources_entry` ON `project_sources` (`plan_entry_id`);--> statement-breakpoint
CREATE TABLE `project_sources_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`plan_entry_id` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plan_entry_id`) REFERENCES `plan_entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `project_sources_history_row` ON `project_sources_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `project_units` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`role` text NOT NULL,
	`position` integer NOT NULL,
	`entry_kind` text NOT NULL,
	`text` text NOT NULL,
	`organization_id` integer,
	`open_count` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `project_units_project` ON `project_units` (`project_id`);--> statement-breakpoint
CREATE INDEX `project_units_organization` ON `project_units` (`organization_id`,`role`,`position`,`project_id`);--> statement-breakpoint
CREATE INDEX `project_units_open` ON `project_units` (`entry_kind`,`role`,`text`,`project_id`) WHERE "project_units"."entry_kind" <> 'named';--> statement-breakpoint
CREATE TABLE `project_units_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`project_id` integer NOT NULL,
	`role` text NOT NULL,
	`position` integer NOT NULL,
	`entry_kind` text NOT NULL,
	`text` text NOT NULL,
	`organization_id` integer,
	`open_count` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `project_units_history_row` ON `project_units_history` (`id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `projects` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer NOT NULL,
	`region_code` text NOT NULL,
	`parent_id` integer,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`type_confirmed` integer NOT NULL,
	`stage` text NOT NULL,
	`stage_on` text,
	`stage_note` text,
	`field` text,
	`content` text,
	`start` text,
	`end` text,
	`start_on` text,
	`end_on` text,
	`total_investment_fen` integer,
	`sponsor` text,
	`sponsor_id` integer,
	`responsible_person` text,
	`contact` text,
	`contact_phone` text,
	`investment_code` text,
	`science_code` text,
	`approval_number` text,
	FOREIGN KEY (`parent_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `projects_parent` ON `projects` (`parent_id`);--> statement-breakpoint
CREATE TABLE `projects_history` (
	`history_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`id` integer NOT NULL,
	`version` integer NOT NULL,
	`region_code` text NOT NULL,
	`parent_id` integer,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`type_confirmed` integer NOT NULL,
	`stage` text NOT NULL,
	`stage_on` text,
	`stage_note` text,
	`field` text,
	`content` text,
	`start` text,
	`end` text,
	`start_on` text,
	`end_on` text,
	`total_investment_fen` integer,
	`sponsor` text,
	`sponsor_id` integer,
	`responsible_person` text,
	`contact` text,
	`contact_phone` text,
	`investment_code` text,
	`science_code` text,
	`approval_number` text,
	FOREIGN KEY (`parent_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `projects_history_row` ON `projects_history` (`id`,`to_seq`);