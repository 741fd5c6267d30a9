/**
 * Copies of the model with one flow or person lost: the audit must tell, and tell where. Each is named by the identity
 * (A1-A21) that finds it; without these the identities of accounts.test.ts could hold because they check nothing.
 */

import { describe, expect, it } from 'vitest'
import { largestResiduals } from './audit-fixture.ts'
import { createSimulator } from '../engine/run.ts'
import type { Declaration, EquationText, Matrix, Model } from '../language/declare.ts'
import { compile } from '../language/emit/javascript.ts'
import { linkModel } from '../language/link.ts'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { model } from './index.ts'

const tolerance = 1e-9
const { region } = openRegion('northeast')

type Edit = (declaration: Declaration) => Declaration

/** A copy of the model with one declaration changed. */
const copyWith = (name: string, edit: Edit): Model => {
  const home = model.sectors.find(({ declarations }) => name in declarations)
  if (home === undefined) throw new Error(`no declaration '${name}' to break`)
  return {
    ...model,
    sectors: model.sectors.map(sector =>
      sector === home
        ? { ...sector, declarations: { ...sector.declarations, [name]: edit(sector.declarations[name]!) } }
        : sector,
    ),
  }
}

/** Replaces words of an equation, wherever the declaration keeps its texts; they must be there. */
const rewording = (from: string, to: string): Edit => {
  return declaration => {
    let found = false
    const text = (value: EquationText): EquationText => {
      if (typeof value !== 'string')
        return Object.fromEntries(Object.entries(value).map(([label, one]) => [label, text(one) as string]))
      found ||= value.includes(from)
      return value.replace(from, to)
    }
    const parts = Object.entries(declaration).map(([role, value]): [string, unknown] =>
      ['text', 'inflow', 'outflow', 'of', 'next', 'growth'].includes(role)
        ? [role, text(value as EquationText)]
        : [role, value],
    )
    if (!found) throw new Error(`no '${from}' in the text to break`)
    return Object.fromEntries(parts) as unknown as Declaration
  }
}

/** Takes one entry out of a matrix. */
const withoutCell = (row: string, column: string): Edit => {
  return declaration => {
    const { rows, ...rest } = declaration as Matrix
    const { doc, cells } = rows[row]!
    if (!(column in cells)) throw new Error(`no entry ${row}, ${column}`)
    return { ...rest, rows: { ...rows, [row]: { doc, cells: { ...cells, [column]: '0' } } } }
  }
}

/** Checks that fail in a year of a model. */
const failures = (broken: Model): string[] => {
  const own = createSimulator(compile(linkModel(broken, { area: region.areas })), region, {
    end: region.start + 1,
    stepsPerYear: 4,
  })
  return [...largestResiduals(own)].filter(([, relative]) => !(relative < tolerance)).map(([check]) => check)
}

