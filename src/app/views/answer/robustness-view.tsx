/** What the ranking of the packages depends on: how often each is best, and the best ones under each condition. */

import { type Axis, axes, conditionAt, type Robustness } from '../../../analysis/robustness.ts'
import type { PackageAnswer } from '../../../analysis/verdict.ts'
import { DataTable } from '../../charts/figure.tsx'
import { Section } from '../../shell/head.tsx'
import { useTexts } from '../../shell/use.ts'
import { answerWords } from '../../words/answer.ts'
import { packageWords } from '../../words/terms/packages.ts'
import { PackageName } from './package-name.tsx'

export const RobustnessView = ({
  robustness,
  answers,
}: {
  readonly robustness: Robustness | null
  readonly answers: readonly PackageAnswer[]
}) => {
  const { words, language, numbers } = useTexts(answerWords)
  if (robustness === null) {
    return (
      <Section title={words.robustTitle}>
        <p className="note">{words.robustMoved}</p>
      </Section>
    )
  }
  const { combinations, members, packages } = robustness
  const named = (id: string): string => `${id} ${packageWords[language][id].name}`
  const share = (value: number): string => numbers.plain(value * 100, 0)
  const conditions = axes.flatMap((axis: Axis) =>
    robustness.axes[axis].map(({ id, names }) => {
      const { best, group } = conditionAt(robustness, axis, id)
      const others = group.filter(one => one !== best)
      return [
        words.conditionOf(words.axes[axis], names[language]),
        named(best),
        others.length === 0 ? '–' : others.join(language === 'zh' ? '、' : ', '),
      ]
    }),
  )
  const rows = packages
    .toSorted((a, b) => b.amongBest - a.amongBest || a.largestRegret - b.largestRegret)
    .map(({ id, best, amongBest, largestRegret }) => [
      named(id),
      share(best),
      share(amongBest),
      numbers.plain(100 * largestRegret, 0),
    ])
  return (
    <Section title={words.robustTitle} note={words.robustNote(combinations.length, members)}>
      <div className="cols robust">
        <div className="c6 scroll" tabIndex={0} role="region" aria-label={words.robustTitle}>
          <DataTable
            table={() => ({ head: [words.package, words.bestIn, words.tiedIn, words.regret], rows })}
            first={text => <PackageName package={answers.find(({ id }) => text.startsWith(id))!} letter />}
          />
        </div>
        <div className="c6 scroll" tabIndex={0} role="region" aria-label={words.condition}>
          <DataTable table={() => ({ head: [words.condition, words.bestThere, words.tiedThere], rows: conditions })} />
        </div>
      </div>
    </Section>
  )
}
