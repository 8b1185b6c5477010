from report_label_agreement
where report_label in ('Atelectasis', 'Pneumothorax', 'Pleural Effusion', 'Support Devices', 'No Finding') and labeler = 'chexpert'
  or report_label = 'Atelectasis'
  or report_label = 'all' and labeler = 'chexpert' and uncertain = 'no'
order by labeler, report_label, uncertain
