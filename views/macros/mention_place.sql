-- mention_place: Where a mention stands in its report: the greatest is the last mention
-- grain: scalar: one mention
-- rule: by sent_loc, a number: sentence 10 comes after sentence 9; NULL is least
-- tie-break: yes over no at the same sent_loc; then the greatest phrase_id, then the greatest section (NULL is least)
-- source: the dataset page: the last relation of a report stands, as conclusions supersede
-- columns:
create macro main.mention_place(sent_loc, relation, phrase_id, section) as {
  sent_loc: coalesce(sent_loc::double, '-infinity'::double),
  relation: relation,
  phrase_id: phrase_id,
  has_section: section is not null,
  section: section
}
