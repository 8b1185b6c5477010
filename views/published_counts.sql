-- published_counts: What others have published of the release, and what this warehouse has
-- grain: published number
-- rule: ours is what the one statement of the number gives over this warehouse, NULL where an input or a statement is absent.
--   difference is ours - theirs. reason, the first that applies: not applicable for a synthetic release, whose difference is NULL, too;
--   not computed, and why; not given, and which input; equal or within tolerance, which is what rounding takes (at least:
--   ours may be greater); another number of scene graphs than the release has; what is known of the difference; unexplained.
--   Written by `npm run docs` from etl/evaluate/published_counts.json
-- tie-break: none
-- source: the dataset's page, its readers and papers: column source. The view reconciliation explains what lists and graphs lack
-- columns:
--   count_name: what is counted
--   theirs: the published number
--   ours: that of this warehouse
--   difference: ours - theirs; NULL where either is, and for a synthetic release
--   reason: equal, within tolerance, or why not
--   tolerance: how far ours may be from it
--   confidence: A counted on the real release, and consistent · B from a paper · C doubtful · page on the dataset's page
--   source: who has published it
with published as (
  from (values
    ('scene graphs', 243310::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, null),
    ('scene graphs, by the page', 242072::double, 0::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the archive holds 243,310, the page counts 242,072'),
    ('boxes', 8695606::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, null),
    ('boxes per image', 35.74::double, 0.005::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, null),
    ('rows of image, region, category and label', 7306391::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, null),
    ('listed in train.csv', 166521::double, 0::double, false, 'A', 'counted on the release by a reader', ['splits']::varchar[], true, null),
    ('listed in valid.csv', 23953::double, 0::double, false, 'A', 'counted on the release by a reader', ['splits']::varchar[], true, null),
    ('listed in test.csv', 47393::double, 0::double, false, 'A', 'counted on the release by a reader', ['splits']::varchar[], true, null),
    ('listed in train.csv without a graph', 17::double, 0::double, false, 'A', 'counted on the release by a reader', ['splits']::varchar[], true, 'graphs that were rejected have no row either: see reconciliation'),
    ('listed in valid.csv without a graph', 2::double, 0::double, false, 'A', 'counted on the release by a reader', ['splits']::varchar[], true, 'graphs that were rejected have no row either: see reconciliation'),
    ('listed in test.csv without a graph', 4::double, 0::double, false, 'A', 'counted on the release by a reader', ['splits']::varchar[], true, 'graphs that were rejected have no row either: see reconciliation'),
    ('images to avoid', 3821::double, 0::double, false, 'A', 'counted on the release by a reader', ['images_to_avoid']::varchar[], true, null),
    ('patients to avoid', 500::double, 0::double, false, 'A', 'counted on the release by a reader', ['images_to_avoid']::varchar[], true, null),
    ('patients to avoid, by the page', 1000::double, 0::double, false, 'page', 'the dataset''s page', ['images_to_avoid']::varchar[], true, 'the file has the 500 gold patients, the page counts 1,000'),
    ('sentences, finalreport', 2058525::double, 0::double, false, 'A', 'counted on the release by a reader', ['sentences']::varchar[], true, null),
    ('sentences, history', 223331::double, 0::double, false, 'A', 'counted on the release by a reader', ['sentences']::varchar[], true, null),
    ('sentences, prelimread', 58941::double, 0::double, false, 'A', 'counted on the release by a reader', ['sentences']::varchar[], true, null),
    ('sentences', 2340797::double, 0::double, false, 'A', 'counted on the release by a reader', ['sentences']::varchar[], true, null),
    ('studies with a frontal image', 218139::double, 0::double, false, 'A', 'counted on the release by a reader', ['mimic_metadata']::varchar[], true, null),
    ('reports with a graph, by the page', 217013::double, 0::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the page counts fewer graphs than the archive holds'),
    ('comparison relations, at least', 670000::double, 0::double, true, 'page', 'the dataset''s page', []::varchar[], true, null),
    ('combinations of region, finding and relation', 1256::double, 0::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'how the page counts combinations is not published'),
    ('affirmed pairs of region and finding', 683::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, null),
    ('combinations of region, comparison and finding', 2681::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, null),
    ('gold boxes', 25989::double, 0::double, false, 'A', 'counted on the release by a reader', ['gold_bboxes']::varchar[], true, null),
    ('gold findings with a box', 15688::double, 0::double, false, 'A', 'counted on the release by a reader', ['gold_object_attributes']::varchar[], true, null),
    ('gold comparisons with boxes', 3921::double, 0::double, false, 'A', 'counted on the release by a reader', ['gold_object_comparisons']::varchar[], true, null),
    ('gold comparisons whose previous image is not earlier', 187::double, 0::double, false, 'A', 'counted on the release by a reader', ['gold_object_comparisons']::varchar[], true, 'theirs are dates and times of the MIMIC-CXR metadata'),
    ('gold images with 15 standard regions', 959::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], false, 'which regions are meant is not published'),
    ('rgrg: images of train', 166504::double, 0::double, false, 'A', 'counted on the release by a reader', ['splits']::varchar[], true, null),
    ('rgrg: boxes of the 29 regions in train', 4787754::double, 4788::double, false, 'A', 'counted on the release by a reader', ['splits']::varchar[], true, 'rgrg judges boxes in the original frame'),
    ('rgrg: abnormal regions in train', 692292::double, 0::double, false, 'A', 'counted on the release by a reader', ['splits']::varchar[], true, 'rgrg counts regions with a box, judged in the original frame'),
    ('rgrg: regions with text in train', 1495717::double, 0::double, false, 'A', 'counted on the release by a reader', ['splits']::varchar[], true, 'rgrg counts regions with a box, judged in the original frame'),
    ('rgrg: regions with text and without a box in train', 114038::double, 0::double, false, 'A', 'counted on the release by a reader', ['splits']::varchar[], true, 'rgrg judges boxes in the original frame'),
    ('rgrg: rows of valid', 15658::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], false, 'rgrg needs the reports, which are no input'),
    ('rgrg: rows of test', 31271::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], false, 'rgrg needs the reports, which are no input'),
    ('rgrg: rows of test with fewer boxes', 1440::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], false, 'rgrg needs the reports, which are no input'),
    ('Atelectasis: positive images', 82459::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Cardiomegaly: positive images', 60397::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Consolidation: positive images', 18588::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Edema: positive images', 37202::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Enlarged Cardiomediastinum: positive images', 7113::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Fracture: positive images', 10712::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Lung Lesion: positive images', 14812::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Lung Opacity: positive images', 161708::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Pleural Effusion: positive images', 75407::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Pleural Other: positive images', 14796::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Pneumonia: positive images', 35755::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Pneumothorax: positive images', 10924::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Support Devices: positive images', 87103::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Atelectasis: positive regions', 266140::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Cardiomegaly: positive regions', 60397::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Consolidation: positive regions', 59005::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Edema: positive regions', 174784::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Enlarged Cardiomediastinum: positive regions', 14599::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Fracture: positive regions', 13750::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Lung Lesion: positive regions', 40549::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Lung Opacity: positive regions', 773406::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Pleural Effusion: positive regions', 283097::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Pleural Other: positive regions', 44085::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Pneumonia: positive regions', 106047::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Pneumothorax: positive regions', 26048::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('Support Devices: positive regions', 331024::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('rows of image, region and class', 4101665::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('positive rows of image, region and class', 2192931::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'the map of findings to classes is not published: ours is label_crosswalk'),
    ('positive rows of image, region and class after closure', 2337645::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], false, 'the map of findings to classes is not published'),
    ('images whose lungs fail a check of sides', 242::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'their check is not published: ours compares the middles of the boxes, over all images'),
    ('progressions of five findings, strict majority of regions', 64580::double, 0::double, false, 'A', 'counted on the release by a reader', []::varchar[], true, 'which pairs of images are taken is not published'),
    ('MS-CXR-T: pairs of images', 1045::double, 0::double, false, 'B', 'MS-CXR-T', []::varchar[], false, 'the selection of the paper is not published'),
    ('MS-CXR-T: labels', 1326::double, 0::double, false, 'B', 'MS-CXR-T', []::varchar[], false, 'the selection of the paper is not published'),
    ('DiPro: samples of train', 3982::double, 0::double, false, 'B', 'DiPro', []::varchar[], false, 'the selection of the paper is not published'),
    ('DiPro: samples of valid', 560::double, 0::double, false, 'B', 'DiPro', []::varchar[], false, 'the selection of the paper is not published'),
    ('DiPro: samples of test', 1137::double, 0::double, false, 'B', 'DiPro', []::varchar[], false, 'the selection of the paper is not published'),
    ('CURE: instances', 12900000::double, 0::double, false, 'B', 'CURE', []::varchar[], false, 'the selection of the paper is not published'),
    ('GEMeX: images after cleaning', 151025::double, 0::double, false, 'B', 'GEMeX', []::varchar[], false, 'the selection of the paper is not published'),
    ('CURE: regions to locate', 36::double, 0::double, false, 'B', 'CURE', []::varchar[], true, null),
    ('CURE: regions to describe', 38::double, 0::double, false, 'B', 'CURE', []::varchar[], true, null),
    ('CURE: regions to locate and to describe', 29::double, 0::double, false, 'B', 'CURE', []::varchar[], true, null),
    ('MCC of study labels against radiologists, 5 classes', 0.78::double, 0::double, false, 'B', 'an evaluation of labels', []::varchar[], false, 'the labels of radiologists are no input; report_label_agreement has CheXpert and NegBio'),
    ('MCC of study labels against radiologists, 7 classes', 0.8::double, 0::double, false, 'B', 'an evaluation of labels', []::varchar[], false, 'the labels of radiologists are no input; report_label_agreement has CheXpert and NegBio'),
    ('MCC of study labels against radiologists, 13 classes', 0.66::double, 0::double, false, 'B', 'an evaluation of labels', []::varchar[], false, 'the labels of radiologists are no input; report_label_agreement has CheXpert and NegBio'),
    ('MCC of study labels against radiologists, micro', 0.67::double, 0::double, false, 'B', 'an evaluation of labels', []::varchar[], false, 'the labels of radiologists are no input; report_label_agreement has CheXpert and NegBio'),
    ('MCC of study labels against CXR-LT gold', 0.58::double, 0::double, false, 'B', 'an evaluation of labels', []::varchar[], false, 'the labels of radiologists are no input; report_label_agreement has CheXpert and NegBio'),
    ('MS-CXR: IoU at 0.3', 0.45::double, 0::double, false, 'B', 'an evaluation of boxes', []::varchar[], false, 'evaluate --boxes compares with such a file'),
    ('MS-CXR: IoP at 0.3', 0.48::double, 0::double, false, 'B', 'an evaluation of boxes', []::varchar[], false, 'evaluate --boxes compares with such a file'),
    ('MS-CXR: IoT at 0.3', 0.98::double, 0::double, false, 'B', 'an evaluation of boxes', []::varchar[], false, 'evaluate --boxes compares with such a file'),
    ('REFLACX: IoU at 0.3', 0.42::double, 0::double, false, 'B', 'an evaluation of boxes', []::varchar[], false, 'evaluate --boxes compares with such a file'),
    ('REFLACX: IoP at 0.3', 0.46::double, 0::double, false, 'B', 'an evaluation of boxes', []::varchar[], false, 'evaluate --boxes compares with such a file'),
    ('REFLACX: IoT at 0.3', 0.95::double, 0::double, false, 'B', 'an evaluation of boxes', []::varchar[], false, 'evaluate --boxes compares with such a file'),
    ('change mentioned: accuracy', 0.902::double, 0::double, false, 'B', '500 annotated reports', []::varchar[], false, 'these annotations are no input'),
    ('change mentioned: precision', 0.985::double, 0::double, false, 'B', '500 annotated reports', []::varchar[], false, 'these annotations are no input'),
    ('change mentioned: recall', 0.712::double, 0::double, false, 'B', '500 annotated reports', []::varchar[], false, 'these annotations are no input'),
    ('change mentioned: F1', 0.827::double, 0::double, false, 'B', '500 annotated reports', []::varchar[], false, 'these annotations are no input'),
    ('change mentioned: progression micro-F1', 0.785::double, 0::double, false, 'B', '500 annotated reports', []::varchar[], false, 'these annotations are no input'),
    ('studies of the RDF file', 217013::double, 0::double, false, 'C', 'a reader of the RDF file', ['rdf_annotations']::varchar[], true, 'the RDF file is of another version of the graphs; its counts are doubtful'),
    ('findings by region, RDF file', 6271094::double, 0::double, false, 'C', 'a reader of the RDF file', []::varchar[], true, 'the RDF file is of another version of the graphs; its counts are doubtful'),
    ('findings by region, RDF file, affirmed', 3744289::double, 0::double, false, 'C', 'a reader of the RDF file', []::varchar[], true, 'the RDF file is of another version of the graphs; its counts are doubtful'),
    ('findings by region, RDF file, denied', 2526805::double, 0::double, false, 'C', 'a reader of the RDF file', []::varchar[], true, 'the RDF file is of another version of the graphs; its counts are doubtful'),
    ('Table 2, sentence, annotations', 21593::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 2, sentence, precision', 0.932::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 2, sentence, recall', 0.945::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 2, sentence, f1', 0.939::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 2, report, annotations', 16569::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 2, report, precision', 0.938::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 2, report, recall', 0.939::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 2, report, f1', 0.939::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 3, attribute_sensitive, sentence, annotations', 5154::double, 0::double, false, 'page', 'the dataset''s page', ['gold_comparison_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 3, attribute_sensitive, sentence, precision', 0.831::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_comparison_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 3, attribute_sensitive, sentence, recall', 0.59::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_comparison_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 3, attribute_sensitive, sentence, f1', 0.69::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_comparison_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 3, attribute_blind, sentence, annotations', 1787::double, 0::double, false, 'page', 'the dataset''s page', ['gold_comparison_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 3, attribute_blind, sentence, precision', 0.856::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_comparison_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 3, attribute_blind, sentence, recall', 0.663::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_comparison_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 3, attribute_blind, sentence, f1', 0.747::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_comparison_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 3, attribute_sensitive, report, annotations', 3993::double, 0::double, false, 'page', 'the dataset''s page', ['gold_comparison_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 3, attribute_sensitive, report, precision', 0.832::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_comparison_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 3, attribute_sensitive, report, recall', 0.762::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_comparison_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 3, attribute_sensitive, report, f1', 0.796::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_comparison_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 3, attribute_blind, report, annotations', 1374::double, 0::double, false, 'page', 'the dataset''s page', ['gold_comparison_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 3, attribute_blind, report, precision', 0.858::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_comparison_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 3, attribute_blind, report, recall', 0.79::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_comparison_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 3, attribute_blind, report, f1', 0.823::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_comparison_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left lung, annotations', 1453::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left lung, f1', 0.933::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right lung, annotations', 1436::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right lung, f1', 0.937::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, cardiac silhouette, annotations', 633::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, cardiac silhouette, f1', 0.966::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left lower lung zone, annotations', 609::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left lower lung zone, f1', 0.932::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, mediastinum, annotations', 601::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, mediastinum, f1', 0.952::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right lower lung zone, annotations', 580::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right lower lung zone, f1', 0.902::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right hilar structures, annotations', 572::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right hilar structures, f1', 0.934::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left hilar structures, annotations', 571::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left hilar structures, f1', 0.944::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, upper mediastinum, annotations', 359::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, upper mediastinum, f1', 0.94::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left costophrenic angle, annotations', 298::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left costophrenic angle, f1', 0.908::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right costophrenic angle, annotations', 286::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right costophrenic angle, f1', 0.918::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left mid lung zone, annotations', 173::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left mid lung zone, f1', 0.94::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right mid lung zone, annotations', 169::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right mid lung zone, f1', 0.83::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, aortic arch, annotations', 144::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, aortic arch, f1', 0.965::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, spine, annotations', 132::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, spine, f1', 0.824::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right upper lung zone, annotations', 117::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right upper lung zone, f1', 0.873::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left upper lung zone, annotations', 83::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left upper lung zone, f1', 0.811::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, abdomen, annotations', 80::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, abdomen, f1', 0.904::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right hemidiaphragm, annotations', 78::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right hemidiaphragm, f1', 0.947::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right clavicle, annotations', 71::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right clavicle, f1', 0.615::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left clavicle, annotations', 67::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left clavicle, f1', 0.642::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left hemidiaphragm, annotations', 65::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left hemidiaphragm, f1', 0.93::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right apical zone, annotations', 58::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right apical zone, f1', 0.852::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, trachea, annotations', 57::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, trachea, f1', 0.983::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left apical zone, annotations', 47::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left apical zone, f1', 0.938::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, carina, annotations', 41::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, carina, f1', 0.975::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, svc, annotations', 19::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, svc, f1', 0.973::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right atrium, annotations', 14::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right atrium, f1', 0.963::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, cavoatrial junction, annotations', 5::double, 0::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, cavoatrial junction, f1', 1::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_attribute_relations']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left lung, iou', 0.976::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left lung, corrected', 0.099::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right lung, iou', 0.983::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right lung, corrected', 0.063::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, cardiac silhouette, iou', 0.967::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, cardiac silhouette, corrected', 0.097::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left lower lung zone, iou', 0.955::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left lower lung zone, corrected', 0.086::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right lower lung zone, iou', 0.968::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right lower lung zone, corrected', 0.06::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right hilar structures, iou', 0.976::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right hilar structures, corrected', 0.041::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left hilar structures, iou', 0.971::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left hilar structures, corrected', 0.043::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, upper mediastinum, iou', 0.994::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, upper mediastinum, corrected', 0.014::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left costophrenic angle, iou', 0.929::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left costophrenic angle, corrected', 0.096::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right costophrenic angle, iou', 0.944::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right costophrenic angle, corrected', 0.069::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left mid lung zone, iou', 0.967::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left mid lung zone, corrected', 0.057::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right mid lung zone, iou', 0.968::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right mid lung zone, corrected', 0.053::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, aortic arch, iou', 0.991::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, aortic arch, corrected', 0.014::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right upper lung zone, iou', 0.972::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right upper lung zone, corrected', 0.058::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left upper lung zone, iou', 0.968::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left upper lung zone, corrected', 0.064::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right hemidiaphragm, iou', 0.955::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right hemidiaphragm, corrected', 0.079::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right clavicle, iou', 0.986::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right clavicle, corrected', 0.028::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left clavicle, iou', 0.983::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left clavicle, corrected', 0.03::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left hemidiaphragm, iou', 0.944::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left hemidiaphragm, corrected', 0.113::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right apical zone, iou', 0.969::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right apical zone, corrected', 0.054::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, trachea, iou', 0.995::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, trachea, corrected', 0.009::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left apical zone, iou', 0.963::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left apical zone, corrected', 0.062::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, carina, iou', 0.994::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, carina, corrected', 0.008::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, svc, iou', 0.995::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, svc, corrected', 0.007::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right atrium, iou', 0.979::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right atrium, corrected', 0.04::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, cavoatrial junction, iou', 0.977::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, cavoatrial junction, corrected', 0.043::double, 0.0005::double, false, 'page', 'the dataset''s page', ['gold_bboxes']::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left lung, without_box', 0.0003::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right lung, without_box', 0.0004::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, cardiac silhouette, without_box', 0.0001::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left lower lung zone, without_box', 0.0236::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, mediastinum, without_box', 0.0002::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right lower lung zone, without_box', 0.0227::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right hilar structures, without_box', 0.0191::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left hilar structures, without_box', 0.0228::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, upper mediastinum, without_box', 0.0012::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left costophrenic angle, without_box', 0.0063::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right costophrenic angle, without_box', 0.0039::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left mid lung zone, without_box', 0.0279::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right mid lung zone, without_box', 0.0231::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, aortic arch, without_box', 0.0062::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, spine, without_box', 0.001::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right upper lung zone, without_box', 0.0004::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left upper lung zone, without_box', 0.0022::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, abdomen, without_box', 0.0026::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right hemidiaphragm, without_box', 0.0015::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right clavicle, without_box', 0.005::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left clavicle, without_box', 0.0051::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left hemidiaphragm, without_box', 0.0014::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right apical zone, without_box', 0.0199::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, trachea, without_box', 0.0024::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, left apical zone, without_box', 0.024::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, carina, without_box', 0.0147::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, svc, without_box', 0.0066::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, right atrium, without_box', 0.0018::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'),
    ('Table 4, cavoatrial junction, without_box', 0.0025::double, 0.00005::double, false, 'page', 'the dataset''s page', []::varchar[], true, 'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts')
  ) as published (count_name, theirs, tolerance, is_least, confidence, source, needs, is_computed, known)
),
measured as (
  select 'scene graphs' as count_name, (select count(*) from main.images)::double as ours
  union all
  select 'scene graphs, by the page' as count_name, (select count(*) from main.images)::double as ours
  union all
  select 'boxes' as count_name, (select count(*) from main.objects)::double as ours
  union all
  select 'boxes per image' as count_name, (select (select count(*) from main.objects) / nullif((select count(*) from main.images), 0))::double as ours
  union all
  select 'rows of image, region, category and label' as count_name, (select count(*) from main.region_findings)::double as ours
  union all
  select count_name, ours::double as ours from (select concat('listed in ', split, '.csv') as count_name, count(*) as ours from optional_inputs.splits_if_given group by split)
  union all
  select count_name, ours::double as ours from (select concat('listed in ', split, '.csv without a graph') as count_name, count(*) filter (image_id not in (select image_id from main.images)) as ours from optional_inputs.splits_if_given group by split)
  union all
  select 'images to avoid' as count_name, (select count(*) from optional_inputs.images_to_avoid_if_given)::double as ours
  union all
  select 'patients to avoid' as count_name, (select count(distinct patient_id) from optional_inputs.images_to_avoid_if_given)::double as ours
  union all
  select 'patients to avoid, by the page' as count_name, (select count(distinct patient_id) from optional_inputs.images_to_avoid_if_given)::double as ours
  union all
  select count_name, ours::double as ours from (select concat('sentences, ', section) as count_name, count(*) as ours from optional_inputs.sentences_if_given group by section)
  union all
  select 'sentences' as count_name, (select count(*) from optional_inputs.sentences_if_given)::double as ours
  union all
  select 'studies with a frontal image' as count_name, (select count(distinct study_id) from optional_inputs.mimic_metadata_if_given where view_position in ('AP', 'PA'))::double as ours
  union all
  select 'reports with a graph, by the page' as count_name, (select count(distinct study_id) from main.images)::double as ours
  union all
  select 'comparison relations, at least' as count_name, (select count(*) from main.comparison_relations)::double as ours
  union all
  select 'combinations of region, finding and relation' as count_name, (select count(*) from (select distinct bbox_name, category_id, label_name, relation from main.region_findings unpivot (n for relation in (n_yes, n_no)) where n > 0))::double as ours
  union all
  select 'affirmed pairs of region and finding' as count_name, (select count(*) from main.object_to_attribute_relation_stats)::double as ours
  union all
  select 'combinations of region, comparison and finding' as count_name, (select count(*) from main.object_to_object_comparison_relation_stats)::double as ours
  union all
  select 'gold boxes' as count_name, (select count(*) from optional_inputs.gold_bboxes_if_given)::double as ours
  union all
  select 'gold findings with a box' as count_name, (select count(*) from optional_inputs.gold_object_attributes_if_given)::double as ours
  union all
  select 'gold comparisons with boxes' as count_name, (select count(*) from optional_inputs.gold_object_comparisons_if_given)::double as ours
  union all
  select 'gold comparisons whose previous image is not earlier' as count_name, (select count(*) from optional_inputs.gold_object_comparisons_if_given as gold join main.images as now on now.image_id = gold.image_id join main.images as before on before.image_id = gold.previous_image_id where before.study_datetime >= now.study_datetime)::double as ours
  union all
  select 'rgrg: images of train' as count_name, (select count(distinct listed.image_id) from (select distinct image_id from optional_inputs.splits_if_given where split = 'train') as listed join main.images using (image_id))::double as ours
  union all
  select 'rgrg: boxes of the 29 regions in train' as count_name, (select count(*) from main.region_boxes join main.regions using (bbox_name) where in_29 and image_id in (select distinct image_id from optional_inputs.splits_if_given where split = 'train'))::double as ours
  union all
  select 'rgrg: abnormal regions in train' as count_name, (select count(*) from main.region_findings join main.regions using (bbox_name) where in_29 and label_name = 'abnormal' and category_id = 'nlp' and any_yes and image_id in (select distinct image_id from optional_inputs.splits_if_given where split = 'train'))::double as ours
  union all
  select 'rgrg: regions with text in train' as count_name, (select count(*) from (select distinct image_id, bbox_name from main.object_phrases join main.regions using (bbox_name) where in_29 and image_id in (select distinct image_id from optional_inputs.splits_if_given where split = 'train')))::double as ours
  union all
  select 'rgrg: regions with text and without a box in train' as count_name, (select count(*) from (select distinct image_id, bbox_name from main.object_phrases join main.regions using (bbox_name) where not in_29 and image_id in (select distinct image_id from optional_inputs.splits_if_given where split = 'train')))::double as ours
  union all
  select count_name, ours::double as ours from (select concat(report_label, ': positive images') as count_name, count(distinct image_id) as ours from main.label_crosswalk join main.region_findings using (category_id, label_name) where last_mention = 'yes' group by report_label)
  union all
  select count_name, ours::double as ours from (select concat(report_label, ': positive regions') as count_name, count(distinct (image_id, bbox_name)) as ours from main.label_crosswalk join main.region_findings using (category_id, label_name) where last_mention = 'yes' group by report_label)
  union all
  select 'rows of image, region and class' as count_name, (select count(distinct (image_id, bbox_name, report_label)) from main.label_crosswalk join main.region_findings using (category_id, label_name))::double as ours
  union all
  select 'positive rows of image, region and class' as count_name, (select count(distinct (image_id, bbox_name, report_label)) from main.label_crosswalk join main.region_findings using (category_id, label_name) where last_mention = 'yes')::double as ours
  union all
  select 'images whose lungs fail a check of sides' as count_name, (select count(*) from main.region_boxes as right_lung join main.region_boxes as left_lung using (image_id) where right_lung.bbox_name = 'right lung' and left_lung.bbox_name = 'left lung' and right_lung.x1 + right_lung.x2 >= left_lung.x1 + left_lung.x2)::double as ours
  union all
  select 'progressions of five findings, strict majority of regions' as count_name, (select count(*) from (select image_id, previous_image_id, label_name, sum(n_improved) as improved, sum(n_worsened) as worsened, sum(n_no_change) as same from main.pair_progressions where label_name in ('consolidation', 'pulmonary edema/hazy opacity', 'pleural effusion', 'pneumonia', 'pneumothorax') group by image_id, previous_image_id, label_name) where greatest(improved, worsened, same) * 2 > improved + worsened + same)::double as ours
  union all
  select 'CURE: regions to locate' as count_name, (select count(*) from main.regions where has_bbox)::double as ours
  union all
  select 'CURE: regions to describe' as count_name, (select count(*) from main.regions where (in_29 or not has_bbox) and bbox_name <> 'unknown')::double as ours
  union all
  select 'CURE: regions to locate and to describe' as count_name, (select count(*) from main.regions where in_29)::double as ours
  union all
  select 'studies of the RDF file' as count_name, (select count(distinct study_id) from optional_inputs.rdf_annotations_if_given)::double as ours
  union all
  select 'findings by region, RDF file' as count_name, (select count(*) from main.report_findings where category_id = 'nlp' or category_id in ('anatomicalfinding', 'device', 'disease', 'technicalassessment', 'tubesandlines'))::double as ours
  union all
  select count_name, ours::double as ours from (select concat('findings by region, RDF file, ', if(relation = 'yes', 'affirmed', 'denied')) as count_name, count(*) as ours from main.report_findings where category_id = 'nlp' or category_id in ('anatomicalfinding', 'device', 'disease', 'technicalassessment', 'tubesandlines') group by relation)
  union all
  select count_name, ours::double as ours from (select concat_ws(', ', 'Table 2', level, unnest(['annotations', 'precision', 'recall', 'f1'])) as count_name, unnest([(tp + fn)::double, tp / nullif(tp + fp, 0), tp / nullif(tp + fn, 0), 2 * tp / nullif(2 * tp + fp + fn, 0)]) as ours from (select level, count(*) filter (outcome = 'tp') as tp, count(*) filter (outcome = 'fp') as fp, count(*) filter (outcome = 'fn') as fn from main.evaluation_findings group by level))
  union all
  select count_name, ours::double as ours from (select concat_ws(', ', 'Table 3', matching, level, unnest(['annotations', 'precision', 'recall', 'f1'])) as count_name, unnest([(tp + fn)::double, tp / nullif(tp + fp, 0), tp / nullif(tp + fn, 0), 2 * tp / nullif(2 * tp + fp + fn, 0)]) as ours from (select matching, level, count(*) filter (outcome = 'tp') as tp, count(*) filter (outcome = 'fp') as fp, count(*) filter (outcome = 'fn') as fn from main.evaluation_comparisons group by matching, level))
  union all
  select count_name, ours::double as ours from (select concat_ws(', ', 'Table 4', bbox_name, unnest(['annotations', 'f1'])) as count_name, unnest([annotations::double, f1]) as ours from main.evaluation_regions)
  union all
  select count_name, ours::double as ours from (select concat_ws(', ', 'Table 4', bbox_name, unnest(['iou', 'corrected'])) as count_name, unnest([iou, corrected]) as ours from main.evaluation_regions)
  union all
  select count_name, ours::double as ours from (select concat_ws(', ', 'Table 4', bbox_name, unnest(['without_box'])) as count_name, unnest([without_box]) as ours from main.evaluation_regions)
),
build as (
  select
    coalesce(bool_or(value = 'true') filter (key = 'is_synthetic'), false) as is_synthetic,
    (select count(*) from main.images) as n_graphs,
    (select coalesce(list(table_name) filter (is_provided), []) from optional_inputs.provided) as given
  from main.build_info
),
compared as (
  select *,
    list_filter(needs, lambda need: not list_contains(given, need)) as absent,
    if(is_computed and len(absent) = 0, ours, null) as own
  from published
  left join measured using (count_name)
  cross join build
)
select count_name, theirs,
  own as ours,
  if(is_synthetic, null, own - theirs) as difference,
  case
    when is_synthetic then 'not applicable: the release is synthetic'
    when not is_computed then concat('not computed: ', known)
    when len(absent) > 0 then concat('not given: ', array_to_string(absent, ', '))
    when own is null then 'not computed: there is nothing to count'
    when own = theirs then 'equal'
    when abs(own - theirs) <= tolerance or is_least and own > theirs then 'within tolerance'
    when n_graphs <> 243310 then concat('another number of scene graphs: ', n_graphs, ' instead of 243310')
    else coalesce(known, 'unexplained')
  end as reason,
  tolerance, confidence, source
from compared
