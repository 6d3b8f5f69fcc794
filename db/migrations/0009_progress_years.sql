CREATE TABLE `progress_sums` (
	`region_code` text NOT NULL,
	`month` text NOT NULL,
	`planned_fen` integer NOT NULL,
	`completed_fen` integer NOT NULL,
	`in_place_fen` integer NOT NULL,
	`paid_fen` integer NOT NULL,
	`returns` integer NOT NULL,
	`plans` integer NOT NULL,
	PRIMARY KEY(`region_code`, `month`)
);
--> statement-breakpoint
CREATE TABLE `progress_years` (
	`project_id` integer NOT NULL,
	`year` integer NOT NULL,
	`region_code` text NOT NULL,
	`planned_fen` integer,
	`completed_fen` integer,
	`in_place_fen` integer,
	`paid_fen` integer,
	`months` text NOT NULL,
	PRIMARY KEY(`project_id`, `year`)
);
--> statement-breakpoint
CREATE INDEX `progress_years_year` ON `progress_years` (`year`,`project_id`,`planned_fen`,`completed_fen`,`in_place_fen`,`paid_fen`);
--> statement-breakpoint
-- The months of all projects by region, right whoever writes a row: one is only ever inserted and deleted.
CREATE TRIGGER progress_sums_add AFTER INSERT ON progress_years BEGIN
  INSERT INTO progress_sums
    SELECT NEW.region_code, NEW.year || '-' || substr('0' || (key + 1), -2),
      value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
    FROM json_each(NEW.months) WHERE true
    ON CONFLICT (region_code, month) DO UPDATE SET
      planned_fen = planned_fen + excluded.planned_fen,
      completed_fen = completed_fen + excluded.completed_fen,
      in_place_fen = in_place_fen + excluded.in_place_fen,
      paid_fen = paid_fen + excluded.paid_fen,
      returns = returns + excluded.returns,
      plans = plans + excluded.plans;
END;
--> statement-breakpoint
CREATE TRIGGER progress_sums_take AFTER DELETE ON progress_years BEGIN
  INSERT INTO progress_sums
    SELECT OLD.region_code, OLD.year || '-' || substr('0' || (key + 1), -2),
      -(value ->> 0), -(value ->> 1), -(value ->> 2), -(value ->> 3), -(value ->> 4), -(value ->> 5)
    FROM json_each(OLD.months) WHERE true
    ON CONFLICT (region_code, month) DO UPDATE SET
      planned_fen = planned_fen + excluded.planned_fen,
      completed_fen = completed_fen + excluded.completed_fen,
      in_place_fen = in_place_fen + excluded.in_place_fen,
      paid_fen = paid_fen + excluded.paid_fen,
      returns = returns + excluded.returns,
      plans = plans + excluded.plans;
END;
--> statement-breakpoint
CREATE TRIGGER progress_years_keep BEFORE UPDATE ON progress_years
  BEGIN SELECT raise(ABORT, 'progress_years: delete and insert instead'); END;
