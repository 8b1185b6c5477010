/** A question that analysts ask often, in SQL over the six tables. */
export interface Question {
  readonly name: string;
  readonly sql: string;
}

/** The questions, two of them about one patient. */
export function questionsAbout(patient: number): readonly Question[] {
  return [
    {
      name: 'findings of one patient',
      sql: `select image_id, bbox_name, category_id, relation, label_name
        from object_attributes where patient_id = ${patient} order by all`,
    },
    {
      name: "one patient's sequence of studies",
      sql: `select study_id, min(study_order) as place, min(study_datetime) as began, count(*) as images
        from images where patient_id = ${patient} group by study_id order by place, began, study_id`,
    },
    {
      name: 'one finding by region',
      sql: `select bbox_name, count(distinct image_id) as images
        from object_attributes where label_name = 'pleural effusion' and relation = 'yes'
        group by bbox_name order by images desc, bbox_name`,
    },
  ];
}
