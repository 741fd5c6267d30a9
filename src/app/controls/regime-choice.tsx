/** Chooses the regime of central transfers, a named set of assumptions. */

import { type Regime, regimes } from '../../model/regimes.ts'
import { useLanguage, useWords } from '../shell/use.ts'
import { type Draft, regimeOf, withRegime } from '../state/scenario.ts'
import { useStore } from '../state/store.ts'
import { shellWords } from '../words/shell.ts'

export const RegimeChoice = ({ draft }: { readonly draft: Draft }) => {
  const words = useWords(shellWords)
  const language = useLanguage()
  const regime = regimeOf(draft)
  const choose = (id: string): void =>
    useStore.getState().change(withRegime(draft, regimes.find(one => one.id === id) as Regime))
  return (
    <label className="find">
      <span className="note">{words.regime}</span>
      <select value={regime?.id ?? ''} onChange={event => choose(event.target.value)}>
        {regime === undefined ? <option value="">{words.ownRegime}</option> : null}
        {regimes.map(({ id, names }) => (
          <option key={id} value={id}>
            {names[language]}
          </option>
        ))}
      </select>
      {regime === undefined ? null : <small className="note">{regime.doc[language]}</small>}
    </label>
  )
}
