/** The choice of the scenario, and the package that pages on what a policy does explain: the reader's own, or one of ours. */

import type { Policy } from '../../engine/scenario.ts'
import { useTexts } from '../shell/use.ts'
import { useAbout } from '../state/about.ts'
import { draftOf, packageInForce, startingPackage } from '../state/scenario.ts'
import { useStore } from '../state/store.ts'
import { takePackage } from '../state/take-package.ts'
import { isQuestion, questionEntries, type QuestionEntry } from '../../questions/index.ts'
import type { About } from '../worker/answers/about.ts'
import { shellWords } from '../words/shell.ts'
import { Select } from './button.tsx'
import { packageWords } from '../../model/names/packages.ts'

export interface InHand {
  readonly policy: Policy
  readonly name: string
  /** Of a package that is in force as it stands; undefined for a package of the reader. */
  readonly package: string | undefined
}

/** Undefined while the region opens. */
export const useInHand = (): InHand | undefined => {
  const about = useAbout()
  const draft = useStore(state => state.draft)
  const { words, language } = useTexts(shellWords)
  if (about === undefined) return undefined
  const moved = Object.keys(draft.policy).length > 0
  const id = draft.package === '' ? startingPackage : draft.package
  const standing = about.packages.find(one => one.id === id)
  if (!moved || packageInForce(about.packages, { ...draft, package: id }) !== undefined) {
    return { policy: standing?.policy ?? {}, name: packageWords[language][id]?.name ?? id, package: id }
  }
  return { policy: draft.policy, name: draft.name === '' ? words.myPackage : draft.name, package: undefined }
}

/** The scenario in hand: a package, the reader's own or a saved one. */
export const ScenarioChoice = ({ about, label }: { readonly about: About; readonly label: string }) => {
  const { words, language } = useTexts(shellWords)
  const { draft, kept, view, change } = useStore()
  const inHand = useInHand()
  const entry: QuestionEntry | undefined = isQuestion(view) ? questionEntries[view] : undefined
  // Pages on what a policy does begin with one; on the others nothing is chosen before the reader does so.
  const isNone = Object.keys(draft.policy).length === 0 && view !== 'why' && entry?.packages !== true
  const value = isNone ? 'A' : (inHand?.package ?? '')
  const own = value === '' ? [['', inHand?.name ?? words.myPackage] as const] : []
  return (
    <label className="begin">
      <span>{label}</span>{' '}
      <Select
        options={[
          ...own,
          ...about.packages.map(({ id }) => [id, packageWords[language][id]?.name ?? id] as const),
          ...kept.filter(({ region }) => region === draft.region).map(({ id, name }) => [id, name] as const),
        ]}
        value={value}
        choose={id => {
          const saved = kept.find(one => one.id === id)
          if (saved !== undefined) change(draftOf(saved))
          else if (id !== '') takePackage(about, id)
        }}
      />
    </label>
  )
}
