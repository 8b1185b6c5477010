import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** Width of a chart in its own units; the page shows it as wide as there is room. */
export const WIDTH = 760;

/**
 * Draws a chart as SVG. Colors are variables of page.css, so that it follows the theme of the reader.
 * @param label what a screen reader says of it; undefined where something around it is labeled
 */
export function draw(label: string | undefined, options: Plot.PlotOptions): string {
  const svg = Plot.plot({
    width: WIDTH,
    ...options,
    document: document as NonNullable<Plot.PlotOptions['document']>,
  });
  if (label === undefined) svg.setAttribute('aria-hidden', 'true');
  else {
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', label);
  }
  svg.setAttribute('class', 'chart');
  svg.setAttribute('style', `--width:${options.width ?? WIDTH}px`);
  for (const style of [...svg.querySelectorAll('style')]) style.remove();
  for (const part of [...svg.querySelectorAll('[aria-label]')]) part.removeAttribute('aria-label');
  return shortened(svg.outerHTML);
}

/** Two decimals are finer than a screen shows. */
function shortened(svg: string): string {
  return svg.replace(/<[^>]*>/g, (tag) =>
    tag.replace(/ (?:aria-label)="[^"]*"|(\.\d\d)\d+/g, (found, decimals) => decimals ?? found),
  );
}

/** Room that the longest of some words needs in the margin. */
export function marginFor(words: readonly string[]): number {
  return Math.min(22 + 6.7 * Math.max(4, ...words.map((word) => word.length)), 260);
}

/** A variable of page.css. */
export const color = (name: string): string => `var(--${name})`;
