/** The name of the open scenario. */

import { useAbout } from '../state/about.ts'
import { scenarioKey, useLive } from '../state/live.ts'
import { type Draft, packageInForce } from '../state/scenario.ts'
import { useStore } from '../state/store.ts'
import type { Language } from '../../language/messages.ts'
import { leversLabel } from '../words/levers-label.ts'
import { wordsIn } from '../words/language.ts'
import { shellWords } from '../words/shell.ts'
import { packageWords } from '../../model/names/packages.ts'
import type { About } from '../worker/answers/about.ts'
import { useLanguage } from './use.ts'

/** As the reader named it, or after the package that it began with; current policy as long as no lever is moved. */
export const draftName = (draft: Draft, language: Language, packages: About['packages'] = []): string => {
  if (draft.name !== '') return draft.name
  const { doNothing, myPackage, changedFrom } = wordsIn(shellWords, language)
  if (Object.keys(draft.policy).length === 0) return doNothing
  const began = packageWords[language][draft.package]
  const standing = packages.find(({ id }) => id === draft.package)?.policy
  if (began === undefined || standing === undefined || Object.keys(standing).length === 0) return myPackage
  return packageInForce(packages, draft) === undefined ? changedFrom(began.name) : began.name
}

export const useDraftName = (): string =>
  draftName(
    useStore(state => state.draft),
    useLanguage(),
    useAbout()?.packages,
  )

/** The scenario on screen by its own name; one without a name that is no package, by its levers. */
export const useLeversName = (): string => {
  const name = useDraftName()
  const language = useLanguage()
  const about = useAbout()
  const draft = useStore(state => state.draft)
  const cost = useLive(state => (state.key === scenarioKey(draft) ? state.cost : undefined))
  if (about === undefined || draft.name !== '' || packageInForce(about.packages, draft) !== undefined) return name
  return leversLabel(draft, about.levers, cost?.gross.items ?? [], language) || name
}
