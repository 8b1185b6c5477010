select round(wilson_interval(0, 10).low, 6) as low_of_none, round(wilson_interval(0, 10).high, 6) as high_of_none,
  round(wilson_interval(10, 10).low, 6) as low_of_all, wilson_interval(10, 10).high as high_of_all, round(wilson_interval(5, 10).low, 6) as low_of_half
