/** Every table of the ledger, by noun. Business tables come in pairs with their history twin. */
export * from "./schema/account";
export * from "./schema/audit/event";
export * from "./schema/audit/finding";
export * from "./schema/audit/proof";
export * from "./schema/calendar";
export * from "./schema/change-request";
export * from "./schema/file";
export * from "./schema/import";
export * from "./schema/ledger";
export * from "./schema/notice";
export * from "./schema/organization";
export * from "./schema/plan";
export * from "./schema/progress";
export * from "./schema/project";
export * from "./schema/return";
