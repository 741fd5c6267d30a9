/**
 * Choice of the package that the Why, Who and Accounts views explain: the current policy of the user, or the package
 * selected in Answer.
 */

import { first } from 'virtual:heartland/first'
import type { Policy } from '../../engine/scenario.ts'
import { useTexts } from '../shell/use.ts'
import type { About } from '../worker/answers/about.ts'
import { useAbout } from '../state/about.ts'
import { packageInForce } from '../state/scenario.ts'
import { useStore } from '../state/store.ts'
import { takePackage } from '../state/take-package.ts'
import { shellWords } from '../words/shell.ts'
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
  // What Answer selects needs no open policy: it is told of as it stands.
  const id = draft.package === '' ? first.verdicts.answer.best.id : draft.package
  const standing = about.packages.find(one => one.id === id)
  if (!moved || packageInForce(about.packages, { ...draft, package: id }) !== undefined) {
    return { policy: standing?.policy ?? {}, name: packageWords[language][id]?.name ?? id, package: id }
  }
  return { policy: draft.policy, name: draft.name === '' ? words.myPackage : draft.name, package: undefined }
}

/** Letters of the packages, and the reader's own where there is one. */
export const PackageChoice = ({
  about,
  inHand,
  label,
}: {
  readonly about: About
  readonly inHand: InHand
  readonly label: string
}) => {
  const { words, language } = useTexts(shellWords)
  return (
    <span className="seg" role="group" aria-label={label}>
      {about.packages.map(({ id }) => (
        <button
          key={id}
          type="button"
          aria-pressed={inHand.package === id}
          title={packageWords[language][id]?.name}
          aria-label={`${id} ${packageWords[language][id]?.name ?? ''}`}
          onClick={() => takePackage(about, id)}
        >
          {id}
        </button>
      ))}
      {inHand.package === undefined ? (
        <button type="button" aria-pressed="true">
          {inHand.name === '' ? words.myPackage : inHand.name}
        </button>
      ) : null}
    </span>
  )
}
