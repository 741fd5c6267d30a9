/** The name of the scenario in hand. */

import { useLanguage, useWords } from '../../shell/use.ts'
import { useAbout } from '../../state/about.ts'
import { sameDraft } from '../../state/scenario.ts'
import { useStore } from '../../state/store.ts'
import { playbookWords } from '../../words/terms/playbooks.ts'
import { shellWords } from '../../words/shell.ts'
import { whatIfWords } from '../../words/what-if.ts'

/** What the scenario in hand is called: as the reader named it, or after the package that it began with. */
export const useDraftName = (): string => {
  const draft = useStore(state => state.draft)
  const words = useWords(shellWords)
  const whatIf = useWords(whatIfWords)
  const language = useLanguage()
  const packages = useAbout()?.packages
  if (draft.name !== '') return draft.name
  const began = playbookWords[language][draft.playbook]
  const standing = packages?.find(({ id }) => id === draft.playbook)?.policy
  if (began === undefined || standing === undefined || Object.keys(standing).length === 0) return words.myPackage
  return sameDraft({ ...draft, policy: standing }, draft) ? began.name : whatIf.changedFrom(began.name)
}
