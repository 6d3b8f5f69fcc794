/** The form of the filters: controls elsewhere on the page belong to it by this id. */
export const LEDGER_FORM = "ledger-form";
