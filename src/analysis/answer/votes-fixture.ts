/** Votes for tests: settings in which every claim holds, and changes of them. */

import { compared, design, type DesignedPackage } from '../../model/design.ts'
import type { VoteMeasure } from '../../model/standing.ts'
import type { SettingVote, Votes } from './votes.ts'

export const packageIds: readonly string[] = compared.map(({ id }) => id)

type Changes = Readonly<Partial<Record<VoteMeasure, Readonly<Record<string, number>>>>>

/** A setting in which the weight changes by so much a year under current policy, and every claim holds where it falls. */
export const settingAt = (weight: number, changes: Changes = {}): SettingVote => {
  const reformOf = ({ dose }: DesignedPackage): number => (dose === 'full' ? 1 : dose === undefined ? 0 : 0.5)
  const by = (measure: VoteMeasure, current: number, value: (one: DesignedPackage) => number): [string, number[]] => {
    const own = [current, ...design.map(value)]
    for (const [id, changed] of Object.entries(changes[measure] ?? {})) own[packageIds.indexOf(id)] = changed
    return [measure, own]
  }
  const alone = (one: DesignedPackage, direction: string): boolean =>
    one.direction === direction && one.dose === undefined
  return {
    name: `weight ${weight}`,
    values: Object.fromEntries([
      by('weight', weight, one => weight + 0.0025 * reformOf(one)),
      by('people', -0.008, () => -0.008),
      by('outputPerHead', 0, one => 0.03 * reformOf(one)),
      by('debtToGdp', 0, one => -0.06 * reformOf(one) + (one.direction === 'repayment' ? -0.03 : 0.01)),
      by('consumptionPerHead', 0, one => (alone(one, 'households') ? 0.01 : 0)),
      by('pensionPerRetiree', 0, one => (alone(one, 'households') ? 0.01 : 0)),
      by('births', 0, one => (alone(one, 'families') ? 0.12 : 0)),
      by('revived', 0.05, one => 0.05 + 0.1 * reformOf(one)),
      by('criteria', 4, one => 4 + 0.2 * reformOf(one)),
    ]),
  }
}

export const votesOf = (...settings: readonly SettingVote[]): Votes => ({
  region: 'northeast',
  model: '',
  data: '',
  asked: '',
  reduced: false,
  packages: packageIds,
  settings,
})
