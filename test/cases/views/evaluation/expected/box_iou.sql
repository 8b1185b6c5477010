select box_iou({x1: 0, y1: 0, x2: 10, y2: 10}, {x1: 5, y1: 0, x2: 15, y2: 10}) as half_shared,
  box_iou({x1: 0, y1: 0, x2: 10, y2: 10}, {x1: 0, y1: 0, x2: 10, y2: 10}) as same,
  box_iou({x1: 5, y1: 5, x2: 5, y2: 5}, {x1: 5, y1: 5, x2: 5, y2: 5}) as points
