select shared_area({x1: 0, y1: 0, x2: 10, y2: 10}, {x1: 5, y1: 2, x2: 20, y2: 6}) as shared,
  shared_area({x1: 0, y1: 0, x2: 10, y2: 10}, {x1: 10, y1: 0, x2: 20, y2: 10}) as touching,
  shared_area({x1: 0, y1: 0, x2: 10, y2: 10}, {x1: 20, y1: 20, x2: 30, y2: 30}) as apart,
  shared_area({x1: 0, y1: 0, x2: 10, y2: 10}, {x1: 20, y1: 0, x2: 30, y2: 10}) as aside,
  shared_area({x1: 0, y1: 0, x2: 10, y2: 10}, {x1: 2, y1: 20, x2: 8, y2: 30}) as below,
  shared_area({x1: 0, y1: 0, x2: 10, y2: 10}, {x1: 5, y1: 2, x2: 20, y2: null}) as unknown
