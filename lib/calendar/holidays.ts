/**
 * Days off and working weekends of the State Council's yearly notice (国办发明电〔2024〕12号 of 2024-11-12 for 2025,
 * 国办发明电〔2025〕7号 of 2025-11-04 for 2026). Both years were compared day by day with the full text as Xinhua
 * published it, in two reprints each; the notice on the government's own site could not be looked up, and the number of
 * the second one was found in one reprint only. A year that is not here is not known: then only weekends are off, and
 * `holidaysKnown()` says so. Later notices go into the table `calendar_days`.
 */
type Year = { off: [from: string, to: string][]; working: string[] };

export const HOLIDAYS: Record<string, Year> = {
  "2025": {
    off: [
      ["01-01", "01-01"],
      ["01-28", "02-04"],
      ["04-04", "04-06"],
      ["05-01", "05-05"],
      ["05-31", "06-02"],
      ["10-01", "10-08"],
    ],
    working: ["01-26", "02-08", "04-27", "09-28", "10-11"],
  },
  "2026": {
    off: [
      ["01-01", "01-03"],
      ["02-15", "02-23"],
      ["04-04", "04-06"],
      ["05-01", "05-05"],
      ["06-19", "06-21"],
      ["09-25", "09-27"],
      ["10-01", "10-07"],
    ],
    working: ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"],
  },
};

/** The notice that each built-in year comes from. */
export const HOLIDAY_NOTICES: Record<string, string> = {
  "2025": "国办发明电〔2024〕12号",
  "2026": "国办发明电〔2025〕7号",
};
