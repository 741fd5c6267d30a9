/** The request for paper that holds every figure, path and source as well, and for printing it once it does. */

import { create } from 'zustand'

interface WholeReport {
  readonly wanted: boolean
  readonly printing: boolean
}

/** A page that is opened for a printer, as `heartland report` opens it, holds everything from the start. */
export const useWholeReport = create<WholeReport>()(() => ({
  wanted: globalThis.matchMedia('print').matches,
  printing: false,
}))

/** Prints the view with the whole report, which is taken from the page again afterwards. */
export const printWhole = (): void => useWholeReport.setState({ wanted: true, printing: true })

/** Called when all of it stands on the page. */
export const wholeStands = (): void => {
  if (!useWholeReport.getState().printing) return
  useWholeReport.setState({ printing: false })
  globalThis.addEventListener('afterprint', () => useWholeReport.setState({ wanted: false }), { once: true })
  globalThis.print()
}
