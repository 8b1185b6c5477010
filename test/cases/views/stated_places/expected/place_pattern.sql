select place, regexp_matches('RUL and the apex, then CP angles', place_pattern(place)) as is_named
from (values ('upper lung zone'), ('apical zone'), ('costophrenic angle'), ('clavicle'), ('somewhere')) as places (place)
order by place
