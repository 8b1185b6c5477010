/** Ends the reading of a graph that is not exactly as documented: a trap, after which the host takes the graph back. */
export function refuse(): void {
  unreachable();
}
