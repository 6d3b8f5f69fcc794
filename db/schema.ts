/** Every table of the ledger, by noun. Business tables come in pairs with their history twin. */
export * from "./schema/account";
export * from "./schema/calendar";
export * from "./schema/event";
export * from "./schema/import";
export * from "./schema/ledger";
export * from "./schema/organization";
export * from "./schema/plan";
export * from "./schema/project";
export * from "./schema/return";
