/** The name of the open scenario. */

import { useAbout } from '../state/about.ts'
import { type Draft, packageInForce } from '../state/scenario.ts'
import { useStore } from '../state/store.ts'
import type { Language } from '../../language/messages.ts'
import { wordsIn } from '../words/language.ts'
import { shellWords } from '../words/shell.ts'
import { packageWords } from '../../model/names/packages.ts'
import type { About } from '../worker/answers/about.ts'
import { useLanguage, useWords } from './use.ts'

/** As the reader named it, or after the package that it began with. */
export const draftName = (draft: Draft, language: Language, packages: About['packages'] = []): string => {
  if (draft.name !== '') return draft.name
  const began = packageWords[language][draft.package]
  const standing = packages.find(({ id }) => id === draft.package)?.policy
  if (began === undefined || standing === undefined || Object.keys(standing).length === 0)
    return wordsIn(shellWords, language).myPackage
  return packageInForce(packages, draft) === undefined
    ? wordsIn(shellWords, language).changedFrom(began.name)
    : began.name
}

export const useDraftName = (): string =>
  draftName(
    useStore(state => state.draft),
    useLanguage(),
    useAbout()?.packages,
  )

/** As files and paper call it: current policy as long as no lever is moved. */
export const useScenarioName = (): string => {
  const words = useWords(shellWords)
  const name = useDraftName()
  const unmoved = useStore(({ draft }) => draft.name === '' && Object.keys(draft.policy).length === 0)
  return unmoved ? words.doNothing : name
}
