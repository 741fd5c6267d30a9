/** What a yuan sold outside leaves in each area, by industry: with the purchases of the model, and by the table itself. */

import type { AreaMultipliers, IndustryTable } from '../../../analysis/industries/industry-table.ts'
import { industryMessages as said } from '../../../analysis/industries/messages.ts'
import { ChartFigure } from '../../charts/figure.tsx'
import { GainRows } from '../../charts/gain-rows.tsx'
import { useLanguage, useTexts } from '../../shell/use.ts'
import { nameIn } from '../../../language/typeset.ts'
import { sectorsWords } from '../../words/sectors.ts'
import { labelName } from '../../../model/names/parameters.ts'
import type { Choices } from './choices.ts'

const OfArea = ({ own, title }: { readonly own: AreaMultipliers; readonly title: string }) => {
  const { words, language, numbers } = useTexts(sectorsWords)
  // Thousand per billion is one per million, and a hundred per 亿.
  const jobs = (value: number): string => (language === 'zh' ? numbers.plain(value * 100, 0) : numbers.plain(value, 1))
  const two = (value: number): string => numbers.plain(value, 2)
  const sorted = own.industries.toSorted((a, b) => b.model.valueAdded - a.model.valueAdded)
  const heads = [said.modelValueAdded(), said.tableValueAdded(), said.modelOutput(), said.tableOutput()]
  const [valueAdded, byTable, output] = heads.map(({ text }) => text[language])
  return (
    <ChartFigure
      level={2}
      title={title}
      unit={words.multiplierUnit}
      table={() => ({
        head: [
          said.industry().text[language],
          valueAdded!,
          `${valueAdded}, ${byTable}`,
          output!,
          `${output}, ${byTable}`,
          words.jobs,
          words.jobsByTable,
        ],
        unit: [...Array.from({ length: 4 }, () => words.eachUnit), words.jobsUnit, words.jobsUnit],
        rows: own.industries.map(({ industry, model, table }) => [
          labelName(industry, language),
          two(model.valueAdded),
          two(table.valueAdded),
          two(model.output),
          two(table.output),
          jobs(model.jobs),
          jobs(table.jobs),
        ]),
      })}
    >
      <GainRows
        rows={sorted.map(({ industry, model, table }) => ({
          id: industry,
          name: labelName(industry, language),
          note: words.multiplierNote(two(table.valueAdded), jobs(model.jobs)),
          value: model.valueAdded,
          low: null,
          high: null,
        }))}
        marks="bars"
        tone="ink"
        show={two}
        sentence={`${title}: ${sorted.map(({ industry, model, table }) => `${labelName(industry, language)} ${two(model.valueAdded)} (${byTable} ${two(table.valueAdded)})`).join('; ')}`}
        firstWidth={560}
      />
    </ChartFigure>
  )
}

export const Multipliers = ({
  choices: { about },
  multipliers,
}: {
  readonly choices: Choices
  readonly multipliers: IndustryTable['multipliers']
}) => {
  const language = useLanguage()
  return (
    <section className="sec">
      <div className="debt-fans">
        {multipliers.map(own => {
          const { names } = about.areas.find(({ id }) => id === own.area)!
          const { text } = said.multipliersTitle({ names: { en: nameIn(names, 'en'), zh: nameIn(names, 'zh') } })
          return <OfArea key={own.area} own={own} title={text[language]} />
        })}
      </div>
      <p className="src">{said.multipliersSaid().text[language]}</p>
    </section>
  )
}
