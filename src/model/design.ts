/**
 * The design of the packages that an answer compares: seven directions of spending, each with no, half and full
 * reform, and the reforms alone, by column. The outlay of reforms comes on top of the budget of the direction, so
 * that a dose of reform takes nothing from it.
 */

import { type Both, bothTexts } from '../language/messages.ts'
import type { OutcomeId } from '../outcomes/catalogue.ts'
import texts from '../texts/design.ts'
import { packageWords } from './names/packages.ts'
import { type DeclaredPackage, declaredPackages, standardFinancing } from './packages.ts'

const words = bothTexts(texts)

interface Direction {
  /** At k = 1; the budget decides the scale. */
  readonly levers: DeclaredPackage['levers']
  /** The outcome that the spending is for; of the mixture none. */
  readonly aim?: OutcomeId
}

/** In the order of tables. */
export const directions = {
  households: {
    aim: 'consumptionPerHead',
    levers: {
      benefitCoverage: 60,
      benefitReplacement: 45,
      residentTopUp: 200,
      voucherProgramme: 0.08,
      healthReimbursement: 2,
    },
  },
  families: { aim: 'births', levers: { childAllowance: 15, childAllowanceYears: 6, childcarePlaces: 35 } },
  investment: {
    aim: 'outputPerHead',
    levers: { publicInvestment: 0.55, robotSubsidy: 25, vocationalProgramme: 0.1 },
  },
  opening: { aim: 'outputPerHead', levers: { portProgramme: 0.45, exportDiversification: 0.25 } },
  repayment: { aim: 'debtToGdp', levers: { cleanUpProgramme: 1 } },
  environment: { aim: 'youthMigration', levers: { cultureProgramme: 0.5, airAbatement: 0.5 } },
  mixture: {
    levers: {
      publicInvestment: 0.1,
      robotSubsidy: 10,
      benefitCoverage: 50,
      benefitReplacement: 40,
      residentTopUp: 120,
      childAllowance: 8,
      childcarePlaces: 20,
      vocationalProgramme: 0.1,
      cleanUpProgramme: 0.15,
      portProgramme: 0.1,
      exportDiversification: 0.1,
      cultureProgramme: 0.15,
      airAbatement: 0.2,
    },
  },
} as const satisfies Readonly<Record<string, Direction>>

export type DirectionId = keyof typeof directions
export const directionIds = Object.keys(directions) as readonly DirectionId[]

/** The outcome that a direction is for. */
export const aimOf = (id: DirectionId): OutcomeId | undefined => (directions[id] as Direction).aim

/** Reforms in full, by column: what changes for firms and debtors, and for those who work or have worked. */
const columns = {
  business: {
    investmentQuality: 0.85,
    mixedOwnershipPace: 6,
    businessReform: 0.9,
    swapPace: 15,
    borrowingCap: 2,
  },
  labour: { restructuring: 0.8, retirementSpeed: 1.5 },
} as const

const allReforms = { ...columns.business, ...columns.labour }

/** Doses of reform: none, half or full, or one of its columns. */
const doses = {
  half: { levers: allReforms, share: 0.5 },
  full: { levers: allReforms, share: 1 },
  business: { levers: columns.business, share: 1 },
  labour: { levers: columns.labour, share: 1 },
} as const satisfies Readonly<Record<string, DeclaredPackage['reforms']>>

export type Dose = keyof typeof doses

/** Parameters by which reforms raise output, unknown to history: the breakpoint of an answer lowers them. */
export const assumedGains: readonly string[] = ['technologyFromBusiness', 'mixedGain']

export interface DesignedPackage extends DeclaredPackage {
  readonly names: Both<string>
  /** None: reforms alone. */
  readonly direction: DirectionId | undefined
  /** None: spending alone. */
  readonly dose: Dose | undefined
}

/** 'repayment', 'repayment+full', 'reform+half'. */
export const designedId = (direction: DirectionId | undefined, dose: Dose | undefined): string =>
  [direction ?? 'reform', ...(dose === undefined ? [] : [dose])].join('+')

export const designNames = (direction: DirectionId | undefined, dose: Dose | undefined): Both<string> => {
  if (direction === undefined) return dose === undefined ? words.none : words.only[dose]
  const spending = words.directions[direction]
  return dose === undefined ? spending : words.together({ spending, reform: words.doses[dose] })
}

const designed = (direction: DirectionId | undefined, dose: Dose | undefined): DesignedPackage => {
  const names = designNames(direction, dose)
  return {
    id: designedId(direction, dose),
    name: names.en,
    names,
    doc: names.en,
    direction,
    dose,
    levers: direction === undefined ? {} : directions[direction].levers,
    ...(dose === undefined ? {} : { reforms: doses[dose] }),
    financing: standardFinancing.shares,
  }
}

/** Current policy is compared with all of these. */
export const design: readonly DesignedPackage[] = [
  ...directionIds.flatMap(direction => [undefined, 'half', 'full'].map(dose => designed(direction, dose as Dose))),
  ...(['half', 'full', 'business', 'labour'] as const).map(dose => designed(undefined, dose)),
]

/** Current policy, then the design: an answer runs them in this order. */
export const compared: ReadonlyArray<DeclaredPackage & Partial<Pick<DesignedPackage, 'direction' | 'dose'>>> = [
  declaredPackages[0],
  ...design,
]

/** Spending with reform on top: its parts say why. */
export const isBoth = ({ direction, dose }: DesignedPackage): boolean => direction !== undefined && dose !== undefined

/** Beside the two main effects of spending and of reform: both together, and each column of reforms by itself. */
export const isBeyondEffects = (id: string): boolean =>
  design.some(one => one.id === id && (isBoth(one) || Object.hasOwn(columns, one.dose ?? '')))

export const isReformAlone = (id: string): boolean => design.some(one => one.id === id && one.direction === undefined)

/** By id or name, in either language: 'g', 'household-led', '居民优先', 'repayment+full'. */
export const lookUpPackage = (word: string): DeclaredPackage | undefined => {
  const wanted = word.toLowerCase()
  const found = declaredPackages.find(({ id, name }) =>
    [id, name, packageWords.zh[id]?.name].some(one => one?.toLowerCase() === wanted),
  )
  return found ?? design.find(({ id, names: { en, zh } }) => [id, en, zh].some(one => one.toLowerCase() === wanted))
}
