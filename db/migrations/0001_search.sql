-- Chinese text as overlapping pairs of characters, so that 核桃 and 鸡 are found; no copy of the text is kept.
CREATE VIRTUAL TABLE project_search USING fts5(
  pairs,
  content = '',
  contentless_delete = 1,
  prefix = '1',
  tokenize = "unicode61 remove_diacritics 0"
);
