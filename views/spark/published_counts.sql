-- views/published_counts.sql in Spark SQL, written by `npm run spark`
-- digest: facf2cc4e31fb775
WITH published AS (
  SELECT
    *
  FROM VALUES
    (
      'scene graphs',
      CAST(243310 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'scene graphs, by the page',
      CAST(242072 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the archive holds 243,310, the page counts 242,072'
    ),
    (
      'boxes',
      CAST(8695606 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'boxes per image',
      CAST(35.74 AS DOUBLE),
      CAST(0.005 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'rows of image, region, category and label',
      CAST(7306391 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'listed in train.csv',
      CAST(166521 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY('splits') AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'listed in valid.csv',
      CAST(23953 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY('splits') AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'listed in test.csv',
      CAST(47393 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY('splits') AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'listed in train.csv without a graph',
      CAST(17 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY('splits') AS ARRAY<STRING>),
      TRUE,
      'graphs that were rejected have no row either: see reconciliation'
    ),
    (
      'listed in valid.csv without a graph',
      CAST(2 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY('splits') AS ARRAY<STRING>),
      TRUE,
      'graphs that were rejected have no row either: see reconciliation'
    ),
    (
      'listed in test.csv without a graph',
      CAST(4 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY('splits') AS ARRAY<STRING>),
      TRUE,
      'graphs that were rejected have no row either: see reconciliation'
    ),
    (
      'images to avoid',
      CAST(3821 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY('images_to_avoid') AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'patients to avoid',
      CAST(500 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY('images_to_avoid') AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'patients to avoid, by the page',
      CAST(1000 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('images_to_avoid') AS ARRAY<STRING>),
      TRUE,
      'the file has the 500 gold patients, the page counts 1,000'
    ),
    (
      'sentences, finalreport',
      CAST(2058525 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY('sentences') AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'sentences, history',
      CAST(223331 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY('sentences') AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'sentences, prelimread',
      CAST(58941 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY('sentences') AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'sentences',
      CAST(2340797 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY('sentences') AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'studies with a frontal image',
      CAST(218139 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY('mimic_metadata') AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'reports with a graph, by the page',
      CAST(217013 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the page counts fewer graphs than the archive holds'
    ),
    (
      'comparison relations, at least',
      CAST(670000 AS DOUBLE),
      CAST(0 AS DOUBLE),
      TRUE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'combinations of region, finding and relation',
      CAST(1256 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'how the page counts combinations is not published'
    ),
    (
      'affirmed pairs of region and finding',
      CAST(683 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'combinations of region, comparison and finding',
      CAST(2681 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'gold boxes',
      CAST(25989 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'gold findings with a box',
      CAST(15688 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY('gold_object_attributes') AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'gold comparisons with boxes',
      CAST(3921 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY('gold_object_comparisons') AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'gold comparisons whose previous image is not earlier',
      CAST(187 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY('gold_object_comparisons') AS ARRAY<STRING>),
      TRUE,
      'theirs are dates and times of the MIMIC-CXR metadata'
    ),
    (
      'gold images with 15 standard regions',
      CAST(959 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'which regions are meant is not published'
    ),
    (
      'rgrg: images of train',
      CAST(166504 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY('splits') AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'rgrg: boxes of the 29 regions in train',
      CAST(4787754 AS DOUBLE),
      CAST(4788 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY('splits') AS ARRAY<STRING>),
      TRUE,
      'rgrg judges boxes in the original frame'
    ),
    (
      'rgrg: abnormal regions in train',
      CAST(692292 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY('splits') AS ARRAY<STRING>),
      TRUE,
      'rgrg counts regions with a box, judged in the original frame'
    ),
    (
      'rgrg: regions with text in train',
      CAST(1495717 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY('splits') AS ARRAY<STRING>),
      TRUE,
      'rgrg counts regions with a box, judged in the original frame'
    ),
    (
      'rgrg: regions with text and without a box in train',
      CAST(114038 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY('splits') AS ARRAY<STRING>),
      TRUE,
      'rgrg judges boxes in the original frame'
    ),
    (
      'rgrg: rows of valid',
      CAST(15658 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'rgrg needs the reports, which are no input'
    ),
    (
      'rgrg: rows of test',
      CAST(31271 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'rgrg needs the reports, which are no input'
    ),
    (
      'rgrg: rows of test with fewer boxes',
      CAST(1440 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'rgrg needs the reports, which are no input'
    ),
    (
      'Atelectasis: positive images',
      CAST(82459 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Cardiomegaly: positive images',
      CAST(60397 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Consolidation: positive images',
      CAST(18588 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Edema: positive images',
      CAST(37202 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Enlarged Cardiomediastinum: positive images',
      CAST(7113 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Fracture: positive images',
      CAST(10712 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Lung Lesion: positive images',
      CAST(14812 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Lung Opacity: positive images',
      CAST(161708 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Pleural Effusion: positive images',
      CAST(75407 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Pleural Other: positive images',
      CAST(14796 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Pneumonia: positive images',
      CAST(35755 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Pneumothorax: positive images',
      CAST(10924 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Support Devices: positive images',
      CAST(87103 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Atelectasis: positive regions',
      CAST(266140 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Cardiomegaly: positive regions',
      CAST(60397 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Consolidation: positive regions',
      CAST(59005 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Edema: positive regions',
      CAST(174784 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Enlarged Cardiomediastinum: positive regions',
      CAST(14599 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Fracture: positive regions',
      CAST(13750 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Lung Lesion: positive regions',
      CAST(40549 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Lung Opacity: positive regions',
      CAST(773406 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Pleural Effusion: positive regions',
      CAST(283097 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Pleural Other: positive regions',
      CAST(44085 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Pneumonia: positive regions',
      CAST(106047 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Pneumothorax: positive regions',
      CAST(26048 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'Support Devices: positive regions',
      CAST(331024 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'rows of image, region and class',
      CAST(4101665 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'positive rows of image, region and class',
      CAST(2192931 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the map of findings to classes is not published: ours is label_crosswalk'
    ),
    (
      'positive rows of image, region and class after closure',
      CAST(2337645 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'the map of findings to classes is not published'
    ),
    (
      'images whose lungs fail a check of sides',
      CAST(242 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'their check is not published: ours compares the middles of the boxes, over all images'
    ),
    (
      'progressions of five findings, strict majority of regions',
      CAST(64580 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'A',
      'counted on the release by a reader',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'which pairs of images are taken is not published'
    ),
    (
      'MS-CXR-T: pairs of images',
      CAST(1045 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      'MS-CXR-T',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'the selection of the paper is not published'
    ),
    (
      'MS-CXR-T: labels',
      CAST(1326 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      'MS-CXR-T',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'the selection of the paper is not published'
    ),
    (
      'DiPro: samples of train',
      CAST(3982 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      'DiPro',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'the selection of the paper is not published'
    ),
    (
      'DiPro: samples of valid',
      CAST(560 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      'DiPro',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'the selection of the paper is not published'
    ),
    (
      'DiPro: samples of test',
      CAST(1137 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      'DiPro',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'the selection of the paper is not published'
    ),
    (
      'CURE: instances',
      CAST(12900000 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      'CURE',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'the selection of the paper is not published'
    ),
    (
      'GEMeX: images after cleaning',
      CAST(151025 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      'GEMeX',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'the selection of the paper is not published'
    ),
    (
      'CURE: regions to locate',
      CAST(36 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      'CURE',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'CURE: regions to describe',
      CAST(38 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      'CURE',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'CURE: regions to locate and to describe',
      CAST(29 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      'CURE',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      NULL
    ),
    (
      'MCC of study labels against radiologists, 5 classes',
      CAST(0.78 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      'an evaluation of labels',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'the labels of radiologists are no input; report_label_agreement has CheXpert and NegBio'
    ),
    (
      'MCC of study labels against radiologists, 7 classes',
      CAST(0.8 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      'an evaluation of labels',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'the labels of radiologists are no input; report_label_agreement has CheXpert and NegBio'
    ),
    (
      'MCC of study labels against radiologists, 13 classes',
      CAST(0.66 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      'an evaluation of labels',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'the labels of radiologists are no input; report_label_agreement has CheXpert and NegBio'
    ),
    (
      'MCC of study labels against radiologists, micro',
      CAST(0.67 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      'an evaluation of labels',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'the labels of radiologists are no input; report_label_agreement has CheXpert and NegBio'
    ),
    (
      'MCC of study labels against CXR-LT gold',
      CAST(0.58 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      'an evaluation of labels',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'the labels of radiologists are no input; report_label_agreement has CheXpert and NegBio'
    ),
    (
      'MS-CXR: IoU at 0.3',
      CAST(0.45 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      'an evaluation of boxes',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'evaluate --boxes compares with such a file'
    ),
    (
      'MS-CXR: IoP at 0.3',
      CAST(0.48 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      'an evaluation of boxes',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'evaluate --boxes compares with such a file'
    ),
    (
      'MS-CXR: IoT at 0.3',
      CAST(0.98 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      'an evaluation of boxes',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'evaluate --boxes compares with such a file'
    ),
    (
      'REFLACX: IoU at 0.3',
      CAST(0.42 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      'an evaluation of boxes',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'evaluate --boxes compares with such a file'
    ),
    (
      'REFLACX: IoP at 0.3',
      CAST(0.46 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      'an evaluation of boxes',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'evaluate --boxes compares with such a file'
    ),
    (
      'REFLACX: IoT at 0.3',
      CAST(0.95 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      'an evaluation of boxes',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'evaluate --boxes compares with such a file'
    ),
    (
      'change mentioned: accuracy',
      CAST(0.902 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      '500 annotated reports',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'these annotations are no input'
    ),
    (
      'change mentioned: precision',
      CAST(0.985 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      '500 annotated reports',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'these annotations are no input'
    ),
    (
      'change mentioned: recall',
      CAST(0.712 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      '500 annotated reports',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'these annotations are no input'
    ),
    (
      'change mentioned: F1',
      CAST(0.827 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      '500 annotated reports',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'these annotations are no input'
    ),
    (
      'change mentioned: progression micro-F1',
      CAST(0.785 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'B',
      '500 annotated reports',
      CAST(ARRAY() AS ARRAY<STRING>),
      FALSE,
      'these annotations are no input'
    ),
    (
      'studies of the RDF file',
      CAST(217013 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'C',
      'a reader of the RDF file',
      CAST(ARRAY('rdf_annotations') AS ARRAY<STRING>),
      TRUE,
      'the RDF file is of another version of the graphs; its counts are doubtful'
    ),
    (
      'findings by region, RDF file',
      CAST(6271094 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'C',
      'a reader of the RDF file',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the RDF file is of another version of the graphs; its counts are doubtful'
    ),
    (
      'findings by region, RDF file, affirmed',
      CAST(3744289 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'C',
      'a reader of the RDF file',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the RDF file is of another version of the graphs; its counts are doubtful'
    ),
    (
      'findings by region, RDF file, denied',
      CAST(2526805 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'C',
      'a reader of the RDF file',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the RDF file is of another version of the graphs; its counts are doubtful'
    ),
    (
      'Table 2, sentence, annotations',
      CAST(21593 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 2, sentence, precision',
      CAST(0.932 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 2, sentence, recall',
      CAST(0.945 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 2, sentence, f1',
      CAST(0.939 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 2, report, annotations',
      CAST(16569 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 2, report, precision',
      CAST(0.938 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 2, report, recall',
      CAST(0.939 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 2, report, f1',
      CAST(0.939 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 3, attribute_sensitive, sentence, annotations',
      CAST(5154 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_comparison_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 3, attribute_sensitive, sentence, precision',
      CAST(0.831 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_comparison_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 3, attribute_sensitive, sentence, recall',
      CAST(0.59 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_comparison_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 3, attribute_sensitive, sentence, f1',
      CAST(0.69 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_comparison_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 3, attribute_blind, sentence, annotations',
      CAST(1787 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_comparison_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 3, attribute_blind, sentence, precision',
      CAST(0.856 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_comparison_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 3, attribute_blind, sentence, recall',
      CAST(0.663 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_comparison_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 3, attribute_blind, sentence, f1',
      CAST(0.747 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_comparison_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 3, attribute_sensitive, report, annotations',
      CAST(3993 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_comparison_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 3, attribute_sensitive, report, precision',
      CAST(0.832 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_comparison_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 3, attribute_sensitive, report, recall',
      CAST(0.762 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_comparison_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 3, attribute_sensitive, report, f1',
      CAST(0.796 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_comparison_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 3, attribute_blind, report, annotations',
      CAST(1374 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_comparison_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 3, attribute_blind, report, precision',
      CAST(0.858 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_comparison_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 3, attribute_blind, report, recall',
      CAST(0.79 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_comparison_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 3, attribute_blind, report, f1',
      CAST(0.823 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_comparison_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left lung, annotations',
      CAST(1453 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left lung, f1',
      CAST(0.933 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right lung, annotations',
      CAST(1436 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right lung, f1',
      CAST(0.937 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, cardiac silhouette, annotations',
      CAST(633 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, cardiac silhouette, f1',
      CAST(0.966 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left lower lung zone, annotations',
      CAST(609 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left lower lung zone, f1',
      CAST(0.932 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, mediastinum, annotations',
      CAST(601 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, mediastinum, f1',
      CAST(0.952 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right lower lung zone, annotations',
      CAST(580 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right lower lung zone, f1',
      CAST(0.902 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right hilar structures, annotations',
      CAST(572 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right hilar structures, f1',
      CAST(0.934 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left hilar structures, annotations',
      CAST(571 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left hilar structures, f1',
      CAST(0.944 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, upper mediastinum, annotations',
      CAST(359 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, upper mediastinum, f1',
      CAST(0.94 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left costophrenic angle, annotations',
      CAST(298 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left costophrenic angle, f1',
      CAST(0.908 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right costophrenic angle, annotations',
      CAST(286 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right costophrenic angle, f1',
      CAST(0.918 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left mid lung zone, annotations',
      CAST(173 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left mid lung zone, f1',
      CAST(0.94 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right mid lung zone, annotations',
      CAST(169 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right mid lung zone, f1',
      CAST(0.83 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, aortic arch, annotations',
      CAST(144 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, aortic arch, f1',
      CAST(0.965 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, spine, annotations',
      CAST(132 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, spine, f1',
      CAST(0.824 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right upper lung zone, annotations',
      CAST(117 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right upper lung zone, f1',
      CAST(0.873 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left upper lung zone, annotations',
      CAST(83 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left upper lung zone, f1',
      CAST(0.811 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, abdomen, annotations',
      CAST(80 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, abdomen, f1',
      CAST(0.904 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right hemidiaphragm, annotations',
      CAST(78 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right hemidiaphragm, f1',
      CAST(0.947 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right clavicle, annotations',
      CAST(71 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right clavicle, f1',
      CAST(0.615 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left clavicle, annotations',
      CAST(67 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left clavicle, f1',
      CAST(0.642 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left hemidiaphragm, annotations',
      CAST(65 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left hemidiaphragm, f1',
      CAST(0.93 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right apical zone, annotations',
      CAST(58 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right apical zone, f1',
      CAST(0.852 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, trachea, annotations',
      CAST(57 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, trachea, f1',
      CAST(0.983 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left apical zone, annotations',
      CAST(47 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left apical zone, f1',
      CAST(0.938 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, carina, annotations',
      CAST(41 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, carina, f1',
      CAST(0.975 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, svc, annotations',
      CAST(19 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, svc, f1',
      CAST(0.973 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right atrium, annotations',
      CAST(14 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right atrium, f1',
      CAST(0.963 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, cavoatrial junction, annotations',
      CAST(5 AS DOUBLE),
      CAST(0 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, cavoatrial junction, f1',
      CAST(1 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_attribute_relations') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left lung, iou',
      CAST(0.976 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left lung, corrected',
      CAST(0.099 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right lung, iou',
      CAST(0.983 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right lung, corrected',
      CAST(0.063 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, cardiac silhouette, iou',
      CAST(0.967 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, cardiac silhouette, corrected',
      CAST(0.097 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left lower lung zone, iou',
      CAST(0.955 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left lower lung zone, corrected',
      CAST(0.086 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right lower lung zone, iou',
      CAST(0.968 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right lower lung zone, corrected',
      CAST(0.06 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right hilar structures, iou',
      CAST(0.976 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right hilar structures, corrected',
      CAST(0.041 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left hilar structures, iou',
      CAST(0.971 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left hilar structures, corrected',
      CAST(0.043 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, upper mediastinum, iou',
      CAST(0.994 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, upper mediastinum, corrected',
      CAST(0.014 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left costophrenic angle, iou',
      CAST(0.929 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left costophrenic angle, corrected',
      CAST(0.096 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right costophrenic angle, iou',
      CAST(0.944 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right costophrenic angle, corrected',
      CAST(0.069 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left mid lung zone, iou',
      CAST(0.967 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left mid lung zone, corrected',
      CAST(0.057 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right mid lung zone, iou',
      CAST(0.968 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right mid lung zone, corrected',
      CAST(0.053 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, aortic arch, iou',
      CAST(0.991 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, aortic arch, corrected',
      CAST(0.014 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right upper lung zone, iou',
      CAST(0.972 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right upper lung zone, corrected',
      CAST(0.058 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left upper lung zone, iou',
      CAST(0.968 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left upper lung zone, corrected',
      CAST(0.064 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right hemidiaphragm, iou',
      CAST(0.955 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right hemidiaphragm, corrected',
      CAST(0.079 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right clavicle, iou',
      CAST(0.986 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right clavicle, corrected',
      CAST(0.028 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left clavicle, iou',
      CAST(0.983 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left clavicle, corrected',
      CAST(0.03 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left hemidiaphragm, iou',
      CAST(0.944 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left hemidiaphragm, corrected',
      CAST(0.113 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right apical zone, iou',
      CAST(0.969 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right apical zone, corrected',
      CAST(0.054 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, trachea, iou',
      CAST(0.995 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, trachea, corrected',
      CAST(0.009 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left apical zone, iou',
      CAST(0.963 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left apical zone, corrected',
      CAST(0.062 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, carina, iou',
      CAST(0.994 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, carina, corrected',
      CAST(0.008 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, svc, iou',
      CAST(0.995 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, svc, corrected',
      CAST(0.007 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right atrium, iou',
      CAST(0.979 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right atrium, corrected',
      CAST(0.04 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, cavoatrial junction, iou',
      CAST(0.977 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, cavoatrial junction, corrected',
      CAST(0.043 AS DOUBLE),
      CAST(0.0005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY('gold_bboxes') AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left lung, without_box',
      CAST(0.0003 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right lung, without_box',
      CAST(0.0004 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, cardiac silhouette, without_box',
      CAST(0.0001 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left lower lung zone, without_box',
      CAST(0.0236 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, mediastinum, without_box',
      CAST(0.0002 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right lower lung zone, without_box',
      CAST(0.0227 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right hilar structures, without_box',
      CAST(0.0191 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left hilar structures, without_box',
      CAST(0.0228 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, upper mediastinum, without_box',
      CAST(0.0012 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left costophrenic angle, without_box',
      CAST(0.0063 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right costophrenic angle, without_box',
      CAST(0.0039 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left mid lung zone, without_box',
      CAST(0.0279 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right mid lung zone, without_box',
      CAST(0.0231 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, aortic arch, without_box',
      CAST(0.0062 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, spine, without_box',
      CAST(0.001 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right upper lung zone, without_box',
      CAST(0.0004 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left upper lung zone, without_box',
      CAST(0.0022 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, abdomen, without_box',
      CAST(0.0026 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right hemidiaphragm, without_box',
      CAST(0.0015 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right clavicle, without_box',
      CAST(0.005 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left clavicle, without_box',
      CAST(0.0051 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left hemidiaphragm, without_box',
      CAST(0.0014 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right apical zone, without_box',
      CAST(0.0199 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, trachea, without_box',
      CAST(0.0024 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, left apical zone, without_box',
      CAST(0.024 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, carina, without_box',
      CAST(0.0147 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, svc, without_box',
      CAST(0.0066 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, right atrium, without_box',
      CAST(0.0018 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ),
    (
      'Table 4, cavoatrial junction, without_box',
      CAST(0.0025 AS DOUBLE),
      CAST(0.00005 AS DOUBLE),
      FALSE,
      'page',
      'the dataset\'s page',
      CAST(ARRAY() AS ARRAY<STRING>),
      TRUE,
      'the notebooks of the evaluation are not published: docs/evaluation.md says how ours counts'
    ) AS published(count_name, theirs, tolerance, is_least, confidence, source, needs, is_computed, known)
), measured AS (
  SELECT
    'scene graphs' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM images
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'scene graphs, by the page' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM images
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'boxes' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM objects
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'boxes per image' AS count_name,
    CAST((
      SELECT
        CAST((
          SELECT
            COUNT(*)
          FROM objects
        ) AS DOUBLE) / NULLIF((
          SELECT
            COUNT(*)
          FROM images
        ), 0)
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'rows of image, region, category and label' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM region_findings
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    count_name,
    CAST(ours AS DOUBLE) AS ours
  FROM (
    SELECT
      CONCAT(
        COALESCE(CAST('listed in ' AS STRING), ''),
        COALESCE(CAST(split AS STRING), ''),
        COALESCE(CAST('.csv' AS STRING), '')
      ) AS count_name,
      COUNT(*) AS ours
    FROM splits_if_given
    GROUP BY
      split
  )
  UNION ALL
  SELECT
    count_name,
    CAST(ours AS DOUBLE) AS ours
  FROM (
    SELECT
      CONCAT(
        COALESCE(CAST('listed in ' AS STRING), ''),
        COALESCE(CAST(split AS STRING), ''),
        COALESCE(CAST('.csv without a graph' AS STRING), '')
      ) AS count_name,
      COUNT(*) FILTER(WHERE
        NOT image_id IN (
          SELECT
            image_id
          FROM images
        )) AS ours
    FROM splits_if_given
    GROUP BY
      split
  )
  UNION ALL
  SELECT
    'images to avoid' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM images_to_avoid_if_given
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'patients to avoid' AS count_name,
    CAST((
      SELECT
        COUNT(DISTINCT patient_id)
      FROM images_to_avoid_if_given
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'patients to avoid, by the page' AS count_name,
    CAST((
      SELECT
        COUNT(DISTINCT patient_id)
      FROM images_to_avoid_if_given
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    count_name,
    CAST(ours AS DOUBLE) AS ours
  FROM (
    SELECT
      CONCAT(COALESCE(CAST('sentences, ' AS STRING), ''), COALESCE(CAST(section AS STRING), '')) AS count_name,
      COUNT(*) AS ours
    FROM sentences_if_given
    GROUP BY
      section
  )
  UNION ALL
  SELECT
    'sentences' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM sentences_if_given
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'studies with a frontal image' AS count_name,
    CAST((
      SELECT
        COUNT(DISTINCT study_id)
      FROM mimic_metadata_if_given
      WHERE
        view_position IN ('AP', 'PA')
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'reports with a graph, by the page' AS count_name,
    CAST((
      SELECT
        COUNT(DISTINCT study_id)
      FROM images
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'comparison relations, at least' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM comparison_relations
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'combinations of region, finding and relation' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM (
        SELECT DISTINCT
          bbox_name,
          category_id,
          label_name,
          relation
        FROM region_findings
        UNPIVOT(n FOR relation IN (n_yes, n_no))
        WHERE
          n > 0
      )
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'affirmed pairs of region and finding' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM object_to_attribute_relation_stats
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'combinations of region, comparison and finding' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM object_to_object_comparison_relation_stats
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'gold boxes' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM gold_bboxes_if_given
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'gold findings with a box' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM gold_object_attributes_if_given
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'gold comparisons with boxes' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM gold_object_comparisons_if_given
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'gold comparisons whose previous image is not earlier' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM gold_object_comparisons_if_given AS gold
      JOIN images AS now
        ON now.image_id = gold.image_id
      JOIN images AS before
        ON before.image_id = gold.previous_image_id
      WHERE
        before.study_datetime >= now.study_datetime
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'rgrg: images of train' AS count_name,
    CAST((
      SELECT
        COUNT(DISTINCT listed.image_id)
      FROM (
        SELECT DISTINCT
          image_id
        FROM splits_if_given
        WHERE
          split = 'train'
      ) AS listed
      JOIN images
        USING (image_id)
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'rgrg: boxes of the 29 regions in train' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM region_boxes
      JOIN regions
        USING (bbox_name)
      WHERE
        in_29
        AND image_id IN (
          SELECT DISTINCT
            image_id
          FROM splits_if_given
          WHERE
            split = 'train'
        )
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'rgrg: abnormal regions in train' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM region_findings
      JOIN regions
        USING (bbox_name)
      WHERE
        in_29
        AND label_name = 'abnormal'
        AND category_id = 'nlp'
        AND any_yes
        AND image_id IN (
          SELECT DISTINCT
            image_id
          FROM splits_if_given
          WHERE
            split = 'train'
        )
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'rgrg: regions with text in train' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM (
        SELECT DISTINCT
          image_id,
          bbox_name
        FROM object_phrases
        JOIN regions
          USING (bbox_name)
        WHERE
          in_29
          AND image_id IN (
            SELECT DISTINCT
              image_id
            FROM splits_if_given
            WHERE
              split = 'train'
          )
      )
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'rgrg: regions with text and without a box in train' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM (
        SELECT DISTINCT
          image_id,
          bbox_name
        FROM object_phrases
        JOIN regions
          USING (bbox_name)
        WHERE
          NOT in_29
          AND image_id IN (
            SELECT DISTINCT
              image_id
            FROM splits_if_given
            WHERE
              split = 'train'
          )
      )
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    count_name,
    CAST(ours AS DOUBLE) AS ours
  FROM (
    SELECT
      CONCAT(
        COALESCE(CAST(report_label AS STRING), ''),
        COALESCE(CAST(': positive images' AS STRING), '')
      ) AS count_name,
      COUNT(DISTINCT image_id) AS ours
    FROM label_crosswalk
    JOIN region_findings
      USING (category_id, label_name)
    WHERE
      last_mention = 'yes'
    GROUP BY
      report_label
  )
  UNION ALL
  SELECT
    count_name,
    CAST(ours AS DOUBLE) AS ours
  FROM (
    SELECT
      CONCAT(
        COALESCE(CAST(report_label AS STRING), ''),
        COALESCE(CAST(': positive regions' AS STRING), '')
      ) AS count_name,
      COUNT(DISTINCT STRUCT(image_id, bbox_name)) AS ours
    FROM label_crosswalk
    JOIN region_findings
      USING (category_id, label_name)
    WHERE
      last_mention = 'yes'
    GROUP BY
      report_label
  )
  UNION ALL
  SELECT
    'rows of image, region and class' AS count_name,
    CAST((
      SELECT
        COUNT(DISTINCT STRUCT(image_id, bbox_name, report_label))
      FROM label_crosswalk
      JOIN region_findings
        USING (category_id, label_name)
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'positive rows of image, region and class' AS count_name,
    CAST((
      SELECT
        COUNT(DISTINCT STRUCT(image_id, bbox_name, report_label))
      FROM label_crosswalk
      JOIN region_findings
        USING (category_id, label_name)
      WHERE
        last_mention = 'yes'
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'images whose lungs fail a check of sides' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM region_boxes AS right_lung
      JOIN region_boxes AS left_lung
        USING (image_id)
      WHERE
        right_lung.bbox_name = 'right lung'
        AND left_lung.bbox_name = 'left lung'
        AND right_lung.x1 + right_lung.x2 >= left_lung.x1 + left_lung.x2
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'progressions of five findings, strict majority of regions' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM (
        SELECT
          image_id,
          previous_image_id,
          label_name,
          SUM(n_improved) AS improved,
          SUM(n_worsened) AS worsened,
          SUM(n_no_change) AS same
        FROM pair_progressions
        WHERE
          label_name IN (
            'consolidation',
            'pulmonary edema/hazy opacity',
            'pleural effusion',
            'pneumonia',
            'pneumothorax'
          )
        GROUP BY
          image_id,
          previous_image_id,
          label_name
      )
      WHERE
        GREATEST(improved, worsened, same) * 2 > improved + worsened + same
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'CURE: regions to locate' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM regions
      WHERE
        has_bbox
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'CURE: regions to describe' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM regions
      WHERE
        (
          in_29 OR NOT has_bbox
        ) AND bbox_name <> 'unknown'
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'CURE: regions to locate and to describe' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM regions
      WHERE
        in_29
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'studies of the RDF file' AS count_name,
    CAST((
      SELECT
        COUNT(DISTINCT study_id)
      FROM rdf_annotations_if_given
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    'findings by region, RDF file' AS count_name,
    CAST((
      SELECT
        COUNT(*)
      FROM report_findings
      WHERE
        category_id = 'nlp'
        OR category_id IN ('anatomicalfinding', 'device', 'disease', 'technicalassessment', 'tubesandlines')
    ) AS DOUBLE) AS ours
  UNION ALL
  SELECT
    count_name,
    CAST(ours AS DOUBLE) AS ours
  FROM (
    SELECT
      CONCAT(
        COALESCE(CAST('findings by region, RDF file, ' AS STRING), ''),
        COALESCE(CAST(IF(relation = 'yes', 'affirmed', 'denied') AS STRING), '')
      ) AS count_name,
      COUNT(*) AS ours
    FROM report_findings
    WHERE
      category_id = 'nlp'
      OR category_id IN ('anatomicalfinding', 'device', 'disease', 'technicalassessment', 'tubesandlines')
    GROUP BY
      relation
  )
  UNION ALL
  SELECT
    count_name,
    CAST(ours AS DOUBLE) AS ours
  FROM (
    SELECT
      CONCAT_WS(', ', 'Table 2', level, unnested.item_0) AS count_name,
      unnested.item_1 AS ours
    FROM (
      SELECT
        level,
        COUNT(*) FILTER(WHERE
          outcome = 'tp') AS tp,
        COUNT(*) FILTER(WHERE
          outcome = 'fp') AS fp,
        COUNT(*) FILTER(WHERE
          outcome = 'fn') AS fn
      FROM evaluation_findings
      GROUP BY
        level
    )
    LATERAL VIEW
    INLINE(
      ARRAYS_ZIP(
        COALESCE(ARRAY('annotations', 'precision', 'recall', 'f1'), ARRAY()),
        COALESCE(
          ARRAY(
            CAST((
              tp + fn
            ) AS DOUBLE),
            CAST(tp AS DOUBLE) / NULLIF(tp + fp, 0),
            CAST(tp AS DOUBLE) / NULLIF(tp + fn, 0),
            CAST(2 * tp AS DOUBLE) / NULLIF(2 * tp + fp + fn, 0)
          ),
          ARRAY()
        )
      )
    ) unnested AS item_0, item_1
  )
  UNION ALL
  SELECT
    count_name,
    CAST(ours AS DOUBLE) AS ours
  FROM (
    SELECT
      CONCAT_WS(', ', 'Table 3', matching, level, unnested.item_0) AS count_name,
      unnested.item_1 AS ours
    FROM (
      SELECT
        matching,
        level,
        COUNT(*) FILTER(WHERE
          outcome = 'tp') AS tp,
        COUNT(*) FILTER(WHERE
          outcome = 'fp') AS fp,
        COUNT(*) FILTER(WHERE
          outcome = 'fn') AS fn
      FROM evaluation_comparisons
      GROUP BY
        matching,
        level
    )
    LATERAL VIEW
    INLINE(
      ARRAYS_ZIP(
        COALESCE(ARRAY('annotations', 'precision', 'recall', 'f1'), ARRAY()),
        COALESCE(
          ARRAY(
            CAST((
              tp + fn
            ) AS DOUBLE),
            CAST(tp AS DOUBLE) / NULLIF(tp + fp, 0),
            CAST(tp AS DOUBLE) / NULLIF(tp + fn, 0),
            CAST(2 * tp AS DOUBLE) / NULLIF(2 * tp + fp + fn, 0)
          ),
          ARRAY()
        )
      )
    ) unnested AS item_0, item_1
  )
  UNION ALL
  SELECT
    count_name,
    CAST(ours AS DOUBLE) AS ours
  FROM (
    SELECT
      CONCAT_WS(', ', 'Table 4', bbox_name, unnested.item_0) AS count_name,
      unnested.item_1 AS ours
    FROM evaluation_regions
    LATERAL VIEW
    INLINE(
      ARRAYS_ZIP(
        COALESCE(ARRAY('annotations', 'f1'), ARRAY()),
        COALESCE(ARRAY(CAST(annotations AS DOUBLE), f1), ARRAY())
      )
    ) unnested AS item_0, item_1
  )
  UNION ALL
  SELECT
    count_name,
    CAST(ours AS DOUBLE) AS ours
  FROM (
    SELECT
      CONCAT_WS(', ', 'Table 4', bbox_name, unnested.item_0) AS count_name,
      unnested.item_1 AS ours
    FROM evaluation_regions
    LATERAL VIEW
    INLINE(
      ARRAYS_ZIP(
        COALESCE(ARRAY('iou', 'corrected'), ARRAY()),
        COALESCE(ARRAY(iou, corrected), ARRAY())
      )
    ) unnested AS item_0, item_1
  )
  UNION ALL
  SELECT
    count_name,
    CAST(ours AS DOUBLE) AS ours
  FROM (
    SELECT
      CONCAT_WS(', ', 'Table 4', bbox_name, unnested.item_0) AS count_name,
      unnested.item_1 AS ours
    FROM evaluation_regions
    LATERAL VIEW
    INLINE(
      ARRAYS_ZIP(COALESCE(ARRAY('without_box'), ARRAY()), COALESCE(ARRAY(without_box), ARRAY()))
    ) unnested AS item_0, item_1
  )
), build AS (
  SELECT
    COALESCE(BOOL_OR(value = 'true') FILTER(WHERE
      key = 'is_synthetic'), FALSE) AS is_synthetic,
    (
      SELECT
        COUNT(*)
      FROM images
    ) AS n_graphs,
    (
      SELECT
        COALESCE(
          IF(
            ARRAY_SIZE(COLLECT_LIST(STRUCT(table_name AS item)) FILTER(WHERE
              is_provided)) > 0,
            TRANSFORM(
              COLLECT_LIST(STRUCT(table_name AS item)) FILTER(WHERE
                is_provided),
              boxed -> boxed.item
            ),
            NULL
          ),
          ARRAY()
        )
      FROM provided
    ) AS given
  FROM build_info
), compared AS (
  SELECT
    *,
    FILTER(
      needs,
      need -> NOT IF(NOT need IS NULL, EXISTS(given, item -> item IS NOT DISTINCT FROM need), NULL)
    ) AS absent,
    IF(is_computed AND ARRAY_SIZE(absent) = 0, ours, NULL) AS own
  FROM published
  LEFT JOIN measured
    USING (count_name)
  CROSS JOIN build
)
SELECT
  count_name,
  theirs,
  own AS ours,
  IF(is_synthetic, NULL, own - theirs) AS difference,
  CASE
    WHEN is_synthetic
    THEN 'not applicable: the release is synthetic'
    WHEN NOT is_computed
    THEN CONCAT(
      COALESCE(CAST('not computed: ' AS STRING), ''),
      COALESCE(CAST(known AS STRING), '')
    )
    WHEN ARRAY_SIZE(absent) > 0
    THEN CONCAT(
      COALESCE(CAST('not given: ' AS STRING), ''),
      COALESCE(CAST(ARRAY_JOIN(absent, ', ') AS STRING), '')
    )
    WHEN own IS NULL
    THEN 'not computed: there is nothing to count'
    WHEN own = theirs
    THEN 'equal'
    WHEN ABS(own - theirs) <= tolerance OR is_least AND own > theirs
    THEN 'within tolerance'
    WHEN n_graphs <> 243310
    THEN CONCAT(
      COALESCE(CAST('another number of scene graphs: ' AS STRING), ''),
      COALESCE(CAST(n_graphs AS STRING), ''),
      COALESCE(CAST(' instead of 243310' AS STRING), '')
    )
    ELSE COALESCE(known, 'unexplained')
  END AS reason,
  tolerance,
  confidence,
  source
FROM compared
