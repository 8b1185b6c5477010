-- frontal_preference: Which view stands for a study
-- grain: scalar: one viewpoint
-- rule: 1 for PA, 2 for AP, 3 for any other
-- tie-break: least image_id, where it is used
-- source: PA is the view in which the heart is measured; projects that keep one image a study prefer it
-- columns:
create macro main.frontal_preference(viewpoint) as case viewpoint when 'PA' then 1 when 'AP' then 2 else 3 end
