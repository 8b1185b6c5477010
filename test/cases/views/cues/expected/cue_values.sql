select cue_values(['severity|yes|mild', 'severity|no|severe', 'hedge', 'texture|yes|a|b']) as cues, cue_values([]) as none
