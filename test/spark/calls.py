"""Arguments that macros are called with, by name; a query of DuckDB that gives them. Lists are no arguments of a query in Spark 3.5."""

CALLS = {
    "box_status": [dict(x1=10, y1=10, x2=230, y2=20, frame_width=224, frame_height=224), dict(x1=10, y1=10, x2=5, y2=20, frame_width=224, frame_height=224)],
    "chosen_regions": [dict(regions=18), dict(regions=36)],
    "cooccurrence_within": [dict(split_name="train", least_support=2), dict(split_name=None, least_support=1)],
    "finding_cells": [dict(regions=18, rule="state")],
    "finding_matrix": [dict(regions=29, rule="last_mention"), dict(regions=18, rule="any_yes")],
    "frontal_preference": [dict(viewpoint="PA"), dict(viewpoint="LATERAL"), dict(viewpoint=None)],
    "is_finding": [dict(category_id="nlp"), dict(category_id="device")],
    "mention_place": [dict(sent_loc=3, relation="yes", phrase_id="1|3", section="finalreport"), dict(sent_loc=None, relation="no", phrase_id=None, section=None)],
    "names_place": [dict(phrase="Clear right lung base.", place="lower lung zone"), dict(phrase="Apex of the heart.", place="apical zone"), dict(phrase="Apices clear.", place="apical zone")],
    "patient_history": "select patient_id as patient from patients order by n_studies desc, patient_id limit 1",
    "place_pattern": None,
    "region_finding_lists": [dict(regions=26, rule="any_yes")],
    "region_findings_by": [dict(rule="last_mention_final"), dict(rule="state")],
    "report_findings_within": [dict(section_name="finalreport"), dict(section_name=None)],
    "states_place": [dict(phrase="Right basilar opacity.", bbox_name="right lung"), dict(phrase="Opacity.", bbox_name="trachea"), dict(phrase="Opacity.", bbox_name="left lung")],
    "states_side": [dict(phrase="No leftward shift, RLL clear.", side="left"), dict(phrase="No leftward shift, RLL clear.", side="right"), dict(phrase="Clear.", side="midline")],
    "study_report": "select min(study_id) as study from studies",
    "wilson_interval": [dict(k=3, n=10), dict(k=0, n=7)],
    # Lists and structs; queries that put them in place are in LISTS.
    "box_iou": None,
    "cue_values": None,
    "joined": None,
    "shared_area": None,
}  # fmt: skip

# Arguments that are no plain values: as SQL of DuckDB, and as SQL of Spark in place of the marker.
LISTS = {
    "box_iou": [{"one": ("{x1: 0.0::double, y1: 0.0::double, x2: 9.0::double, y2: 9.0::double}", "named_struct('x1', 0.0D, 'y1', 0.0D, 'x2', 9.0D, 'y2', 9.0D)"),
                 "other": ("{x1: 3.0::double, y1: 2.0::double, x2: 13.0::double, y2: 9.5::double}", "named_struct('x1', 3.0D, 'y1', 2.0D, 'x2', 13.0D, 'y2', 9.5D)")}],
    "shared_area": [{"one": ("{x1: 0, y1: 0, x2: 9, y2: 9}", "named_struct('x1', 0, 'y1', 0, 'x2', 9, 'y2', 9)"),
                     "other": ("{x1: 3, y1: 2, x2: 13, y2: null::integer}", "named_struct('x1', 3, 'y1', 2, 'x2', 13, 'y2', cast(null as int))")}],
    "cue_values": [{"cues": ("['severity|yes|mild', 'severity|no|acute', 'plain', 'a|yes|b|c']", "array('severity|yes|mild', 'severity|no|acute', 'plain', 'a|yes|b|c')")},
                   {"cues": ("[]::varchar[]", "cast(array() as array<string>)")}],
    "joined": [{"parts": ("['C1', 'C2']", "array('C1', 'C2')")}, {"parts": ("[]::varchar[]", "cast(array() as array<string>)")}],
}  # fmt: skip


def literal(value):
    return "null" if value is None else f"'{value}'" if isinstance(value, str) else str(value)


def calls_of(name, database):
    """The argument lists of a macro. A macro that nobody has thought of fails."""
    calls = CALLS[name]
    if isinstance(calls, str):
        cursor = database.execute(calls)
        return [dict(zip([column[0] for column in cursor.description], row)) for row in cursor.fetchall()]
    return calls or []
