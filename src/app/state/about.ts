/** What is known of the region in hand: at once for the one the app begins with, from a worker for others. */

import { first } from 'virtual:heartland/first'
import { create } from 'zustand'
import type { About } from '../worker/answers/about.ts'
import { workers } from '../worker/workers.ts'
import { useStore } from './store.ts'

interface Known {
  readonly known: Readonly<Record<string, About>>
  readonly problem: string | undefined
}

const useKnown = create<Known>()(() => ({ known: { [first.about.region]: first.about }, problem: undefined }))

const asked = new Set<string>()

const ask = (region: string): void => {
  if (asked.has(region)) return
  asked.add(region)
  workers()
    .run.ask('about', region, undefined)
    .then(
      about => useKnown.setState(({ known }) => ({ known: { ...known, [region]: about }, problem: undefined })),
      (problem: Error) => {
        asked.delete(region)
        useKnown.setState({ problem: problem.message })
      },
    )
}

/** Undefined until a worker has opened the region. */
export const useAbout = (): About | undefined => {
  const region = useStore(state => state.draft.region)
  const about = useKnown(state => state.known[region])
  if (about === undefined) ask(region)
  return about
}

/** Why the region could not be opened. */
export const useAboutProblem = (): string | undefined => useKnown(state => state.problem)

/** Outside components: what is known already. */
export const aboutOf = (region: string): About | undefined => useKnown.getState().known[region]

/** Called after a region was opened. */
export const whenAboutChanges = (heard: () => void): (() => void) => useKnown.subscribe(heard)

const forgetting = new Set<(region: string) => void>()

/** Called when the files of a region were replaced: what is kept by its id is then of another region. */
export const whenForgotten = (forget: (region: string) => void): void => {
  forgetting.add(forget)
}

/** After files of a region were brought or replaced. */
export const forgetAbout = (region: string): void => {
  for (const forget of forgetting) forget(region)
  asked.delete(region)
  useKnown.setState(({ known }) => ({
    known: Object.fromEntries(Object.entries(known).filter(([id]) => id !== region)),
  }))
}
