-- Sums by region, right whoever writes an entry: an entry is only ever inserted and deleted.
CREATE TRIGGER ledger_sums_add AFTER INSERT ON ledger_entries BEGIN
  INSERT INTO ledger_sums VALUES (
    NEW.region_code, 1, NEW.in_current_basis,
    NEW.current_fen IS NOT NULL, coalesce(NEW.current_fen, 0),
    NEW.planned, NEW.plan_investment_fen IS NOT NULL, coalesce(NEW.plan_investment_fen, 0),
    NEW.joint, NEW.joint_fen IS NOT NULL, coalesce(NEW.joint_fen, 0)
  ) ON CONFLICT (region_code) DO UPDATE SET
    projects = projects + 1,
    in_current_basis = in_current_basis + excluded.in_current_basis,
    current_known = current_known + excluded.current_known,
    current_fen = current_fen + excluded.current_fen,
    planned = planned + excluded.planned,
    plan_known = plan_known + excluded.plan_known,
    plan_fen = plan_fen + excluded.plan_fen,
    joint = joint + excluded.joint,
    joint_known = joint_known + excluded.joint_known,
    joint_fen = joint_fen + excluded.joint_fen;
END;
--> statement-breakpoint
CREATE TRIGGER ledger_sums_take AFTER DELETE ON ledger_entries BEGIN
  UPDATE ledger_sums SET
    projects = projects - 1,
    in_current_basis = in_current_basis - OLD.in_current_basis,
    current_known = current_known - (OLD.current_fen IS NOT NULL),
    current_fen = current_fen - coalesce(OLD.current_fen, 0),
    planned = planned - OLD.planned,
    plan_known = plan_known - (OLD.plan_investment_fen IS NOT NULL),
    plan_fen = plan_fen - coalesce(OLD.plan_investment_fen, 0),
    joint = joint - OLD.joint,
    joint_known = joint_known - (OLD.joint_fen IS NOT NULL),
    joint_fen = joint_fen - coalesce(OLD.joint_fen, 0)
  WHERE region_code = OLD.region_code;
END;
--> statement-breakpoint
CREATE TRIGGER ledger_sums_keep BEFORE UPDATE ON ledger_entries
  BEGIN SELECT raise(ABORT, 'ledger_entries: delete and insert instead'); END;
