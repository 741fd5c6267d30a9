/** Maturity of debt: bonds and LGFV debt by years left, the part that is renewed, and the financing need. */

import { base, equation, parameter, sector, stock } from '../language/declare.ts'

const source = 'docs/theory/public-debt.md'

export const debtMaturity = sector('Maturity of debt', {
  over: ['area'],
  doc:
    'Bonds and LGFV debt by years left to maturity. Debt moves from band to band, falls due in the last one, and is ' +
    'renewed at the tenors of new debt as far as lenders agree. What falls due takes on the interest of the day, and ' +
    'with the deficit it is the gross financing need.',
}, {
  termFrom: parameter('year', { beyondTen: 10, sixToTen: 5, fourToFive: 3, twoToThree: 1, withinYear: 0 },
    'Years left to maturity at the lower end of a band', { source, evidence: 'assumed' }),

  // bonds
  bondMaturity: parameter('year', { low: 7, central: 9, high: 12, least: 6 },
    'Years left to maturity of bonds at the start, mean', { symbol: 'matB', source, evidence: 'official' }),
  bondLongYears: parameter('year', 12,
    'Years in which a new bond of more than ten years comes down to ten: its tenor of 22 years less ten',
    { source, evidence: 'derived' }),
  bondTermYears: base('year', { beyondTen: 'bondLongYears', else: 'shift(termFrom, term) - termFrom' },
    'Years that bonds stay in a band', { over: ['term'], source }),
  bondProfileStart: base('share', {
    beyondTen: '1 - termFrom/(2*bondMaturity)',
    else: '(shift(termFrom, term) - termFrom)/(2*bondMaturity)',
  }, 'Bonds of the start by years left to maturity: as much due in each year, up to twice the mean', {
    over: ['term'], source,
  }),
  bondTenor: parameter('share', { beyondTen: 0.5, sixToTen: 0.35, fourToFive: 0.11, twoToThree: 0.04, withinYear: 0 },
    'New bonds by tenor', { source, evidence: 'derived' }),
  bondsMaturing: equation('CNY bn/year',
    'bondsDue[withinYear]/bondTermYears[withinYear]',
    'Bonds that fall due', { source, outcome: true, region: 'sum' }),
  bondsSold: equation('CNY bn/year',
    'bondsMaturing + bondIssue + debtSwap',
    'Bonds issued: refinancing, swaps of LGFV debt, and new bonds', { source, region: 'sum' }),
  bondsDue: stock('CNY bn', {
    initial: 'bondProfileStart*provincialBondsStart',
    inflow: 'bondTenor/sum(bondTenor, term)*bondsSold + shift(bondsDue/bondTermYears, term)',
    outflow: 'bondsDue/bondTermYears',
    over: ['area', 'term'], source,
  }, 'Bonds of the province by years left to maturity'),

  // LGFVs
  vehicleMaturity: parameter('year', { low: 3, central: 4, high: 6 },
    'Years left to maturity of LGFV debt, mean', { symbol: 'matV', source: '23.5', evidence: 'assumed' }),
  vehicleTermYears: base('year', {
    beyondTen: 'vehicleMaturity',
    else: 'vehicleMaturity*(1 - exp((termFrom - shift(termFrom, term))/vehicleMaturity))',
  }, 'Years that LGFV debt stays in a band, where as much falls due in each year as of all of it', {
    over: ['term'], source,
  }),
  vehicleProfile: base('share',
    'vehicleTermYears*exp(-termFrom/vehicleMaturity)/vehicleMaturity',
    'LGFV debt of the start, and new LGFV debt, by years left to maturity', { over: ['term'], source }),
  vehicleRemoved: equation('1/year',
    '(debtSwap + cleanUp + vehicleWriteOff)/max(vehicleDebt, 1e-9{CNY bn})',
    'Share of LGFV debt that is swapped, paid back by the budget or written off, whenever it is due', { source }),
  vehicleKept: equation('share',
    'positive(1 - timeStep*vehicleRemoved)',
    'Share of LGFV debt that is left', { source }),
  vehicleFallingDue: equation('CNY bn/year',
    'vehicleDue[withinYear]/vehicleTermYears[withinYear]',
    'LGFV debt that would fall due if none of it were swapped, paid back or written off before', { source }),
  vehicleMaturing: equation('CNY bn/year',
    'vehicleKept*vehicleFallingDue',
    'LGFV debt that falls due', { source, outcome: true, region: 'sum' }),
  vehicleSold: equation('CNY bn/year',
    'positive(vehicleMaturing + vehicleBorrowing)',
    'LGFV debt taken up: renewed and new', { source, region: 'sum' }),
  vehicleRepaidEarly: equation('1/year',
    'positive(-vehicleMaturing - vehicleBorrowing)/max(vehicleKept*vehicleDebt, 1e-9{CNY bn})',
    'Share of LGFV debt paid back before it is due', { source }),
  vehicleDue: stock('CNY bn', {
    initial: 'vehicleProfile*vehicleDebtStart*vehicleDebtFactor',
    inflow: 'vehicleProfile*vehicleSold + shift(vehicleKept*vehicleDue/vehicleTermYears, term)',
    outflow: 'vehicleDue*(vehicleRemoved + vehicleKept*(vehicleRepaidEarly + 1/vehicleTermYears))',
    over: ['area', 'term'], source,
  }, 'LGFV debt by years left to maturity'),

  // the financing need
  debtRepayment: equation('CNY bn/year',
    'bondsMaturing + vehicleMaturing + arrearsRepaid + advancesRepaid',
    'Debt that falls due: bonds, LGFV debt, unpaid bills and advances', { source, region: 'sum' }),
  grossFinancingNeed: equation('CNY bn/year',
    'positive(augmentedInterest - primaryBalance + debtRepayment)',
    'Gross financing need of the province and its LGFVs: deficit with interest, and debt that falls due',
    { source: `20.1, ${source}`, outcome: true, region: 'sum' }),
  grossFinancingNeedToGdp: equation('share',
    'grossFinancingNeed/max(nominalOutput, 1e-9{CNY bn/year})',
    'Gross financing need over output', { source, outcome: true, region: 'ratio' }),
})
