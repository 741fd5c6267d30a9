/** The common parts of the Share sheet and the menus of charts: links, names of files, and saving. */

import { useMemo, useState } from 'react'
import { linkOf } from '../../scenario/link.ts'
import { useLanguage, useNumbers, useTexts, useWords } from '../shell/use.ts'
import { useDraftName } from '../shell/draft-name.ts'
import { useAbout } from '../state/about.ts'
import { useStore } from '../state/store.ts'
import { nameIn } from '../../language/typeset.ts'
import { problemText } from '../words/problem.ts'
import { shareWords } from '../words/share.ts'
import { shellWords } from '../words/shell.ts'
import { linkedScenario } from './link.ts'

/** The page's own address without its scenario. */
export const pageAddress = (): string => globalThis.location.href.replace(/#.*$/, '')

/** 'Debt, % of GDP' -> 'debt-of-gdp': what a file is called. */
export const fileName = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-|-$/g, '') || 'heartland'

/** Runs what makes a file; problems are told, and the sheet stays. */
export const useWork = (close: () => void) => {
  const { words, language } = useTexts(shareWords)
  const [busy, setBusy] = useState(false)
  const run = (work: () => Promise<string>): void => {
    setBusy(true)
    work()
      .then(
        name => {
          useStore.getState().notify(words.saved(name))
          close()
        },
        (problem: unknown) => useStore.getState().notify(words.failed(problemText(problem, language))),
      )
      .finally(() => setBusy(false))
  }
  return { busy, run }
}

/** Region and package, model, data and simulations: what a picture says of itself. */
export const useImprint = (): string => {
  const shell = useWords(shellWords)
  const numbers = useNumbers()
  const about = useAbout()
  const language = useLanguage()
  const scenario = useDraftName()
  const view = useStore(state => state.view)
  // Figures of the view Answer name the package that they show, which need not be the open scenario.
  const isNamed = view === 'answer'
  // Other views take numbers of simulations of their own, or none, and say so themselves.
  const takesAll = view === 'answer' || view === 'what-if'
  const { members, seed } = useStore(state => state.draft)
  const parts = [
    ...(about === undefined ? [] : [nameIn(about.names, language)]),
    ...(isNamed ? [] : [scenario]),
    'Heartland',
    ...(about === undefined ? [] : [shell.model(about.model.slice(0, 6)), shell.data(about.data.slice(0, 6))]),
    takesAll ? shell.runs(numbers.plain(members, 0), seed) : shell.seed(seed),
  ]
  return parts.join(' · ')
}

/** The link to this scenario with the overlays in view, and what did not fit in. */
export const useLink = (view: string) => {
  const language = useStore(state => state.language)
  const draft = useStore(state => state.draft)
  const kept = useStore(state => state.kept)
  const chart = useStore(state => state.chart)
  const cursor = useStore(state => state.cursor)
  const asks = useStore(state => state.asks)
  const about = useAbout()
  return useMemo(() => {
    const overlays = kept.filter(one => one.shown && one.region === draft.region)
    const { text, left, leftAsks } = linkOf(linkedScenario(view, language, draft, { chart, cursor, overlays, asks }))
    const address = `${pageAddress()}${text}`
    return { address, left: [...left, ...leftAsks], overlays: overlays.length - left.length, draft }
    // The hashes of model and data are known once the region is open.
    // oxlint-disable-next-line exhaustive-deps
  }, [view, language, draft, kept, chart, cursor, about, asks])
}

/** Copies a text and says so. */
export const copy = async (text: string, done: string, failed: string): Promise<void> => {
  const { notify } = useStore.getState()
  try {
    await navigator.clipboard.writeText(text)
    notify(done)
  } catch {
    notify(failed)
  }
}
