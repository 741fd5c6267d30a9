/** Output and jobs by industry under the policy in hand, as differences to current policy; loaded when it is shown. */

import type { Policy } from '../../../engine/scenario.ts'
import { ChartFigure } from '../../charts/figure.tsx'
import { GainRows } from '../../charts/gain-rows.tsx'
import { ProblemNote } from '../../shell/failure.tsx'
import { Section } from '../../shell/head.tsx'
import { askWhy } from '../../shell/router.ts'
import { useLanguage, useNumbers, useWords } from '../../shell/use.ts'
import { shownYear } from '../../state/quarters.ts'
import { useAnswer } from '../../state/question.ts'
import { useStore } from '../../state/store.ts'
import { industriesWords } from '../../words/industries.ts'
import { labelName } from '../../words/terms/parameters.ts'

type Kind = 'output' | 'jobs'

export default function Industries({ policy }: { readonly policy: Policy }) {
  const words = useWords(industriesWords)
  const numbers = useNumbers()
  const language = useLanguage()
  const { region, assumptions } = useStore(state => state.draft)
  const { data, problem } = useAnswer('industries', region, { policy, assumptions, year: shownYear })
  if (problem !== undefined) return <ProblemNote text={problem} />
  if (data === undefined || data === null) {
    return (
      <Section title={words.title}>
        <p className="note" role="status">
          {data === null ? words.none : words.first}
        </p>
      </Section>
    )
  }
  const people = language === 'zh' ? 100 : 1000
  const money = language === 'zh' ? 10 : 1
  const figureOf = (kind: Kind) => {
    const isOutput = kind === 'output'
    const digits = isOutput ? 2 : language === 'zh' ? 2 : 1
    const show = (value: number): string => numbers.signed(value, digits)
    const variable = isOutput ? 'regionOutputOfIndustry' : 'regionEmploymentOfIndustry'
    const rows = data.map(({ industry, output, employed, before }) => {
      const name = labelName(industry, language)
      const [now, was] = isOutput
        ? [output * money, before.output * money]
        : [employed * people, before.employed * people]
      return {
        id: industry,
        name,
        now,
        was,
        value: isOutput ? (now / was - 1) * 100 : now - was,
        low: null,
        high: null,
        ask: {
          label: words.why(name),
          run: () => askWhy({ variable: { name: variable, closing: false, labels: { industry } }, time: shownYear }),
        },
      }
    })
    const title = isOutput ? words.output : words.jobs
    return (
      <ChartFigure
        level={2}
        title={title}
        unit={(isOutput ? words.outputUnit : words.jobsUnit)(shownYear)}
        source={words.source}
        table={() => ({
          head: [words.industry, words.before, words.now, words.change],
          rows: rows.map(({ name, was, now, value }) => [
            name,
            numbers.plain(was, 1),
            numbers.plain(now, 1),
            show(value),
          ]),
        })}
      >
        <GainRows
          rows={rows}
          marks="dots"
          show={show}
          sentence={`${title}: ${rows.map(({ name, value }) => `${name} ${show(value)}`).join(', ')}`}
          firstWidth={640}
        />
      </ChartFigure>
    )
  }
  return (
    <section className="sec">
      <div className="cols">
        <div className="c6">{figureOf('output')}</div>
        <div className="c6">{figureOf('jobs')}</div>
      </div>
    </section>
  )
}
