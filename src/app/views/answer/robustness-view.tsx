/** The conditions of the ranking: how often each package is best, the best ones under each condition, and who pays. */

import { type Axis, axes, conditionAt, type Robustness } from '../../../analysis/answer/robustness.ts'
import { bestWithTies, debtReliefText, sideMark, whoPaysNote } from '../../../analysis/answer/who-pays-text.ts'
import type { PackageAnswer } from '../../../analysis/answer/verdict.ts'
import { DataTable } from '../../charts/figure.tsx'
import { Section } from '../../shell/head.tsx'
import { Terms } from '../../shell/terms.tsx'
import { useTexts } from '../../shell/use.ts'
import { answerWords } from '../../words/answer.ts'
import { packageWords } from '../../../model/names/packages.ts'
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
  const { combinations, members, packages, whoPays } = robustness
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
  const { ways } = whoPays
  const paid = [
    ...packages.map(({ id }) => [
      named(id),
      ...ways.map(({ rankings: [first] }) => `${numbers.plain(100 * first.scores[id], 1)}${sideMark(first, id)}`),
    ]),
    ...robustness.axes.definition.map(({ names }, at) => [
      words.bestBy(names[language]),
      ...ways.map(({ rankings }) => bestWithTies(rankings[at])),
    ]),
  ]
  const inText = (id: string): string => packageWords[language][id].inText
  const relief = debtReliefText(whoPays, language, inText, perYear => numbers.money(perYear))
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
      <div className="cols robust pays">
        <div className="c8 scroll" tabIndex={0} role="region" aria-label={words.paidBy}>
          <DataTable
            table={() => ({ head: [words.paidBy, ...ways.map(({ names }) => names[language])], rows: paid })}
            first={text => {
              const found = answers.find(({ id }) => text.startsWith(`${id} `))
              return found === undefined ? <Terms text={text} /> : <PackageName package={found} letter />
            }}
          />
        </div>
        <div className="c4">
          <p className="note">{whoPaysNote(whoPays, language)}</p>
          {relief === undefined ? null : <p className="note">{relief}</p>}
        </div>
      </div>
    </Section>
  )
}
