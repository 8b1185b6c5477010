select key[6:] as table_name, value::bigint as n_rows
from build_info
where key[6:] in ('images', 'objects', 'object_phrases', 'object_attributes', 'phrases', 'comparison_relations', 'quarantine', 'data_issues')
  and starts_with(key, 'rows_')
order by n_rows desc, table_name
