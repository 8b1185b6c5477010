/** Figures of an export in the form of Visual Genome: columns of visual_genome_counts. */
const figures: readonly { readonly name: string; readonly about: string }[] = [
  { name: 'objects', about: 'regions with a usable box' },
  { name: 'attributes', about: 'findings and verdicts of all objects' },
  { name: 'attributes_left_out', about: 'those of regions without a usable box' },
  { name: 'relationships', about: 'comparisons of a region with an earlier exam' },
  {
    name: 'relationships_left_out',
    about:
      'those without a direction, or whose image, patient, split or box on either side is not among what is written',
  },
  { name: 'region_descriptions', about: 'sentences, each once for every region that it is about' },
  { name: 'region_descriptions_left_out', about: 'those of regions without a usable box' },
];

/** The figures that are stated, with or without descriptions. */
export const figuresOf = (hasDescriptions: boolean) =>
  figures.filter(({ name }) => hasDescriptions || !name.startsWith('region_descriptions'));

/** How the elements of Visual Genome come to be. */
export const ruleOf = (
  frame: string,
  hasDescriptions: boolean,
) => `An image is a scene; its \`image_id\` is its place among all images of the warehouse, \`dicom_id\` its name. Images are sorted by split, then by that place.
Objects are the regions with a usable box, of the 36 that have one; several boxes of one name are their union; \`object_id\` is 100 × \`image_id\` + the number of the region by name.
\`x\`, \`y\`, \`w\`, \`h\` are integers. ${frame}
Attributes of an object are the findings and verdicts that the report mentions of the region, by the last mention: \`pneumothorax\` is affirmed, \`no pneumothorax\` denied; what
is neither is not mentioned, which is no denial. Relationships are comparisons with an earlier exam: \`subject\` is the region of this image, \`object\` the same region
of the previous one, whose \`image_id\` it names; several directions are joined by \`;;\`. Visual Genome has relationships within one image only: its driver
leaves these out of a scene graph, and relationships.json has them.
${
  hasDescriptions
    ? 'Region descriptions are the sentences of the report, each with the box of every region that it is about; an image without one is not in that file.'
    : 'Region descriptions were left out (`--no-descriptions`).'
}
Ids are the same in every export of the warehouse, whatever is chosen. Regions without a usable box can be no object: what is said of them is counted above as left out.
Synsets are UMLS concepts, which synsets.json names, where Visual Genome has those of WordNet.`;

/** How the files are read. */
export const usageOf = `\`\`\`python
import visual_genome.local as vg  # PyPI: visual-genome
images = vg.get_all_image_data(".")
regions = vg.get_all_region_descriptions(".")
vg.add_attrs_to_scene_graphs(".")
vg.save_scene_graphs_by_id(".", "by-id/")
graphs = vg.get_scene_graphs(data_dir="./", image_data_dir="by-id/", max_rels=10**6)
\`\`\`

\`url\` is the path of the image below the root of MIMIC-CXR-JPG.`;
