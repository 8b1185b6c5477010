-- Cardiothoracic ratio by what the report says of the heart, PA images with four sound boxes only
-- denominator: reliable images whose report mentions an enlarged cardiac silhouette, affirmed or denied
-- trap: on AP images the heart is magnified; images without a mention are not images of normal hearts
select relation,
  count(*) as n_images,
  round(median(cardiothoracic_ratio), 3) as median_ratio
from cardiothoracic_ratios
join image_findings using (image_id, study_id, patient_id)
where is_reliable and label_name = 'enlarged cardiac silhouette'
group by relation
order by relation
