/** Tables of documents in Markdown. */

/** The first so many columns are texts, the others numbers. */
export const markdownTable = (
  heads: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
  texts = heads.length,
): string =>
  [heads, heads.map((_, at) => (at < texts ? '---' : '---:')), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n')
