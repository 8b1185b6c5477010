import type { Surroundings } from '../load/index.js';
import type { Semantics } from '../load/semantics.js';

type Ontology = NonNullable<Semantics['ontology']>;

/** What was read around the graphs, as `shard.json` has it: a Map has no form in JSON. */
export interface SurroundingsText extends Omit<Surroundings, 'semantics'> {
  readonly semantics: Omit<Semantics, 'ontology'> & {
    readonly ontology?: Omit<Ontology, 'concepts'> & {
      readonly concepts: readonly (readonly [string, readonly string[]])[];
    };
  };
}

/** The form that is written. */
export function surroundingsText({ semantics, ...others }: Surroundings): SurroundingsText {
  const { ontology, ...lists } = semantics;
  if (!ontology) return { ...others, semantics: lists };
  return { ...others, semantics: { ...lists, ontology: { ...ontology, concepts: [...ontology.concepts] } } };
}

/** What was written. */
export function surroundingsOf({ semantics, ...others }: SurroundingsText): Surroundings {
  const { ontology, ...lists } = semantics;
  if (!ontology) return { ...others, semantics: lists };
  return {
    ...others,
    semantics: { ...lists, ontology: { ...ontology, concepts: new Map(ontology.concepts) } },
  };
}
