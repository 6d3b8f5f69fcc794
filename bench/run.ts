import { print } from "./measure";
import { benchLedgerPage } from "./queries/ledger-page";

print("ledger page", await benchLedgerPage(100_000));
