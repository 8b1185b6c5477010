import type { DuckDBConnection } from '@duckdb/node-api';
import { UserError } from '../error.js';
import { evaluate } from '../evaluate/index.js';
import { version as ownVersion } from '../project.js';
import { readFacts } from './facts.js';
import type { Figure } from './figure.js';
import { pageHtml, type ShownFigure } from './page.js';
import { readAnswer } from './rows.js';
import { sectionsOf } from './sections/index.js';
import { statementOf } from './statement.js';

/** What a page is made of. */
export interface PageOptions {
  readonly connection: DuckDBConnection;
  /** Adds a section on this patient. */
  readonly patient?: number | undefined;
}

/** How intervals of the evaluation are drawn: as `imagenome evaluate` does unless an option says otherwise. */
const bootstrap = { draws: 1000, seed: 1 };

/**
 * The overview page of a warehouse: one HTML file that loads nothing. The same warehouse gives the same bytes.
 * @throws UserError when the warehouse lacks views of this version
 */
export async function overviewPage({ connection, patient }: PageOptions): Promise<string> {
  const facts = await readFacts(connection);
  const hasGold = [...facts.provided].some((name) => name.startsWith('gold_'));
  const evaluation = hasGold
    ? await evaluate(connection, facts.isSynthetic, bootstrap).catch((error) =>
        explained(error, facts.version),
      )
    : undefined;
  const shown = async (figure: Figure): Promise<ShownFigure> => {
    const statement = statementOf(figure.name, patient);
    const plain = await readAnswer(connection, statement).catch((error) => explained(error, facts.version));
    const lacking = (figure.needs ?? []).find((names) => !names.some((name) => facts.provided.has(name)));
    if (lacking) return { figure, statement, answer: { ...plain, rows: [] }, absence: absenceOf(lacking) };
    const isEmpty = figure.isEmpty?.(plain.rows) ?? plain.rows.length === 0;
    const answer = evaluation && figure.extend ? figure.extend(plain, evaluation) : plain;
    return { figure, statement, answer, absence: isEmpty ? figure.empty : undefined };
  };
  const sections = [];
  for (const section of sectionsOf(patient !== undefined)) {
    const figures: ShownFigure[] = [];
    for (const figure of section.figures) figures.push(await shown(figure));
    sections.push({ section, figures });
  }
  return pageHtml(facts, sections, patient);
}

/** A warehouse of another version may lack a view, or a column of one. @throws always */
function explained(error: unknown, version: string): never {
  const message = error instanceof Error ? error.message : '';
  if (!/^\{"exception_type":"(Catalog|Binder)"|^(Catalog|Binder) Error: /.test(message)) throw error;
  throw new UserError(
    `report: expected the views of version ${ownVersion}, found a warehouse of version ${version} without some of them; build it again: ` +
      'imagenome build INPUT --out DIR',
  );
}

/** Why there is nothing to show without any of these optional tables. */
const absenceOf = (lacking: readonly string[]) =>
  `The build was not given ${lacking.join(' or ')}, so there is nothing to show here.`;
