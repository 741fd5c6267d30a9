/** Chooses the regime of central transfers, a named set of assumptions. */

import { regimes } from '../../model/regimes.ts'
import { useLanguage, useWords } from '../shell/use.ts'
import { type Draft, regimeOf, withRegime } from '../state/scenario.ts'
import { useStore } from '../state/store.ts'
import { shellWords } from '../words/shell.ts'
import { Select } from './button.tsx'

export const RegimeChoice = ({ draft }: { readonly draft: Draft }) => {
  const words = useWords(shellWords)
  const language = useLanguage()
  const regime = regimeOf(draft)
  return (
    <label className="find">
      <span className="note">{words.regime}</span>
      <Select<string>
        options={[
          ...(regime === undefined ? [['', words.ownRegime] as const] : []),
          ...regimes.map(({ id, names }) => [id, names[language]] as const),
        ]}
        value={regime?.id ?? ''}
        choose={id => useStore.getState().change(withRegime(draft, regimes.find(one => one.id === id)!))}
      />
      {regime === undefined ? null : <small className="note">{regime.doc[language]}</small>}
    </label>
  )
}
