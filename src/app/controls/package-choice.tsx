/** The scenario in hand, its choice in the head, and the packages that a page offers while nothing is changed. */

import type { Policy } from '../../engine/scenario.ts'
import { useTexts } from '../shell/use.ts'
import { useAbout } from '../state/about.ts'
import { draftOf, packageInForce, startingPackages } from '../state/scenario.ts'
import { useStore } from '../state/store.ts'
import { takePackage } from '../state/take-package.ts'
import type { About } from '../worker/answers/about.ts'
import { shellWords } from '../words/shell.ts'
import { Button, Select } from './button.tsx'
import { packageWords } from '../../model/names/packages.ts'

export interface InHand {
  readonly policy: Policy
  readonly name: string
  /** Of a package that is in force as it stands; undefined for a package of the reader. */
  readonly package: string | undefined
}

/** The scenario that the head says, on every page; undefined while the region opens. */
export const useInHand = (): InHand | undefined => {
  const about = useAbout()
  const draft = useStore(state => state.draft)
  const { words, language } = useTexts(shellWords)
  if (about === undefined) return undefined
  const { policy, name } = draft
  const id = Object.keys(policy).length === 0 ? 'A' : packageInForce(about.packages, draft)?.id
  return { policy, name: packageWords[language][id ?? '']?.name ?? (name || words.myPackage), package: id }
}

/** The scenario in hand: a package, the reader's own or a saved one. */
export const ScenarioChoice = ({ about, label }: { readonly about: About; readonly label: string }) => {
  const { language } = useTexts(shellWords)
  const { draft, kept, change } = useStore()
  const inHand = useInHand()
  const value = inHand?.package ?? ''
  return (
    <label className="begin">
      <span>{label}</span>{' '}
      <Select
        options={[
          ...(value === '' ? [['', inHand?.name ?? ''] as const] : []),
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

/** In place of results on what a policy does, while there is none. */
export const NothingChanged = () => {
  const { words, language } = useTexts(shellWords)
  const about = useAbout()
  return (
    <div className="state">
      <p>{words.nothingChanged}</p>
      <p className="btns">
        {startingPackages.map(id => (
          <Button key={id} onClick={() => about && takePackage(about, id)}>
            {packageWords[language][id]!.name}
          </Button>
        ))}
      </p>
    </div>
  )
}
