-- wilson_interval: The 95 % interval of a share
-- grain: scalar: one count of n
-- rule: Wilson's score interval with z = 1.959964, cut at 0 and 1; {low, high}. NULL for n of 0
-- tie-break: none
-- source: it holds for small counts and shares near 0, where the usual interval is too narrow
-- columns:
create macro main.wilson_interval(k, n) as {
  low: greatest(0, (k / n + 1.959964 ^ 2 / n / 2 - sqrt(1.959964 ^ 2 / n * (k / n * (1 - k / n) + 1.959964 ^ 2 / n / 4))) / (1 + 1.959964 ^ 2 / n)),
  high: least(1, (k / n + 1.959964 ^ 2 / n / 2 + sqrt(1.959964 ^ 2 / n * (k / n * (1 - k / n) + 1.959964 ^ 2 / n / 4))) / (1 + 1.959964 ^ 2 / n))
}
