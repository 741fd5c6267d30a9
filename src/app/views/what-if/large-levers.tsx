/** The eight levers that most readers move, in money a year, and who pays; all others stand behind a door. */

import type { LeverSetting } from '../../../engine/scenario.ts'
import { Financing } from '../../controls/financing.tsx'
import { Slider } from '../../controls/slider.tsx'
import { useLeverValue } from '../../controls/lever.tsx'
import { packageRamp, packageStart } from '../../../model/packages.ts'
import { leverName } from '../../../model/names/levers.ts'
import { useTexts } from '../../shell/use.ts'
import { useLive } from '../../state/live.ts'
import type { Draft } from '../../state/scenario.ts'
import type { About, LeverAbout } from '../../worker/answers/about.ts'
import { whatIfWords } from '../../words/what-if.ts'

const largest = [
  'publicInvestment',
  'cleanUpProgramme',
  'residentTopUp',
  'childAllowance',
  'voucherProgramme',
  'robotSubsidy',
  'vocationalProgramme',
  'businessReform',
]

interface Moves {
  readonly preview: (name: string, setting: LeverSetting | undefined) => void
  readonly commit: (name: string, setting: LeverSetting | undefined) => void
}

const LargeLever = ({
  lever,
  setting,
  preview,
  commit,
}: Moves & { readonly lever: LeverAbout; readonly setting: LeverSetting | undefined }) => {
  const { words, language, numbers } = useTexts(whatIfWords)
  const { show, scale } = useLeverValue(lever)
  const { name, doc, bounds, standard } = lever
  const perYear = useLive(state => state.cost?.gross.items.find(({ levers }) => levers.includes(name))?.perYear) ?? 0
  const at = (value: number): LeverSetting => ({ start: packageStart, ramp: packageRamp, ...setting, value })
  return (
    <div className={`lev large${setting === undefined ? ' same' : ''}`}>
      <Slider
        name={leverName(name, doc, language)}
        mark={<b>{words.moneyAYear(numbers.money(setting === undefined ? 0 : perYear))}</b>}
        bounds={bounds}
        standard={standard}
        value={setting?.value ?? standard}
        moved={setting !== undefined}
        show={show}
        scale={scale}
        standardText={words.inForce(show(standard, false))}
        resetText={words.back}
        resetShort={words.reset}
        preview={value => preview(name, at(value))}
        commit={value => commit(name, value === undefined ? undefined : at(value))}
      />
    </div>
  )
}

export const LargeLevers = ({ about, draft, ...moves }: Moves & { readonly about: About; readonly draft: Draft }) => (
  <div className="large-levers">
    {largest.flatMap(name => {
      const lever = about.levers.find(one => one.name === name)
      return lever === undefined
        ? []
        : [<LargeLever key={name} lever={lever} setting={draft.policy[name]} {...moves} />]
    })}
    <Financing about={about} draft={draft} />
  </div>
)
