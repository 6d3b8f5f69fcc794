/** Filters, order and columns of the ledger that a person keeps under a name. */
export type SavedView = {
  id: number;
  version: number;
  name: string;
  /** The query of the ledger's address, without `?`. */
  query: string;
  shared: boolean;
  /** Who made it, where that is somebody else. */
  by: string | null;
};
