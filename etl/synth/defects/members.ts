import { posix } from 'node:path';
import { graphText, type SceneGraph } from '../graph.js';
import type { NameIn } from './table.js';

/** A file of a release, before it is packed. */
export interface FaultyMember {
  readonly name: string;
  readonly bytes: Buffer;
  /** What the archive says wrongly of the member, or how its packed bytes are wrong. */
  readonly lie?: Lie;
}

export type Lie =
  | 'encrypted'
  | 'unknown_method'
  | 'bad_packing'
  | 'wrong_checksum'
  | 'wrong_size'
  | 'dangling_link';

export type MemberFault = (member: FaultyMember, graph: SceneGraph) => FaultyMember[];

const lying =
  (lie: Lie): MemberFault =>
  (member) => [{ ...member, lie }];

/** A folder below, whose files come after those of the folder itself. */
function below(name: string, folder: string, prefix = ''): string {
  return posix.join(posix.dirname(name), folder, prefix + posix.basename(name));
}

/** The files of a graph whose fault is that of its file within the archive or folder. */
export const memberFaults: Record<NameIn<'members'>, MemberFault> = {
  dangling_link: lying('dangling_link'),
  climbing_name: ({ name, bytes }) => [{ name: `scene_graph/../../${posix.basename(name)}`, bytes }],
  encrypted: lying('encrypted'),
  unknown_method: lying('unknown_method'),
  bad_packing: lying('bad_packing'),
  wrong_checksum: lying('wrong_checksum'),
  wrong_size: lying('wrong_size'),
  equal_copy: (member, graph) => [
    member,
    { name: below(member.name, 'scene_graph'), bytes: Buffer.from(JSON.stringify(graph)) },
  ],
  other_copy: (member, graph) => {
    const other = { ...graph, viewpoint: graph.viewpoint === 'AP' ? 'PA' : 'AP' };
    return [member, { name: below(member.name, 'scene_graph'), bytes: Buffer.from(graphText(other)) }];
  },
  archiver_leftover: (member) => [
    member,
    { name: below(member.name, '__MACOSX', '._'), bytes: Buffer.from([0, 5, 22, 7, 0, 2, 0, 0]) },
  ],
};
