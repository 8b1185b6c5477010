select frontal_preference('PA') as pa, frontal_preference('AP') as ap, frontal_preference('LL') as other, frontal_preference(null) as none
