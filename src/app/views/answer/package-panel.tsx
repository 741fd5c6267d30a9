/** What a package does, what it costs, who pays, and why it makes something worse: the panel behind its name. */

import { clearlyWorse } from '../../../analysis/policies/changes.ts'
import type { PackageAnswer } from '../../../analysis/answer/verdict.ts'
import { useLanguage, useNumbers, useWords } from '../../shell/use.ts'
import { answerWords } from '../../words/answer.ts'
import { leverName } from '../../../model/names/levers.ts'
import ChangeReason from './change-reason.tsx'

export default function PackagePanel({ package: policyPackage }: { readonly package: PackageAnswer }) {
  const words = useWords(answerWords)
  const numbers = useNumbers()
  const language = useLanguage()
  const { levers, grossCost, costAfterFeedback, changes } = policyPackage
  const [worst] = clearlyWorse(changes)
  const { total, centre, province } = costAfterFeedback
  const measures = levers.filter(({ free }) => !free).map(({ name, doc }) => leverName(name, doc, language))
  const reforms = levers.filter(({ free }) => free).map(({ name, doc }) => leverName(name, doc, language))
  const list = (names: readonly string[]): string => names.join(language === 'zh' ? '、' : '; ')
  return (
    <>
      {measures.length === 0 ? null : <p>{words.packageMeasures(list(measures))}</p>}
      {reforms.length === 0 ? null : <p>{words.packageReforms(list(reforms))}</p>}
      <p>
        {words.packageCost(
          numbers.money(grossCost.perYear),
          numbers.money(total.perYear),
          numbers.money(centre.perYear),
          numbers.money(province.perYear),
        )}
      </p>
      {worst === undefined ? null : <ChangeReason package={policyPackage} indicator={worst} />}
    </>
  )
}
