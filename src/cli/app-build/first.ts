/**
 * Calculates what the app shows before its workers start: the results of its views as they are opened, produced at build
 * time by the code that runs in the page.
 */

import { openOnWasm, type WasmRegion } from '../../analysis/region/wasm-region.ts'
import { openRegion } from '../input/simulation.ts'
import type { ViewName } from '../../app/state/view-names.ts'
import { builtRecord, giveRecord } from '../../app/worker/built-record.ts'
import { type FirstResults, firstResults } from '../../app/worker/first-results.ts'
import { type FirstView, firstView } from '../../app/worker/first-view.ts'
import { withRuns } from '../question/runs.ts'
import { keptResult } from './kept.ts'
import { readAppRecord } from './record.ts'

const opened = new Map<string, WasmRegion>()

const openOnce = (id: string): WasmRegion => {
  const known = opened.get(id)
  if (known !== undefined) return known
  const { region, files } = openRegion(id)
  const open = openOnWasm(region, undefined, undefined, files?.read)
  opened.set(id, open)
  return open
}

const underWay = new Map<string, Promise<unknown>>()

/** All of them run on all threads. */
let last: Promise<unknown> = Promise.resolve()

/** Several parts of a build ask for a result, and it is computed once; one after the other. */
const once = <Found>(name: string, told: () => void, compute: () => Promise<Found>): Promise<Found> => {
  const known = underWay.get(name) as Promise<Found> | undefined
  if (known !== undefined) return known
  const computeNow = (): Promise<Found> => {
    told()
    return compute()
  }
  const reading = keptResult(name, () => {
    const next = last.then(computeNow, computeNow)
    last = next
    return next
  }).finally(() => underWay.delete(name))
  underWay.set(name, reading)
  return reading
}

export const readFirst = (id: string, told: (text: string) => void): Promise<FirstResults> =>
  once(
    `first-${id}`,
    () => told(`Computing current policy of ${id} …`),
    () => firstResults(openOnce(id)),
  )

/** A view of the region that the app begins with; the record is that which the app is built with. */
export const readFirstView = (id: string, view: ViewName, told: (text: string) => void): Promise<FirstView> =>
  once(
    `first-${view}-${id}`,
    () => told(`Computing the first page of ${view} …`),
    () => {
      giveRecord(() => readAppRecord(id, told))
      return firstView(openOnce(id), view, (open, find) =>
        withRuns(open, { err: process.stderr }, runs => find({ ...runs, past: builtRecord(open) })),
      )
    },
  )
