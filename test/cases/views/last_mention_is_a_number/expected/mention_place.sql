select
  mention_place(9, 'yes', '1|9', 'finalreport') < mention_place(10, 'no', '1|10', 'finalreport') as later_is_greater,
  mention_place(null, 'yes', '1|x', 'finalreport') < mention_place(-5, 'no', '1|-5', 'finalreport') as none_is_least,
  mention_place(9, 'no', '1|9', 'finalreport') < mention_place(9, 'yes', '1|9', 'finalreport') as yes_is_greater,
  mention_place(9, 'yes', '1|9', 'finalreport') < mention_place(9, 'yes', '1|9.0', 'finalreport') as then_phrase_id,
  mention_place(9, 'yes', '1|9', 'finalreport') < mention_place(9, 'yes', '1|9', 'prelimread') as then_section
