import Database from "better-sqlite3";

/** Whether a database file has this setting, without opening it for writing or bringing it up to date. */
export function peekSetting(path: string, key: string): boolean {
  const file = new Database(path, { readonly: true, fileMustExist: true });
  try {
    return file.prepare("SELECT 1 FROM settings WHERE key = ?").get(key) !== undefined;
  } catch {
    return false;
  } finally {
    file.close();
  }
}
