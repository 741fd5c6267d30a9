/** Named policy packages A-H: directions before scaling, each lever in its own unit (specification, section 21). */

import type { Both } from '../language/messages.ts'
import { packageWords } from './names/packages.ts'

export interface DeclaredPackage {
  readonly id: string
  readonly name: string
  readonly doc: string
  /** At k = 1; levers that are not named keep their standard. */
  readonly levers: Readonly<Record<string, number>>
  /** Spending levers that stay as they are when the package is scaled: a side measure must not become the package. */
  readonly unscaled?: readonly string[]
  /** Reforms on top, set to this share of the way from their standard: the budget does not pay for them. */
  readonly reforms?: { readonly levers: Readonly<Record<string, number>>; readonly share: number }
  /** Payers of the province's spending, in shares of the outlay; the rest comes out of other spending. */
  readonly financing: Readonly<Record<string, number>>
}

/**
 * Budget of every package but A: this share of the region's baseline output of 2025, a year. Each of them can spend it
 * within the bounds of its levers; at a larger one the debt that package H repays runs out.
 */
export const envelopeShare = 0.005
export const packageStart = 2026
export const packageRamp = 1

/** A way of financing the province's spending for a package. */
interface FinancingWay {
  /** The payers. */
  readonly names: Both<string>
  /** The same as a condition within a sentence. */
  readonly condition: Both<string>
  /** By the lever; the rest comes out of other spending. */
  readonly shares: DeclaredPackage['financing']
}

/** Financing of the packages: by bonds beyond the quota as far as the central government does not pay. */
export const standardFinancing: FinancingWay = {
  names: { en: 'Centre and bonds', zh: '中央与政府债各半' },
  condition: {
    en: 'with half of the money from the central government and half from bonds',
    zh: '中央与政府债各承担一半时',
  },
  shares: { financedByCentre: 0.5, financedByBonds: 0.5 },
}

const directions: Readonly<Record<string, Omit<DeclaredPackage, 'id' | 'name' | 'financing'>>> = {
  A: { doc: 'Policies in force today continue.', levers: {} },
  B: {
    doc: 'The programme of 2023: public investment, robots, culture, technicians; nothing for households.',
    levers: { publicInvestment: 0.55, robotSubsidy: 25, vocationalProgramme: 0.1, cultureProgramme: 0.25 },
  },
  C: {
    doc: 'Unemployment benefit, resident pensions, vouchers, health.',
    levers: {
      benefitCoverage: 60,
      benefitReplacement: 45,
      residentTopUp: 200,
      voucherProgramme: 0.08,
      healthReimbursement: 2,
    },
  },
  D: {
    doc: 'Children, childcare, young arrivals, open registration, faster retirement reform.',
    levers: {
      publicInvestment: 0.05,
      retirementSpeed: 2,
      childAllowance: 15,
      childAllowanceYears: 6,
      childcarePlaces: 35,
      arrivalGrant: 30,
      registrationOpenness: 1,
      vocationalProgramme: 0.15,
      homePurchaseProgramme: 0.16,
      cultureProgramme: 0.12,
    },
  },
  E: {
    doc:
      'Ownership, restructuring with benefits, business environment, tax relief, cleaned-up LGFVs, faster retirement ' +
      'reform.',
    levers: {
      investmentQuality: 0.85,
      robotSubsidy: 10,
      mixedOwnershipPace: 6,
      restructuring: 0.8,
      businessReform: 0.9,
      taxReliefShare: 0.5,
      benefitCoverage: 50,
      benefitReplacement: 40,
      retirementSpeed: 1.5,
      arrivalGrant: 10,
      vocationalProgramme: 0.08,
      swapPace: 15,
      borrowingCap: 2,
    },
  },
  F: {
    doc: 'Ports and border, diversification, some investment and tax relief.',
    levers: {
      publicInvestment: 0.15,
      robotSubsidy: 10,
      businessReform: 0.3,
      taxReliefShare: 0.3,
      portProgramme: 0.45,
      exportDiversification: 0.25,
      cultureProgramme: 0.12,
      airAbatement: 0.1,
    },
  },
  G: {
    doc: 'A smaller dose of all the others.',
    levers: {
      publicInvestment: 0.1,
      investmentQuality: 0.85,
      robotSubsidy: 15,
      mixedOwnershipPace: 4,
      restructuring: 0.6,
      businessReform: 0.8,
      taxReliefShare: 0.3,
      benefitCoverage: 50,
      benefitReplacement: 40,
      residentTopUp: 120,
      retirementSpeed: 1.5,
      healthReimbursement: 1,
      childAllowance: 8,
      childcarePlaces: 20,
      arrivalGrant: 15,
      registrationOpenness: 1,
      vocationalProgramme: 0.12,
      swapPace: 15,
      borrowingCap: 2,
      portProgramme: 0.08,
      exportDiversification: 0.1,
      cultureProgramme: 0.15,
      airAbatement: 0.18,
    },
  },
  H: {
    doc:
      'LGFV debt repaid from the budget and swapped into bonds, no new LGFV debt; better projects, some ' +
      'restructuring, unsold homes bought.',
    levers: {
      publicInvestment: -0.1,
      investmentQuality: 0.8,
      mixedOwnershipPace: 3,
      restructuring: 0.4,
      businessReform: 0.5,
      homePurchaseProgramme: 0.16,
      swapPace: 25,
      rateRelief: 1,
      borrowingCap: 0,
      cleanUpProgramme: 1,
    },
    unscaled: ['homePurchaseProgramme'],
  },
}

export const declaredPackages: readonly DeclaredPackage[] = Object.entries(directions).map(([id, one]) => ({
  id,
  name: packageWords.en[id]!.name,
  ...one,
  financing: standardFinancing.shares,
}))
