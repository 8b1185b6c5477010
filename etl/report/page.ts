import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { projectFile } from '../project.js';
import type { Facts } from './facts.js';
import type { Chart, Figure, LegendItem, Section } from './figure.js';
import { escapeHtml } from './html.js';
import type { Answer } from './rows.js';
import { tableHtml } from './table.js';

/** A figure with what its statement answers. */
export interface ShownFigure {
  readonly figure: Figure;
  readonly statement: string;
  readonly answer: Answer;
  /** Why there is nothing to show. */
  readonly absence: string | undefined;
}

/** A section with its figures. */
export interface ShownSection {
  readonly section: Section;
  readonly figures: readonly ShownFigure[];
}

const asset = (name: string) => readFileSync(projectFile('etl', 'report', 'assets', name), 'utf8').trim();

/** The whole page. Its policy forbids every request; the one script that may run is named by its hash. */
export function pageHtml(facts: Facts, sections: readonly ShownSection[], patient?: number): string {
  const style = ['theme.css', 'figures.css', 'layout.css'].map(asset).join('\n');
  const script = `\n${asset('copy_sql.js')}\n`;
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const title = `Chest ImaGenome warehouse: overview${patient === undefined ? '' : ` and patient ${patient}`}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>
${style}
</style>
</head>
<body>
<a class="skip" href="#main">Skip to the figures</a>
${headHtml(facts)}
<div class="columns">
${navigationHtml(sections)}
<main id="main" tabindex="-1">
${sections.map(sectionHtml).join('\n')}
</main>
</div>
${footHtml(facts)}
<p id="copied" role="status" class="hidden"></p>
<script>${script}</script>
</body>
</html>
`;
}

function headHtml({ isSynthetic, hasText, isDerived, numbers }: Facts): string {
  const kind = isSynthetic
    ? 'This warehouse is synthetic: no number on this page says anything of people.'
    : 'This warehouse holds credentialed data: its data use agreement holds for this page, too.';
  const text = hasText ? '' : ' It was built without text.';
  const derived = isDerived ? '' : ' It stores no roll-ups: its views were computed for this page.';
  const facts = numbers.map(
    ({ text, n }) => `<div><dt>${escapeHtml(text)}</dt><dd>${n.toLocaleString('en-US')}</dd></div>`,
  );
  return `<header class="top">
<p class="kicker">Chest ImaGenome warehouse</p>
<h1>Overview</h1>
<p class="kind">${kind}${text}${derived}</p>
<dl class="facts">${facts.join('')}</dl>
</header>`;
}

function navigationHtml(sections: readonly ShownSection[]): string {
  const entries = sections.map(({ section, figures }) => {
    const own = figures.map(
      ({ figure }) => `<li><a href="#${figure.name}">${escapeHtml(figure.title)}</a></li>`,
    );
    return `<li><a href="#s-${section.name}">${escapeHtml(section.title)}</a><ul>${own.join('')}</ul></li>`;
  });
  return `<nav aria-label="Contents"><h2 class="contents-title">Contents</h2><ol>${entries.join('\n')}</ol></nav>`;
}

function sectionHtml({ section, figures }: ShownSection): string {
  const { name, title, lead } = section;
  return `<section aria-labelledby="s-${name}">
<h2 id="s-${name}">${escapeHtml(title)}</h2>
<p class="lead">${withCode(escapeHtml(lead))}</p>
${figures.map(figureHtml).join('\n')}
</section>`;
}

const withCode = (text: string) => text.replace(/`([^`]+)`/g, '<code>$1</code>');

function figureHtml({ figure, statement, answer, absence }: ShownFigure): string {
  const { name, title, caption } = figure;
  const chart =
    absence === undefined
      ? figure.draw?.(answer.rows, `Chart: ${title}. The table has its values.`)
      : undefined;
  const rows = answer.rows.length;
  const count = `${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`;
  const table =
    rows === 0
      ? ''
      : `<details${chart ? '' : ' open'}><summary>Table <span class="row-count">${count}</span></summary>${tableHtml(answer, title)}</details>`;
  return `<figure id="${name}" aria-labelledby="t-${name}">
<h3 id="t-${name}">${escapeHtml(title)}</h3>
<figcaption>${escapeHtml(caption)}</figcaption>
${absence === undefined ? '' : `<p class="absent">${escapeHtml(absence)}</p>`}
${chart ? plotHtml(chart, title) : ''}
${table}
<details><summary>SQL</summary><div class="sql"><button type="button" class="copy" hidden data-of="q-${name}">Copy<span class="hidden"> the SQL of ${escapeHtml(title)}</span></button><pre tabindex="0" aria-label="SQL of ${escapeHtml(title)}"><code id="q-${name}">${escapeHtml(statement)}</code></pre></div></details>
</figure>`;
}

function plotHtml({ html, legend = [] }: Chart, title: string): string {
  const label = escapeHtml(`${title}: chart`);
  return `${legendHtml(legend)}<div class="plot" role="group" tabindex="0" aria-label="${label}">${html}</div>`;
}

function legendHtml(items: readonly LegendItem[]): string {
  if (items.length === 0) return '';
  const entries = items.map(
    ({ text, color, isHollow }) =>
      `<li><span class="swatch${isHollow ? ' hollow' : ''}" style="--swatch:var(--${color})"></span>${escapeHtml(text)}</li>`,
  );
  return `<ul class="legend">${entries.join('')}</ul>\n`;
}

function footHtml({ version, fingerprint, duckdbVersion }: Facts): string {
  return `<footer>
<p>Built by chest-imagenome-warehouse ${escapeHtml(version)} with DuckDB ${escapeHtml(duckdbVersion)}; input <code>${escapeHtml(fingerprint)}</code>.</p>
<p>The statements run as they are: <code>imagenome sql DIR --file FILE</code>, or in DuckDB on <code>imagenome.duckdb</code>. The page has no sentence of a report, and loads nothing.</p>
<p>Cite the dataset: Wu, J., et al. (2021). Chest ImaGenome Dataset (version 1.0.0). PhysioNet. https://doi.org/10.13026/wv01-y230</p>
</footer>`;
}
