import { buildShard, type ShardOptions, type ShardSummary } from '../build_shard.js';
import { EXIT } from '../error.js';
import { stagesOf } from '../progress.js';
import { placeText } from '../shards/place.js';
import { siblingShards } from '../shards/siblings.js';
import { commandLine } from '../terminal/program.js';
import { type Screen, screenOf } from '../terminal/screen.js';
import { shownWords } from '../terminal/visible.js';
import { wrapped } from '../terminal/wrap.js';
import type { Io, Values } from './command.js';
import { count, duration } from './format.js';
import { untilInterrupted } from './interrupt.js';
import { showResult } from './show_build.js';
import { withProgress } from './with_progress.js';

/** Builds one shard, and gives the exit code of `imagenome build --shard`. */
export async function runShard(options: ShardOptions, values: Values, io: Io): Promise<number> {
  const { summary } = await untilInterrupted(io, {
    message: 'interrupted; the earlier shard is as it was.',
    done: 'interrupted when the new shard was published; it is whole.',
    work: (signal, onPublished) =>
      withProgress(stagesOf.shard, values, io, (progress) =>
        buildShard({ ...options, signal, onPublished }, progress),
      ),
  });
  const text = values.json
    ? `${JSON.stringify({ event: 'done', ...summary })}\n`
    : shardText(summary, screenOf(io.out, io.env));
  await showResult(summary, text, io, 'shard');
  return summary.rows.quarantine === 0 ? EXIT.done : EXIT.quarantined;
}

/** What a person sees of a finished shard. */
function shardText(summary: ShardSummary, screen: Screen): string {
  const { out, shard, seconds, chunks, plannedChunks, graphs, plannedGraphs, rows } = summary;
  const what = `shard ${placeText(shard)}, ${count(chunks)} of ${count(plannedChunks)} chunks with ${count(graphs)} of ${count(plannedGraphs)} scene graphs`;
  const sentence = summary.upToDate
    ? `${out} is up to date: ${what}. --no-reuse builds it all the same.`
    : `${out}: ${what}, in ${duration(seconds)}.`;
  const lines = wrapped(sentence, screen.columns);
  if (!summary.upToDate && summary.reusedChunks > 0) {
    lines.push(`Used again, as an earlier build had flattened them: ${count(summary.reusedChunks)} chunks`);
  }
  if (rows.quarantine) lines.push(`Quarantined: ${count(rows.quarantine)}`);
  const folders = siblingShards(out, shard);
  if (folders === undefined) {
    lines.push(
      ...wrapped('When all shards are there, imagenome assemble joins their folders.', screen.columns),
    );
  } else {
    lines.push(
      shard.of === 1 ? 'Next:' : 'When all shards are there:',
      commandLine(['assemble', ...folders, '--out', 'output/warehouse'], screen.columns),
    );
  }
  return shownWords(`${lines.join('\n')}\n`, screen);
}
