/**
 * Choice of the package that the Why, Who and Accounts views explain: the current policy of the user, or the package
 * selected in Answer.
 */

import type { Policy } from '../../engine/scenario.ts'
import { useTexts } from '../shell/use.ts'
import { useAbout } from '../state/about.ts'
import { packageInForce, startingPackage } from '../state/scenario.ts'
import { useStore } from '../state/store.ts'
import { takePackage } from '../state/take-package.ts'
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

/** The packages by name, and the reader's own where there is one; nothing while the region opens. */
export const PackageChoice = ({ label }: { readonly label: string }) => {
  const { words, language } = useTexts(shellWords)
  const about = useAbout()
  const inHand = useInHand()
  if (about === undefined || inHand === undefined) return null
  const own = inHand.package === undefined ? [['', inHand.name === '' ? words.myPackage : inHand.name] as const] : []
  return (
    <label>
      <span>{label}</span>{' '}
      <Select
        options={[...about.packages.map(({ id }) => [id, packageWords[language][id]?.name ?? id] as const), ...own]}
        value={inHand.package ?? ''}
        choose={id => id !== '' && takePackage(about, id)}
      />
    </label>
  )
}
