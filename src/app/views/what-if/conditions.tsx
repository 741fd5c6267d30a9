/** The tab External conditions of What if: baselines, the transfer regime, stress tests, and the paths one by one. */

import { useCallback, useMemo } from 'react'
import type { PathSetting } from '../../../engine/outside.ts'
import { EvidenceDot } from '../../charts/evidence.tsx'
import { Button, Select } from '../../controls/button.tsx'
import { Groups } from '../../controls/lists.tsx'
import { PathControl } from '../../controls/path.tsx'
import { RegimeChoice } from '../../controls/regime-choice.tsx'
import { ProblemNote } from '../../shell/head.tsx'
import { Skeleton } from '../../shell/skeleton.tsx'
import { useTexts, useWords } from '../../shell/use.ts'
import { isSet, isUnder, sameConditions, withPath, withStress } from '../../state/conditions.ts'
import type { Sources } from '../../../regions/rows.ts'
import { rulesOfAbout } from '../../state/fitting.ts'
import { useConditions, useSources } from '../../state/about.ts'
import type { Draft } from '../../state/scenario.ts'
import { useStore } from '../../state/store.ts'
import { conditionsWords } from '../../words/conditions.ts'
import { nameIn } from '../../../language/typeset.ts'
import { variableName } from '../../../model/names/variables.ts'
import { whatIfWords } from '../../words/what-if.ts'
import type { About } from '../../worker/answers/about.ts'
import type { Conditions as Known, PathAbout } from '../../worker/answers/conditions.ts'

type Names = Readonly<Record<string, string>>

/** Paths that belong together; those that are not listed come last. */
const groups: Readonly<Record<string, readonly string[]>> = {
  growth: [
    'nationalGrowth',
    'nationalInflation',
    'nationalProducerPriceGrowth',
    'nationalUnemployment',
    'worldGrowthBeyond',
  ],
  interest: ['bondRate', 'lendingRate', 'mortgageRate', 'depositRate', 'interbankRate'],
  housing: [
    'nationalHousePriceGrowth',
    'nationalHousingSales',
    'nationalGrowthExpected',
    'mortgageRateExpected',
    'landDemand',
    'nationalDeveloperCredit',
  ],
  transfers: ['nationalTransferPool', 'nationalLocalRevenue', 'poolingSize', 'centralInvestmentShare'],
  lenders: [
    'nationalBondQuota',
    'bondQuotaByArea',
    'refinancingCalendar',
    'bondRenewal',
    'vehicleRenewal',
    'nationalCredit',
  ],
  trade: [
    'russiaDemand',
    'russiaSupply',
    'russianCarMarket',
    'chineseCarShare',
    'carStocking',
    'oilPrice',
    'oilPlan',
    'orePrice',
    'coalPrice',
    'grainPrice',
    'tourismRevival',
  ],
  people: [
    'nationalFertility',
    'mortalityBeyondTrend',
    'nationalResidents',
    'nationalShare65',
    'nationalPensionCoverage',
  ],
}

const groupOf = (name: string): string =>
  Object.keys(groups).find(group => groups[group]?.includes(name) === true) ?? 'others'

const place = ({ name }: PathAbout): number => {
  const order = Object.values(groups).flat().indexOf(name)
  return order < 0 ? Number.POSITIVE_INFINITY : order
}