/** Faults put into copies, and the check that must notice each. */
const broken: [id: string, what: string, declaration: string, edit: Edit, check: string][] = [
  [
    'A1',
    'remittances that the outside does not pay',
    'transactionFlows',
    withoutCell('remittances', 'RX'),
    'transaction flows: column RX',
  ],
  [
    'A1',
    'imports that nobody outside receives',
    'transactionFlows',
    withoutCell('imports', 'RX'),
    'transaction flows: column RX',
  ],
  [
    'A2',
    'land revenue that the province does not count',
    'provinceReceipts',
    rewording(' + landRevenue', ''),
    'transaction flows: column PG',
  ],
  [
    'A2',
    'remittances that households do not count',
    'disposableIncome',
    rewording(' + remittances', ''),
    'transaction flows: column HO',
  ],
  ['A2', 'losses that banks do not bear', 'bankCapital', rewording(' + bankLosses', ''), 'transaction flows: column B'],
  [
    'A2',
    'support that vehicles do not receive',
    'vehicleDeposits',
    rewording(' + vehicleSupport', ''),
    'transaction flows: column LV',
  ],
  [
    'A2',
    'pooling that the centre does not pay',
    'centrePayments',
    rewording(' + nationalPooling', ''),
    'transaction flows: column CG',
  ],
  [
    'A2',
    'an interest subsidy that state firms do not count',
    'stateCash',
    rewording(' + interestSubsidy', ''),
    'transaction flows: column FSk',
  ],
  [
    'A3',
    'health paid by the province to nobody',
    'healthIncome',
    rewording('healthReimbursements*', '0.5*healthReimbursements*'),
    'transaction flows: row benefits',
  ],
  [
    'A3',
    'a land tax that developers do not pay',
    'transactionFlows',
    withoutCell('propertyTaxes', 'FPc'),
    'transaction flows: row propertyTaxes',
  ],
  ['A4', 'bonds held outside by nobody', 'balanceSheet', withoutCell('bonds', 'RX'), 'balance sheet: row bonds'],
  [
    'A5',
    'claims outside that are no wealth',
    'householdNetWorth',
    rewording(' + closing(outsideClaims)', ''),
    'identity netWorthIsReal',
  ],
  [
    'A6',
    'help with homes that nobody receives',
    'netReceipts',
    rewording(' + familyHelp', ''),
    'identity householdWealthBalance',
  ],
  ['A7', 'oil outside output', 'output', rewording(' + oilOutput', ''), 'identity expenditureIsProduction'],
  [
    'A7',
    'contributions of employers out of the surplus',
    'operatingSurplus',
    rewording('*(1 + employerRate)', ''),
    'identity incomeIsProduction',
  ],
  [
    'A9',
    'help given by parents but not received',
    'familyHelp',
    rewording('-(1 - helpFromOld)*', '-0.5*'),
    'identity familyTransfersCancel',
  ],
  ['A10', 'people who leave and stay', 'population', rewording(' + departures', ''), 'identity peopleBalance'],
  [
    'A10',
    'deaths of one sex only',
    'population',
    rewording('adultDeaths', 'if(sex = female, adultDeaths, 0)'),
    'identity peopleBySexBalance',
  ],
  ['A12', 'public staff out of work', 'employed', rewording(' + publicEmployed', ''), 'identity workersBalance'],
  ['A12', 'children of no group', 'wealthHeads', rewording('residents0to19 + ', ''), 'identity groupsBalance'],
  [
    'A13',
    'pensioners without a claim',
    'pensionersHere',
    rewording('*coverageByBirth', ''),
    'identity pensionersBalance',
  ],
  [
    'A14',
    'a subsidy that the fund does not receive',
    'pensionReserve',
    rewording(' + pensionSubsidy', ''),
    'identity pensionFundBalance',
  ],
  [
    'A15',
    'bonds issued without cash',
    'provinceDeposits',
    rewording(' + bondIssue', ''),
    'identity provinceBalanceSheet',
  ],
  ['A16', 'a swap that leaves the old debt', 'vehicleDebt', rewording('debtSwap + ', ''), 'identity swapKeepsDebt'],
  [
    'A17',
    'a reserve that is no deposit',
    'bankDepositsClosing',
    rewording(' + closing(pensionReserve)', ''),
    'identity bankBalance',
  ],
  ['A18', 'fees paid but not received', 'ownRevenue', rewording(' + otherRevenue', ''), 'identity taxesBalance'],
  [
    'A18',
    'insurance paid but not received',
    'otherInsurance',
    rewording(' + employeeInsuranceRate', ''),
    'identity contributionsBalance',
  ],
  [
    'A19',
    'equity of vehicles without their debt',
    'vehicleEquityClosing',
    rewording(' - closing(vehicleDebt)', ''),
    'balance sheet: column LV',
  ],
  [
    'A20',
    'homes bought that nobody sold',
    'homePurchases',
    rewording('homeSales', '1.01*homeSales'),
    'identity homesBalance',
  ],
  [
    'A21',
    'land that costs developers nothing',
    'developerStock',
    rewording(' + landRevenue', ''),
    'identity landBalance',
  ],
]

describe('a broken copy of the model', () => {
  it('is made of a sound one', () => {
    expect(failures(model)).toEqual([])
  })

  it.each(broken)('%s: %s', (_, what, declaration, edit, check) => {
    expect(failures(copyWith(declaration, edit)), what).toContain(check)
  })
})
