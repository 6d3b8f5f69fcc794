CREATE TABLE `event_fields` (
	`field` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`field`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `events_action` ON `events` (`action`,`seq`);--> statement-breakpoint
CREATE INDEX `events_recorded` ON `events` (`recorded_at`,`seq`);--> statement-breakpoint
-- What the events of before changed: the same as `change()` notes from now on.
INSERT INTO `event_fields` (`field`, `seq`)
SELECT json_extract(`row`.`value`, '$.table') || '.' || `after`.`key`, `events`.`seq`
FROM `events`, json_each(`events`.`payload`, '$.rows') AS `row`, json_each(`row`.`value`, '$.after') AS `after`
WHERE json_type(`row`.`value`, '$.before') = 'object'
UNION
SELECT json_extract(`row`.`value`, '$.table'), `events`.`seq`
FROM `events`, json_each(`events`.`payload`, '$.rows') AS `row`
WHERE json_type(`row`.`value`, '$.before') = 'null';
