/** Chooses the regime of central transfers, a named set of assumptions. */

import { type Regime, regimes } from '../../model/regimes.ts'
import { useLanguage, useWords } from '../shell/use.ts'
import { type Draft, regimeOf, withRegime } from '../state/scenario.ts'
import { useStore } from '../state/store.ts'
import { shellWords } from '../words/shell.ts'

export const RegimeChoice = ({ draft }: { readonly draft: Draft }) => {
  const words = useWords(shellWords)
  const chinese = useLanguage() === 'zh'
  const regime = regimeOf(draft)
  const choose = (id: string): void =>
    useStore.getState().change(withRegime(draft, regimes.find(one => one.id === id) as Regime))
  return (
    <label className="find">
      <span className="note">{words.regime}</span>
      <select value={regime?.id ?? ''} onChange={event => choose(event.target.value)}>
        {regime === undefined ? <option value="">{words.ownRegime}</option> : null}
        {regimes.map(({ id, name, nameZh }) => (
          <option key={id} value={id}>
            {chinese ? nameZh : name}
          </option>
        ))}
      </select>
      {regime === undefined ? null : <small className="note">{chinese ? regime.docZh : regime.doc}</small>}
    </label>
  )
}
