import { DataFactory, Writer } from 'n3';
import { iriOf, namespace, partsOf, skos, umls } from './rdf_iri.js';
import type { RdfStudy } from './rdf_study.js';

const { namedNode, literal, quad } = DataFactory;

/** Studies as N-Triples or Turtle, as far as they are written; a concept is described once. */
export class TripleText {
  #pieces: string[] = [];
  readonly #writer: Writer;
  /** Triples of concepts that are written. */
  readonly #said = new Set<string>();

  constructor(form: 'ntriples' | 'turtle') {
    const stream = {
      write: (text: string, _encoding: string, done?: () => void) => {
        this.#pieces.push(text);
        done?.();
      },
      end: (done?: () => void) => done?.(),
    };
    const turtle = { format: 'Turtle', prefixes: { ci: namespace, skos, umls } };
    this.#writer = new Writer(stream, form === 'turtle' ? turtle : { format: 'N-Triples' });
  }

  begin(): string {
    return this.#taken();
  }

  study({ study_id, edges }: RdfStudy): string {
    const study = iriOf('study', study_id);
    this.#add(study, 'study_id', literal(study_id));
    for (const [[subject, subject_type], [object, object_type], relation] of edges) {
      if (relation === 'has_location') {
        const location = locationOf(study_id, subject);
        this.#add(study, 'has_location', namedNode(location));
        this.#add(location, 'region', namedNode(this.#concept(subject, subject_type)));
      } else if (relation === 'p2c' || relation === 'c2p') {
        const narrower = relation === 'p2c' ? 'narrower' : 'broader';
        this.#once(this.#concept(subject, subject_type), narrower, this.#concept(object, object_type));
      } else {
        const predicate = relation.startsWith('NOT_') ? 'denies' : 'affirms';
        const finding = namedNode(this.#concept(subject, subject_type));
        this.#add(locationOf(study_id, object), predicate, finding);
      }
    }
    return this.#taken();
  }

  end(): string {
    this.#writer.end();
    return this.#taken();
  }

  #add(subject: string, predicate: string, object: ReturnType<typeof namedNode | typeof literal>): void {
    this.#writer.addQuad(quad(namedNode(subject), namedNode(namespace + predicate), object));
  }

  /** Describes a concept where that is new, and gives its IRI. */
  #concept(node: string, type: string): string {
    const { name, cuis } = partsOf(node);
    const iri = type === 'location' ? iriOf('region', name) : iriOf(type.replace('_annotation', ''), name);
    if (!this.#said.has(iri)) {
      this.#said.add(iri);
      this.#writer.addQuad(quad(namedNode(iri), namedNode(`${skos}prefLabel`), literal(name)));
    }
    for (const cui of cuis) this.#once(iri, 'closeMatch', umls + encodeURIComponent(cui));
    return iri;
  }

  #once(subject: string, predicate: string, object: string): void {
    const key = `${subject} ${predicate} ${object}`;
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.#writer.addQuad(quad(namedNode(subject), namedNode(skos + predicate), namedNode(object)));
  }

  #taken(): string {
    const text = this.#pieces.join('');
    this.#pieces = [];
    return text;
  }
}

const locationOf = (study_id: number, node: string) => iriOf('study', study_id, 'region', partsOf(node).name);
