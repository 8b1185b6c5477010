import { parseHTML } from 'linkedom';

/** A figure of a page, read back from its HTML. */
export interface ReadFigure {
  readonly id: string;
  readonly text: string;
  /** The statement as the copy button takes it. */
  readonly statement: string;
  readonly caption: string | undefined;
  readonly columns: readonly string[];
  readonly cells: readonly (readonly string[])[];
  readonly hasChart: boolean;
  readonly absence: string | undefined;
}

/** The figures of a page in their order, with their tables as text. */
export function figuresOf(html: string): ReadFigure[] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll('figure')].map((figure) => {
    const all = (selector: string) => [...figure.querySelectorAll(selector)];
    return {
      id: figure.id,
      text: figure.textContent ?? '',
      statement: all('pre code')[0]?.textContent ?? '',
      caption: all('caption')[0]?.textContent ?? undefined,
      columns: all('thead th[scope=col]').map((cell) => cell.textContent ?? ''),
      cells: all('tbody tr').map((row) =>
        [...row.querySelectorAll('th[scope=row], td')].map((cell) => cell.textContent ?? ''),
      ),
      hasChart: all('svg').length > 0,
      absence: all('.absent')[0]?.textContent ?? undefined,
    };
  });
}