const Baselines = ({
  draft,
  known,
  sources,
}: {
  readonly draft: Draft
  readonly known: Known
  readonly sources: Sources
}) => {
  const { words, language } = useTexts(conditionsWords)
  const chosen = known.baselines.find(({ outside }) => sameConditions(outside, draft.outside))
  const docs = new Map(known.paths.map(({ name, doc }) => [name, doc]))
  return (
    <>
      <label className="find">
        <span className="note">{words.baseline}</span>
        <Select
          options={[
            ...(chosen === undefined ? [['', words.ownBaseline] as const] : []),
            ...known.baselines.map(({ id }) => [id, (words.baselines as Names)[id] ?? id] as const),
          ]}
          value={chosen?.id ?? ''}
          choose={id => {
            const next = known.baselines.find(one => one.id === id)
            if (next !== undefined) useStore.getState().change({ ...draft, outside: next.outside })
          }}
        />
      </label>
      {chosen === undefined || chosen.reasons.length === 0 ? null : (
        <details className="tbl">
          <summary>{words.reasons}</summary>
          <ul className="path-sources">
            {chosen.reasons.map(({ path, evidence, source, note }, at) => (
              <li key={at}>
                <EvidenceDot grade={evidence} /> {variableName(path, docs.get(path) ?? path, language)}
                {': '}
                {language === 'en' && note !== '' ? `${note}. ` : ''}
                {source.startsWith('http') ? (
                  <a href={source} rel="noreferrer">
                    {new URL(source).hostname}
                  </a>
                ) : (
                  (sources[source]?.what ?? source)
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const Stress = ({ draft, known }: { readonly draft: Draft; readonly known: Known }) => {
  const { words, language } = useTexts(conditionsWords)
  if (known.stress.length === 0) return null
  return (
    <fieldset className="fin">
      <legend>{words.stress}</legend>
      <div className="btns">
        {known.stress.map(test => {
          const on = isUnder(draft, test)
          return (
            <Button
              key={test.id}
              className="chip"
              aria-pressed={on}
              title={test.names[language]}
              onClick={() => useStore.getState().change(withStress(draft, test, !on))}
            >
              {test.short[language]}
            </Button>
          )
        })}
      </div>
      <p className="note">{words.stressNote}</p>
      <ul className="path-sources">
        {known.stress
          .filter(test => isUnder(draft, test))
          .map(({ id, names }) => (
            <li key={id}>{names[language]}</li>
          ))}
      </ul>
      {known.stress.some(test => Object.keys(test.policy).length > 0 && isUnder(draft, test)) ? (
        <p className="note">{words.stressPolicy}</p>
      ) : null}
    </fieldset>
  )
}

interface ConditionsProps {
  readonly about: About
  readonly draft: Draft
  readonly search: string
  /** Changes the open scenario. */
  readonly commit: (change: (now: Draft) => Draft) => void
}

export default function Conditions({ about, draft, search, commit }: ConditionsProps) {
  const { words, language } = useTexts(conditionsWords)
  const whatIf = useWords(whatIfWords)
  const { data: known, problem } = useConditions()
  const rules = useMemo(() => rulesOfAbout(about), [about])
  const commitPath = useCallback(
    (name: string, setting: PathSetting | undefined) => commit(now => withPath(now, name, setting)),
    [commit],
  )
  const grouped = useMemo(() => {
    const asked = search.trim().toLowerCase()
    // A path that acts only with a parameter of 0 is not offered, because moving it does nothing.
    const found = (known?.paths ?? []).filter(
      path =>
        (path.limited?.kind !== 'switched' || isSet(draft.outside, path)) &&
        `${variableName(path.name, path.doc, language)} ${path.doc} ${path.name}`.toLowerCase().includes(asked),
    )
    const inOrder = found.toSorted((a, b) => place(a) - place(b))
    return [...Map.groupBy(inOrder, ({ name }) => groupOf(name))].map(([id, items]) => ({
      title: (words.groups as Names)[id] ?? id,
      items,
    }))
  }, [known, search, language, words, draft.outside])
  const sources = useSources(draft.region)
  const areas = useMemo(
    () => new Map(about.areas.map(({ id, names }) => [id, nameIn(names, language)])),
    [about, language],
  )
  if (problem !== undefined) return <ProblemNote text={problem} />
  if (known === undefined) return <Skeleton height={400} />
  return (
    <>
      <p className="note">{words.intro}</p>
      <Baselines draft={draft} known={known} sources={sources} />
      <RegimeChoice draft={draft} />
      <Stress draft={draft} known={known} />
      <Groups
        key={language}
        groups={grouped}
        moved={path => isSet(draft.outside, path)}
        openFirst={group => group === grouped[0] || group.items.some(path => isSet(draft.outside, path))}
        same={whatIf.groupStandard}
        searching={search !== ''}
        render={path => (
          <PathControl
            key={path.name}
            path={path}
            outside={draft.outside}
            areas={areas}
            rules={rules}
            sources={sources}
            commit={commitPath}
          />
        )}
      />
    </>
  )
}
