-- states_side: Whether a sentence names a side
-- grain: scalar: one sentence and one side
-- rule: left or right as a word of its own (left-sided, left lung; not leftward, bright or upright), L and R as capitals, lt and rt, LUL,
--   LLL, LUQ and RUL, RML, RLL, RUQ; lingula is left and the middle lobe right, as the other side has none. Both sides are named by
--   both, bilateral and the words that begin with bi- (bibasilar, biapical, bihilar), and by each or either side. NULL for a side that is
--   neither left nor right, and without text
-- tie-break: none; a sentence that names both sides names each
-- source: the share of positive images whose sentence states a side was published by finding, from 90 % (pleural effusion) to 13 %
--   (cardiomegaly); the words are those of reports
-- columns:
create macro main.states_side(phrase, side) as case side
  when 'left' then regexp_matches(phrase, '(?i:\b(?:left|left-?sided|lt|lul|lll|luq|lingular?|both|bi-?(?:lateral|laterally|basilar|basal|apical|hilar)|(?:each|either)\s+(?:side|lung|base|apex|hemithorax))\b)|\bL(?:[\s.,;:/)]|$)')
  when 'right' then regexp_matches(phrase, '(?i:\b(?:right|right-?sided|rt|rul|rml|rll|ruq|middle[\s-]+lobes?|both|bi-?(?:lateral|laterally|basilar|basal|apical|hilar)|(?:each|either)\s+(?:side|lung|base|apex|hemithorax))\b)|\bR(?:[\s.,;:/)]|$)')
end
