/** Names the files of docs/theory/sectors, one a sector. */

export const chapterFile = (title: string, place: number): string =>
  `${String(place + 1).padStart(2, '0')}-${title
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '')}.md`
