select joined(['C2', 'C1']) as two, joined([]::varchar[]) as none, joined(null::varchar[]) as unknown
