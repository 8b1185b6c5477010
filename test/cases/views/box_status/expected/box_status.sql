select
  box_status(10, 20, 110, 200, 224, 224) as in_224,
  box_status(10, 20, 110, 200, 100, 300) as in_narrower,
  box_status(10, 20, 110, 200, 300, 100) as in_lower,
  box_status(10, 20, 110, 200, null, 300) as in_unknown,
  box_status(10, 20, 110, 200, 300, null) as in_unknown_too
