import { escapeHtml } from './html.js';
import type { Answer, Value } from './rows.js';

/** Whole numbers in groups of three digits, other numbers as they are, an en dash for NULL. */
export function cellText(value: Value): string {
  if (value === null) return '–';
  if (typeof value === 'number')
    return Number.isInteger(value) ? value.toLocaleString('en-US') : String(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value;
}

/** The table of a figure: one column per column of the answer, the first one names the row. */
export function tableHtml({ columns, rows }: Answer, caption: string): string {
  const isNumber = columns.map((name) => rows.some((row) => typeof row[name] === 'number'));
  const align = (i: number) => (isNumber[i] ? ' class="n"' : '');
  const head = columns.map((name, i) => `<th scope="col"${align(i)}>${escapeHtml(name)}</th>`).join('');
  const body = rows.map((row) => {
    const cells = columns.map((name, i) => {
      const text = escapeHtml(cellText(row[name]!));
      return i === 0 ? `<th scope="row"${align(i)}>${text}</th>` : `<td${align(i)}>${text}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const label = escapeHtml(caption);
  return `<div class="scroll" role="region" tabindex="0" aria-label="Table: ${label}"><table><caption>${label}</caption>
<thead><tr>${head}</tr></thead>
<tbody>${body.join('\n')}</tbody></table></div>`;
}
