import classes from '../vocabulary/finding_classes.json' with { type: 'json' };

/** The 14 classes of the CheXpert labeler, and the labels of scene graphs that stand for each here. */
export const findingClasses: Readonly<Record<string, readonly string[]>> = classes;

const classByLabel = new Map(
  Object.entries(findingClasses).flatMap(([name, labels]) => labels.map((label) => [label, name] as const)),
);

/** The class of a label (of one in two, the later); undefined for labels of no class. */
export function classOf(label: string): string | undefined {
  return classByLabel.get(label);
}
