import { changedSince, noteChanged } from "./changed";
import { copyTable } from "./copy";
import { type Building, breathe } from "./file";
import { pastTables } from "./tables";

/** Puts every business row of these tables as it was, one table at a time. `done` is told the share of tables so far. */
export async function fillBusinessTables(
  building: Building,
  tables: readonly string[],
  done: (share: number) => void = () => {},
): Promise<void> {
  const past = pastTables().filter(({ current }) => tables.includes(current));
  for (const [place, { current, history }] of past.entries()) {
    noteChanged(building, current);
    await breathe();
    const { columns, others, missing } = changedSince(building, current);
    const changed = `temp."changed_${current}" AS changed`;
    copyTable(building, current, {
      past: {
        from: `${changed} CROSS JOIN ledger."${history}" AS past ON past.history_id = changed.history_id`,
        id: "changed.id",
      },
      columns,
      others,
      without: `SELECT id FROM ${changed} WHERE history_id IS NULL`,
      missing,
    });
    done((place + 1) / past.length);
    await breathe();
  }
}
