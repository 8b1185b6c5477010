from evaluation_regions where bbox_name in ('right lung', 'left lung', 'svc', 'trachea', 'mediastinum', 'descending aorta') order by bbox_name
