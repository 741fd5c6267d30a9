/** Key T: opens and closes the table of the chart that has the focus, is under the mouse, or is first in view. */

/** Its own before those of charts in it. */
const tableIn = (place: Element): HTMLDetailsElement | undefined =>
  place.querySelector<HTMLDetailsElement>(':scope > details.tbl, :scope > .below > details.tbl') ??
  place.querySelector<HTMLDetailsElement>('figure details.tbl') ??
  undefined

/** A chart, or a part of the page that is one with its table. */
const charts = 'figure, section'

/** The nearest around an element that has a table. */
const around = (element: Element | null): HTMLDetailsElement | undefined => {
  for (let place = element?.closest(charts); place != null; place = place.parentElement?.closest(charts)) {
    const table = tableIn(place)
    if (table !== undefined) return table
  }
  return undefined
}

const inView = (): HTMLDetailsElement | undefined => {
  const shown = [...document.querySelectorAll(`main :is(${charts})`)].filter(place => {
    const { top, bottom } = place.getBoundingClientRect()
    // A chart of which only the edge is left is not what the reader looks at.
    return bottom > 120 && top < globalThis.innerHeight - 60
  })
  return shown.map(tableIn).find(table => table !== undefined)
}

/** True where there was a table to open or to close. */
export const toggleTable = (): boolean => {
  const focused = document.activeElement === document.body ? null : document.activeElement
  const inside = focused?.closest('main') === null || focused?.id === 'main' ? null : focused
  const table = around(inside) ?? around([...document.querySelectorAll('main :hover')].at(-1) ?? null) ?? inView()
  if (table === undefined) return false
  table.open = !table.open
  if (table.open) table.scrollIntoView({ block: 'nearest' })
  return true
}
