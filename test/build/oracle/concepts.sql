-- Concept ids of a list of texts, each of which joins several by ;;
create macro concepts(texts) as
  list_filter(flatten(list_transform(texts, lambda text: string_split(text, ';;'))), lambda concept: concept <> '')
