/** The levers of policy L1–L35, the financing of a package, and restrictions that others impose: events, not policy. */

import { lever, sector } from '../language/declare.ts'

export const levers = sector('Levers', {
  doc:
    'Each lever holds its value in its own unit; the standard is what was in force in 2023-25. Each says what it ' +
    'costs and who pays, or why it costs nothing.',
}, {
  // investment and industry
  publicInvestment: lever('%', {
    bounds: [-2, 4], standard: 0, theme: 'Investment', payer: 'province',
    cost: 'price*beyondStandard(publicInvestmentReal)',
    symbol: 'L1', source: '19',
  }, 'Extra public investment, of output'),
  investmentQuality: lever('share', {
    bounds: [0.4, 0.95], standard: 0.65, theme: 'Investment', payer: 'province',
    cost: 'if(beyondStandard(investmentQuality) != 0, projectSelectionCost, 0)*price*expectedOutput',
    scaled: false, symbol: 'L2', source: '19',
  }, 'Productive share of public investment through project selection'),
  robotSubsidy: lever('%', {
    bounds: [0, 40], standard: 5, theme: 'Investment', payer: 'province',
    cost: 'sum(beyondStandard(robotSubsidies))',
    symbol: 'L3', source: '19',
  }, 'Subsidy on robots and digital equipment, of cost'),
  directedInvestment: lever('%', {
    bounds: [-1, 2], standard: 0.3, theme: 'Investment', payer: 'province',
    cost: 'beyondStandard(interestSubsidy)',
    symbol: 'L4', source: '19',
  }, 'Policy-directed investment of state firms, of output'),
  // ownership and business
  mixedOwnershipPace: lever('%/year', {
    bounds: [0, 10], standard: 1, theme: 'Ownership and business', payer: 'none',
    free:
      'Shares are sold: the proceeds change the form of public wealth and are no revenue; beyond the standard pace ' +
      'most of them repay bonds',
    symbol: 'L5', source: '19',
  }, 'Pace of mixed ownership: state capital opened in a year'),
  restructuring: lever('share', {
    bounds: [0, 1], standard: 0.1, theme: 'Ownership and business', payer: 'province',
    cost: 'severanceYears*wage*beyondStandard(redundancyRate)*marketEmployed',
    scaled: false, symbol: 'L6', source: '19',
  }, 'Restructuring of state firms: release of redundant labour with severance'),
  businessReform: lever('share', {
    bounds: [0, 1], standard: 0.2, theme: 'Ownership and business', payer: 'province',
    cost: 'businessReformCost*beyondStandard(businessReform)*price*expectedOutput',
    scaled: false, symbol: 'L7', source: '19',
  }, 'Reform of the business environment'),
  taxReliefShare: lever('%', {
    bounds: [0, 2], standard: 0.2, theme: 'Ownership and business', payer: 'province',
    cost: 'taxRelief',
    symbol: 'L8', source: '19',
  }, 'Tax and fee relief for private firms, of output'),
  // households
  benefitCoverage: lever('%', {
    bounds: [10, 90], standard: 25, theme: 'Households', payer: 'province',
    cost: 'beyondStandard(unemploymentBenefits)',
    symbol: 'L9', source: '19',
  }, 'Unemployed who receive benefit'),
  benefitReplacement: lever('%', {
    bounds: [15, 70], standard: 30, theme: 'Households',
    cost: 'benefitCoverage',
    symbol: 'L10', source: '19',
  }, 'Unemployment benefit, of the wage'),
  residentTopUp: lever('CNY/person/month', {
    bounds: [0, 1000], standard: 0, theme: 'Households',
    cost: {
      province: 'residentPensionProvince*beyondStandard(residentPensionPaid)*residentPensioners',
      centre: '(1 - residentPensionProvince)*beyondStandard(residentPensionPaid)*residentPensioners',
    },
    symbol: 'L11', source: '19',
  }, 'Top-up of the resident pension'),
  directPayment: lever('CNY/person/year', {
    bounds: [0, 3000], standard: 0, theme: 'Households', payer: 'province',
    cost: 'beyondStandard(directPayments)',
    symbol: 'L16', source: '19',
  }, 'Direct payment to residents'),
  voucherProgramme: lever('%', {
    bounds: [0, 0.5], standard: 0.03, theme: 'Households', payer: 'province',
    cost: 'beyondStandard(vouchers)',
    symbol: 'L17', source: '19',
  }, 'Consumption vouchers, of output'),
  healthReimbursement: lever('%', {
    bounds: [-5, 20], standard: 0, theme: 'Households', payer: 'province',
    cost: 'beyondStandard(healthReimbursements)',
    symbol: 'L18', source: '19',
  }, 'Health cost reimbursed beyond one half'),
  // pensions
  pensionIndexationExtra: lever('%/year', {
    bounds: [-2, 2], standard: 0, theme: 'Pensions', payer: 'pension fund',
    cost: '(pension - pensionByRule)*pensioners',
    symbol: 'L12', source: '19',
  }, 'Rise of employee pensions beyond the rule'),
  retirementAge: lever('year', {
    bounds: [-3, 5], standard: 0, theme: 'Pensions', payer: 'none',
    free: 'A rule of the pension system: it changes who works and who draws a pension', symbol: 'L13', source: '19',
  }, 'Years added to the retirement age by 2040, beyond the 2024 law'),
  retirementSpeed: lever('share', {
    bounds: [0, 3], standard: 1, theme: 'Pensions', payer: 'none',
    free: 'A rule of the pension system: it changes who works and who draws a pension', symbol: 'L14', source: '19',
  }, 'Speed of the retirement reform from 2026, 1 = the law'),
  poolingExtra: lever('%', {
    bounds: [-50, 60], standard: 0, theme: 'Pensions', payer: 'centre',
    cost: 'beyondStandard(nationalPooling)',
    symbol: 'L15', source: '19',
  }, 'Pension gap met by national pooling, beyond the start'),
  // people
  childAllowance: lever('CNY k/person/year', {
    bounds: [0, 60], standard: [[2023, 0], [2025, 3.6]], theme: 'People',
    cost: {
      province: `
        childAllowanceBill
        - standard(childAllowance)*(childrenCovered - beyondStandard(childrenCovered))
        - beyondStandard(centralChildAllowance)`,
      centre: 'beyondStandard(centralChildAllowance)',
    },
    symbol: 'L19', source: '19, S44',
  }, 'Child allowance for each child covered'),
  childAllowanceYears: lever('year', {
    bounds: [3, 18], standard: 3, theme: 'People',
    cost: 'childAllowance',
    scaled: false, symbol: 'L19 flag', source: '19',
  }, 'Ages covered by the child allowance: 3 (0-2), 6 (0-5) or 18 (0-17)'),
  childcarePlaces: lever('%', {
    bounds: [0, 60], standard: 8, theme: 'People', payer: 'province',
    cost: 'childcarePlaceCost*positive(beyondStandard(childcarePlaces))*residents0to2',
    symbol: 'L20', source: '19',
  }, 'Childcare places per 100 children under three'),
  arrivalGrant: lever('CNY k/person', {
    bounds: [0, 100], standard: 5, theme: 'People', payer: 'province',
    cost: 'arrivalGrantUptake*positive(beyondStandard(arrivalGrant))*residents20to39',
    symbol: 'L21', source: '19',
  }, 'Grant to young arrivals and returners'),
  registrationOpenness: lever('share', {
    bounds: [0, 1], standard: 0.9, theme: 'People', payer: 'none',
    free: 'A rule of household registration; services for those who register are not counted', symbol: 'L21h',
    source: '19',
  }, 'Openness of household registration'),
  vocationalProgramme: lever('%', {
    bounds: [0, 0.5], standard: 0.05, theme: 'People', payer: 'province',
    cost: 'beyondStandard(vocationalProgramme)*price*expectedOutput',
    symbol: 'L22', source: '19',
  }, 'Vocational and technician programme, of output'),
  publicEmploymentGrowth: lever('%/year', {
    bounds: [-3, 3], standard: 0, theme: 'People', payer: 'province',
    cost: 'publicWage*(1 + employerRate)*beyondStandard(publicEmployed)',
    symbol: 'L34', source: '19',
  }, 'Growth of public employment from 2026'),
  // housing
  mortgageRule: lever('share', {
    bounds: [0, 1], standard: [[2003, 0], [2023.75, 1]], theme: 'Housing', payer: 'banks',
    free: 'A rule of lending: it decides who may borrow and at which rate', symbol: 'L23', source: '19, S61',
  }, 'Mortgage rule that counts homes, not past loans'),
  mortgageRateChange: lever('%/year', {
    bounds: [-1.5, 1], standard: 0, theme: 'Housing', payer: 'banks',
    free: 'Banks bear the lower interest; no budget pays', symbol: 'L23r', source: '19',
  }, 'Change of the mortgage rate'),
  downPayment: lever('%', {
    bounds: [10, 50], standard: 15, theme: 'Housing', payer: 'none',
    free: 'A rule of lending: it decides who may borrow', symbol: 'L23d', source: '19',
  }, 'Down payment'),
  homePurchaseProgramme: lever('%', {
    bounds: [0, 2.5], standard: 0.05, theme: 'Housing', payer: 'province',
    cost: 'publicPurchasePrice*housePrice*beyondStandard(publicHomePurchases)',
    symbol: 'L24', source: '19',
  }, 'State purchase of unsold homes, of output'),
  propertyTaxRate: lever('%/year', {
    bounds: [0, 1], standard: 0, theme: 'Housing', payer: 'owners of second homes',
    free: 'A tax: it brings revenue, which the cost after feedback counts', symbol: 'L32', source: '19',
  }, 'Property tax on second homes, of value'),
  // debt
  swapPace: lever('%/year', {
    bounds: [0, 30], standard: 0, theme: 'Debt', payer: 'none', free: 'Debt changes its debtor: nothing is spent',
    symbol: 'L25', source: '19, S34',
  }, 'Debt of LGFVs swapped into bonds in a year, where that is more than the national swap'),
  rateRelief: lever('%/year', {
    bounds: [0, 2], standard: 0, theme: 'Debt', payer: 'banks', free: 'Banks bear the lower interest; no budget pays',
    symbol: 'L25 relief', source: '19',
  }, 'Relief on the rate of new LGFV debt'),
  vehicleHaircut: lever('%', {
    bounds: [0, 40], standard: 0, theme: 'Debt', payer: 'banks', free: 'Creditors bear the loss; no budget pays',
    symbol: 'L25 haircut', source: '19',
  }, 'Haircut on LGFV debt, a fifth written off in a year'),
  quotaUnused: lever('%', {
    bounds: [0, 100], standard: 0, theme: 'Debt', payer: 'none',
    free: 'The province borrows less and spends less: what it costs is public services',
    source: 'docs/theory/transfers.md',
  }, 'Bond quota left unused, of the part that is usually issued'),
  borrowingCap: lever('%/year', {
    bounds: [-100, 15], standard: [[2003, 10], [2023.75, 3]], theme: 'Debt', payer: 'none',
    free: 'A rule of borrowing: it limits spending', symbol: 'L26', source: '19, S35',
  }, 'Cap on the growth of LGFV debt'),
  extraTransfers: lever('%', {
    bounds: [-2, 5], standard: 0, theme: 'Debt', payer: 'centre',
    cost: 'beyondStandard(extraTransfers)*price*expectedOutput',
    symbol: 'L27', source: '19',
  }, 'Extra central transfers, of output'),
  debtAssumption: lever('%', {
    bounds: [0, 5], standard: 0, theme: 'Debt', payer: 'province',
    cost: 'beyondStandard(firmDebtAssumed)',
    source: 'docs/theory/chains.md',
  }, 'Bank debt of state firms that the budget takes over and repays: guarantees called, losses carried, of output'),
  cleanUpProgramme: lever('%', {
    bounds: [0, 3], standard: 0, theme: 'Debt', payer: 'province',
    cost: 'beyondStandard(cleanUp)',
    symbol: 'L27b', source: '19',
  }, 'LGFV debt paid back from the budget, of output'),
  // outside
  portProgramme: lever('%', {
    bounds: [0, 1], standard: 0.05, theme: 'Trade, culture, air', payer: 'province',
    cost: 'beyondStandard(portProgramme)*price*expectedOutput',
    symbol: 'L28', source: '19',
  }, 'Ports, border capacity and export credit, of output'),
  exportDiversification: lever('%', {
    bounds: [0, 0.5], standard: 0.02, theme: 'Trade, culture, air', payer: 'province',
    cost: 'beyondStandard(exportDiversification)*price*expectedOutput',
    symbol: 'L29', source: '19',
  }, 'Diversification of exports, of output'),
  cultureProgramme: lever('%', {
    bounds: [0, 1], standard: 0.1, theme: 'Trade, culture, air', payer: 'province',
    cost: 'beyondStandard(cultureProgramme)*price*expectedOutput',
    symbol: 'L30', source: '19',
  }, 'Culture and tourism, of output'),
  airAbatement: lever('%', {
    bounds: [0, 1], standard: 0.15, theme: 'Trade, culture, air', payer: 'province',
    cost: 'beyondStandard(airAbatement)*price*expectedOutput',
    symbol: 'L31', source: '19',
  }, 'Abatement of air pollution, of output'),
  farmModernisation: lever('%', {
    bounds: [0, 0.5], standard: 0.1, theme: 'Trade, culture, air', payer: 'province',
    cost: 'beyondStandard(farmModernisation)*price*expectedOutput',
    symbol: 'L35', source: '19',
  }, 'Farm modernisation, of output'),
  chipRestriction: lever('share', {
    bounds: [0, 1], standard: 0.3, theme: 'External restrictions', payer: 'outside',
    free: 'An external scenario, no policy of the region', symbol: 'L33', source: '19',
  }, 'Chip and technology controls: an external scenario, no policy of the region'),
  tradeTariff: lever('%', {
    bounds: [0, 60], standard: 8, theme: 'External restrictions', payer: 'outside',
    free: 'An external scenario, no policy of the region', symbol: 'L33t', source: '19',
  }, 'Tariff on exports to the rest of the world: an external scenario'),
  // financing of what the province spends beyond the standards; the rest crowds out other spending
  financedByCentre: lever('share', {
    bounds: [0, 1], standard: 0, theme: 'Financing',
    partOf: 'outlay',
    payer: 'centre', free: 'Says who finances the outlays of other levers', symbol: 'fincen', source: '19 Fin, 21',
  }, 'Share of the outlay paid by an extra transfer'),
  financedByBonds: lever('share', {
    bounds: [0, 1], standard: 0, theme: 'Financing',
    partOf: 'outlay',
    payer: 'province', free: 'Says who finances the outlays of other levers', symbol: 'Fin', source: '19 Fin, 21',
  }, 'Share of the outlay paid by an extra bond quota'),
  financedByVehicles: lever('share', {
    bounds: [0, 1], standard: 0, theme: 'Financing',
    partOf: 'outlay',
    payer: 'financing vehicles', free: 'Says who finances the outlays of other levers', symbol: 'Fin', source: '19 Fin',
  }, 'Share of the outlay paid by debt of LGFVs'),
  financedByLand: lever('share', {
    bounds: [0, 1], standard: 0, theme: 'Financing',
    partOf: 'outlay',
    payer: 'developers', free: 'Says who finances the outlays of other levers', symbol: 'Fin', source: '19 Fin',
  }, 'Share of the outlay paid by extra land sales'),
  financedByCuts: lever('share', {
    bounds: [0, 1], standard: 0, theme: 'Financing',
    partOf: 'outlay',
    payer: 'other purchases', free: 'Says who finances the outlays of other levers', symbol: 'Fin', source: '19 Fin',
  }, 'Share of the outlay paid by cutting other purchases'),
})
