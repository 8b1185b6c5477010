select states_side('Left lung.', 'left') as left_side, states_side('Left lung.', 'right') as right_side,
  states_side('Left lung.', 'midline') as no_side, states_side(null, 'left') as no_text,
  states_place('Upper lobe.', 'left lung') as lung, states_place('Upper lobe.', 'spine') as no_place,
  names_place('Upper lobe.', 'upper lung zone') as zone, names_place('Upper lobe.', 'spine') as other_place
