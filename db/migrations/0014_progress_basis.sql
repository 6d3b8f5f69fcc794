CREATE TABLE `progress_changes` (
	`version` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token` text NOT NULL,
	`project_id` integer
);
--> statement-breakpoint
INSERT INTO `progress_changes` (`token`) VALUES (lower(hex(randomblob(8))));
--> statement-breakpoint
ALTER TABLE `progress_sums` ADD `planned_completed_fen` integer NOT NULL DEFAULT 0;--> statement-breakpoint
ALTER TABLE `progress_sums` ADD `planned_in_place_fen` integer NOT NULL DEFAULT 0;--> statement-breakpoint
ALTER TABLE `progress_sums` ADD `planned_paid_fen` integer NOT NULL DEFAULT 0;--> statement-breakpoint
ALTER TABLE `progress_years` ADD `in_current_basis` integer NOT NULL DEFAULT 1;
--> statement-breakpoint
DROP TRIGGER progress_sums_add;
--> statement-breakpoint
DROP TRIGGER progress_sums_take;
--> statement-breakpoint
-- The months of all projects of 现行口径 by region, right whoever writes a row: one is only ever inserted and deleted.
CREATE TRIGGER progress_sums_add AFTER INSERT ON progress_years WHEN NEW.in_current_basis BEGIN
  INSERT INTO progress_sums
    SELECT NEW.region_code, NEW.year || '-' || substr('0' || (key + 1), -2),
      value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,
      (value ->> 1) * (value ->> 5), (value ->> 2) * (value ->> 5), (value ->> 3) * (value ->> 5)
    FROM json_each(NEW.months) WHERE true
    ON CONFLICT (region_code, month) DO UPDATE SET
      planned_fen = planned_fen + excluded.planned_fen,
      completed_fen = completed_fen + excluded.completed_fen,
      in_place_fen = in_place_fen + excluded.in_place_fen,
      paid_fen = paid_fen + excluded.paid_fen,
      returns = returns + excluded.returns,
      plans = plans + excluded.plans,
      planned_completed_fen = planned_completed_fen + excluded.planned_completed_fen,
      planned_in_place_fen = planned_in_place_fen + excluded.planned_in_place_fen,
      planned_paid_fen = planned_paid_fen + excluded.planned_paid_fen;
END;
--> statement-breakpoint
CREATE TRIGGER progress_sums_take AFTER DELETE ON progress_years WHEN OLD.in_current_basis BEGIN
  INSERT INTO progress_sums
    SELECT OLD.region_code, OLD.year || '-' || substr('0' || (key + 1), -2),
      -(value ->> 0), -(value ->> 1), -(value ->> 2), -(value ->> 3), -(value ->> 4), -(value ->> 5),
      -(value ->> 1) * (value ->> 5), -(value ->> 2) * (value ->> 5), -(value ->> 3) * (value ->> 5)
    FROM json_each(OLD.months) WHERE true
    ON CONFLICT (region_code, month) DO UPDATE SET
      planned_fen = planned_fen + excluded.planned_fen,
      completed_fen = completed_fen + excluded.completed_fen,
      in_place_fen = in_place_fen + excluded.in_place_fen,
      paid_fen = paid_fen + excluded.paid_fen,
      returns = returns + excluded.returns,
      plans = plans + excluded.plans,
      planned_completed_fen = planned_completed_fen + excluded.planned_completed_fen,
      planned_in_place_fen = planned_in_place_fen + excluded.planned_in_place_fen,
      planned_paid_fen = planned_paid_fen + excluded.planned_paid_fen;
END;
