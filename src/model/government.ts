/** The provincial budget: revenue, spending plans, deficit, cash, arrears, bonds. */

import { base, datum, delay, equation, parameter, sector, smooth, solved, stock, trial } from '../language/declare.ts'

export const government = sector('Provincial government', {
  over: ['area'],
  doc:
    'Revenue comes from taxes, fees, land, transfers and dividends; spending is on purchases, investment, wages, ' +
    'benefits, pensions and interest. Low cash, unpaid bills and debt cut the plans, investment first. A deficit is ' +
    'borrowed up to a quota; beyond it bills stay unpaid, and then banks advance money. Tax cuts of the nation move ' +
    'all rates of the start alike.',
}, {
  ownRevenueBaseYear: datum('CNY bn/year', 'Own general budget revenue of the year before the start', { source: '3' }),
  ownRevenueStart: base('CNY bn/year',
    'ownRevenueBaseYear*startLift',
    'Own general budget revenue at the start', { source: '3' }),
  taxRevenueBaseYear: datum('CNY bn/year', 'Tax revenue of the province in the year before the start', { source: '3' }),
  taxRevenueStart: base('CNY bn/year',
    'taxRevenueBaseYear*startLift',
    'Tax revenue of the province at the start', { source: '3' }),
  centralTransfersBaseYear: datum('CNY bn/year', 'Central transfers of the year before the start', { source: '3' }),
  centralTransfersStart: base('CNY bn/year',
    'centralTransfersBaseYear*startLift',
    'Central transfers at the start', { symbol: 'TR0', source: '3' }),
  provincialBondsStart: datum('CNY bn', 'Provincial bonds at the start', { symbol: 'Bg', source: '3' }),
  arrearsStart: datum('CNY bn', 'Unpaid bills at the start', { symbol: 'AR', source: '3' }),
  deficitShareStart: datum('share',
    'Deficit financed by bonds at the start, of output', { symbol: 'def0', source: '3' }),
  bondQuotaShare: datum('share', 'Bond quota, of output', { symbol: 'q0', source: '3' }),
  publicInvestmentShareStart: datum('share', 'Public investment, of output', { symbol: 'ig', source: '3' }),
  provinceDepositsStart: datum('CNY bn', 'Deposits of the province at the start', { symbol: 'Dg', source: '3' }),
  healthCostBaseYear: datum('CNY bn/year', 'Medical spending of the year before the start', { source: '3' }),
  healthCostStart: base('CNY bn/year',
    'healthCostBaseYear*startLift',
    'Medical spending at the start', { symbol: 'Hcost', source: '3' }),

  // rates of taxes and contributions
  employerInsuranceRate: parameter('share', 0.055,
    'Employer insurance other than pension', { symbol: 'oth_e', source: '29.3', evidence: 'assumed' }),
  employeeInsuranceRate: parameter('share', 0.02,
    'Employee insurance other than pension', { symbol: 'oth_w', source: '29.3', evidence: 'assumed' }),
  incomeTaxRate: parameter('share', { low: 0.015, central: 0.02, high: 0.03 },
    'Personal income tax on wages', { symbol: 'ty', source: '23.5', evidence: 'assumed', sampled: false }),
  profitTaxFactor: parameter('share', { low: 0.8, central: 1, high: 1.2 },
    'Factor on the profit tax', { symbol: 'tp', source: '23.5', evidence: 'assumed' }),
  profitTaxNormal: parameter('share', 0.13,
    'Profit tax, of profits after interest and half of depreciation', { source: '14.1', evidence: 'assumed' }),
  profitTaxRate: base('share', 'profitTaxNormal*profitTaxFactor', 'Profit tax', { symbol: 'tp', source: '14.1' }),
  centralShareIndirect: parameter('share', 0.5,
    'Central share of indirect taxes', { symbol: 'tc1', source: '23.5', evidence: 'assumed' }),
  centralShareProfit: parameter('share', 0.6,
    'Central share of the profit tax', { symbol: 'tc2', source: '23.5', evidence: 'assumed' }),
  centralShareIncome: parameter('share', 0.6,
    'Central share of the income tax', { symbol: 'tc3', source: '23.5', evidence: 'assumed' }),
  centralShareOil: parameter('share', 0.5,
    'Central share of the oil levy', { symbol: 'tc_o', source: '29.3', evidence: 'assumed' }),
  oilLevyRate: parameter('share', 0.25, 'Levy on oil value', { symbol: 't_o', source: '29.3', evidence: 'assumed' }),
  oilDividendShare: parameter('share', 0.6,
    'Dividend of the oil group to the central government', { source: '29.3', evidence: 'assumed' }),
  otherRevenueRate: base('share',
    '(ownRevenueStart - taxRevenueStart)/gdpStart',
    'Fees and other revenue, of output', { symbol: 'nt', source: '3(4)' }),
  indirectTaxRate: solved('share', {
    over: ['area'],
    residual: 'localTaxStart - taxRevenueStart',
    between: ['-0.2', '0.6'], symbol: 'ti', source: '3(4)',
  }, 'Indirect taxes on market output that give the tax revenue of the start'),
  operatingSurplusStart: base('CNY bn/year', {
    state: 'stateShareStart*operatingSurplusTotalStart',
    private: '(1 - stateShareStart)*operatingSurplusTotalStart',
  }, 'Operating surplus of firms at the start', { over: ['area', 'firm'], symbol: 'GOS_0', source: '3(9)' }),
  operatingSurplusTotalStart: base('CNY bn/year', `
    marketOutputStart*(1 - indirectTaxRate)
    - wageStart*marketEmploymentStart*(1 + employerRateStart)
    - otherRevenueRate*gdpStart`,
    'Operating surplus at the start'),
  depreciationDeducted: parameter('share', 0.5,
    'Part of depreciation that is deducted from profits for tax and dividends',
    { source: '3(9)', evidence: 'assumed' }),
  profitTaxStart: base('CNY bn/year', `
    profitTaxRate
    *positive(
      operatingSurplusStart - loanRateStart*firmLoansStart - depreciationDeducted*capitalDepreciation*capitalStart
    )`,
    'Profit tax at the start', { over: ['area', 'firm'] }),
  localTaxStart: base('CNY bn/year', `
    (1 - centralShareIndirect)*indirectTaxRate*marketOutputStart
    + (1 - centralShareProfit)*sum(profitTaxStart, firm)
    + (1 - centralShareIncome)*incomeTaxRate*wageBillStart
    + (1 - centralShareOil)*oilLevyRate*oilOutputStart
    + (deedTaxRate + landTaxRate)*housePriceStart*homeSalesStart`,
    'Tax revenue of the province at the start by the rates', { source: '3(4)' }),
  payoutState: parameter('share', 0.25,
    'Dividends of state firms, of profits after tax', { source: '3(4)', evidence: 'assumed' }),
  payoutPrivate: parameter('share', 0.3,
    'Dividends of private firms, of profits after tax', { source: '3(4)', evidence: 'assumed' }),
  dividendsStart: base('CNY bn/year', {
    state: `
      payoutState
      *positive(
        operatingSurplusStart[state]
        - loanRateStart*firmLoansStart[state]
        - depreciationDeducted*capitalDepreciation*capitalStart[state]
        - stateShareStart*sum(profitTaxStart, firm)
      )`,
    private: `
      payoutPrivate
      *positive(
        operatingSurplusStart[private]
        - loanRateStart*firmLoansStart[private]
        - depreciationDeducted*capitalDepreciation*capitalStart[private]
      )`,
  }, 'Regular dividends at the start', { over: ['area', 'firm'] }),
  unemploymentBenefitsStart: base('CNY bn/year',
    'standard(benefitCoverage)*standard(benefitReplacement)*wageStart*unemploymentRateStart*laborForceStart',
    'Unemployment benefits at the start'),
  revenueCountedStart: base('CNY bn/year', `
    ownRevenueStart
    + landRevenueStart
    + centralTransfersStart
    + (employerInsuranceRate + employeeInsuranceRate)*wageBillStart
    + provinceHolderShareStart*dividendsStart[state]
    + depositRateStart*provinceDepositsStart`,
    'Revenue counted for public purchases at the start', { source: '3(6)' }),
  residentPensionProvince: parameter('share', 0.5,
    'Part of resident pensions that the province pays; the central government pays the rest',
    { source: '3(6)', evidence: 'assumed' }),
  spendingCountedStart: base('CNY bn/year', `
    publicOutputStart
    + (publicInvestmentShareStart + cultureInvestmentShareStart)*gdpStart
    + (pensionGapStart - pensionPoolingStart*poolingSizeStart)
    + residentPensionProvince*residentPensionStart*residentPensionersStart
    + healthReimbursed*healthCostStart
    + unemploymentBenefitsStart
    + standard(voucherProgramme)*gdpStart
    + bondStockRateStart*provincialBondsStart
    + vehicleSupportStart`,
    'Spending counted for public purchases at the start', { source: '3(6)' }),
  programmesStart: base('CNY bn/year', `
    (
      standard(vocationalProgramme) + standard(portProgramme) + standard(exportDiversification)
      + standard(airAbatement) + standard(farmModernisation)
    )*gdpStart`,
    'Programmes at their standard levels', { source: '3(6)' }),
  basicPurchasesStart: base('CNY bn/year',
    'revenueCountedStart + deficitShareStart*gdpStart - spendingCountedStart - programmesStart',
    'Public purchases at the start, without programmes', { symbol: 'Gm0', source: '3(6)' }),
  purchasesStart: base('CNY bn/year', 'basicPurchasesStart + programmesStart', 'Public purchases at the start'),

  // revenue
  indirectTax: equation('CNY bn/year',
    'nationalLocalTaxes*indirectTaxRate*price*marketOutput*(1 + indirectTaxMix)',
    'Indirect taxes before relief', { symbol: 'IndTax', source: '14.1' }),
  taxRelief: equation('CNY bn/year',
    'beyondStandard(taxReliefShare)*nominalOutput',
    'Tax relief for private firms beyond the standard', { source: '14.1' }),
  incomeTax: equation('CNY bn/year',
    'nationalLocalTaxes*incomeTaxRate*wageBill',
    'Personal income tax', { symbol: 'PIT', source: '14.1' }),
  oilLevy: equation('CNY bn/year', 'oilLevyRate*oilValueAdded', 'Oil levy', { source: '14.1' }),
  otherRevenue: equation('CNY bn/year',
    'nationalLocalFees*otherRevenueRate*nominalOutput',
    'Fees and other revenue', { source: '14.1' }),
  secondHomeShare: parameter('share', 0.3,
    'Homes to which the property tax applies, of the value of all', { source: '14.1', evidence: 'assumed' }),
  propertyTax: equation('CNY bn/year',
    'propertyTaxRate*secondHomeShare*housePrice*dwellings',
    'Property tax on second homes', { source: '14.1' }),
  ownRevenue: equation('CNY bn/year', `
    (1 - centralShareIndirect)*indirectTax
    + indirectTaxShift
    - taxRelief
    + (1 - centralShareProfit)*sum(profitTax)
    + (1 - centralShareIncome)*incomeTax
    + (1 - centralShareOil)*oilLevy
    + sum(deedTax)
    + landValueTax
    + propertyTax
    + otherRevenue`,
    'Own revenue of the province', { symbol: 'Own', source: '14.1', outcome: true, region: 'sum' }),
  otherInsurance: equation('CNY bn/year',
    '(employerInsuranceRate + employeeInsuranceRate)*wageBill',
    'Insurance other than pension, received', { source: '14.1' }),
  provinceDividends: equation('CNY bn/year',
    'provinceHolderShare*(dividends[state] + stateRemittance*stateExcessDividend)',
    'Dividends of state firms to the province', { source: '2.2 row 27' }),
  stateRemittance: parameter('share', 0.3,
    'Part of the excess dividend of state firms that reaches the province',
    { symbol: 'soe_rem', source: '29.3', evidence: 'assumed' }),
  provinceDepositInterest: equation('CNY bn/year',
    'depositRateNow*provinceDeposits',
    'Interest on deposits of the province'),

  // pressure
  cashTargetYears: parameter('year', 0.125,
    'Cash that the province aims to hold, in years of spending: six weeks', { source: '14.2', evidence: 'assumed' }),
  cashTarget: equation('CNY bn', `
    cashTargetYears
    *(
      price*(purchasesReal + publicInvestmentReal + cultureInvestment)
      + publicWages
      + pensionSubsidy
      + healthReimbursements
    )`,
    'Cash of one and a half months of spending', { symbol: 'Dg_t', source: '14.2' }),
  cashTargetBefore: delay('CNY bn', { of: 'cashTarget', initial: 'cashTargetYears*spendingCountedStart' },
    'Cash target in the previous step'),
  cashPressure: equation('share',
    'clip((cashTargetBefore - provinceDeposits)/max(cashTargetBefore, 1e-9{CNY bn}), 0, 1)',
    'Cash pressure: 0 none, 1 no cash left', { symbol: 'cp', source: '14.2', outcome: true }),
  nominalOutputBefore: delay('CNY bn/year', { of: 'nominalOutput', initial: 'gdpStart', region: 'sum' },
    'Gross regional product at current prices in the previous step'),
  arrearsFull: parameter('year', 0.06,
    'Rise of unpaid bills, in years of output, at which their pressure on spending is full',
    { source: '14.2', evidence: 'assumed' }),
  arrearsPressure: equation('share', `
    clip(
      (arrears + advances - arrearsStart*nominalOutputBefore/gdpStart)
      /max(arrearsFull*nominalOutputBefore, 1e-9{CNY bn}),
      0,
      1
    )`,
    'Pressure of unpaid bills and bank advances: 0 none, 1 full', { symbol: 'sq', source: '14.2' }),
  debtBrakeSlope: parameter('1/year', 0.4,
    'Cut of spending per unit of debt ratio above the limit', { symbol: 'kb', source: '29.3', evidence: 'assumed' }),
  augmentedDebt: equation('CNY bn',
    'provincialBonds + vehicleDebt + arrears + advances',
    'Total local debt (including LGFVs) at the opening of the step: bonds, LGFV debt, unpaid bills, advances',
    { symbol: 'Debt_aug', source: '14.6' }),
  debtRatioBefore: equation('year',
    'augmentedDebt/max(nominalOutputBefore, 1e-9{CNY bn/year})',
    'Total local debt (including LGFVs) over output in the previous step',
    { symbol: 'd', source: '14.2', region: 'ratio' }),
  debtRatioStart: base('year',
    '(provincialBondsStart + vehicleDebtStart*vehicleDebtFactor + arrearsStart)/gdpStart',
    'Total local debt (including LGFVs) over output at the start', { symbol: 'd_0', source: '14.2' }),
  debtBrakeRoom: parameter('year', 0.1,
    'Rise of the debt ratio above the start before spending is cut', { source: '14.2, E19', evidence: 'assumed' }),
  debtBrakeLeast: parameter('share', 0.5,
    'Lowest effect of the debt brake on spending', { source: '14.2, E19', evidence: 'assumed' }),
  debtBrake: equation('share',
    'clip(1 - debtBrakeSlope*positive(debtRatioBefore - debtRatioStart - debtBrakeRoom), debtBrakeLeast, 1)',
    'Factor on spending through the debt ratio', { symbol: 'brake', source: '14.2, E19' }),

  // room in the budget
  quotaFromDebt: parameter('1/year', { low: 0, central: 0.5, high: 1.5 },
    'Loss of bond quota (log) per unit of bonds over output beyond the start',
    { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  quotaUse: parameter('share', { low: 0.8, central: 0.93, high: 1, most: 1 },
    'Part of the bond quota that is issued whatever the need',
    { source: 'docs/theory/transfers.md', evidence: 'derived' }),
  quotaRule: equation('CNY bn/year', `
    bondQuotaByArea*nationalBondQuota*nominalOutputBefore
    *exp(-quotaFromDebt*(provincialBonds/max(nominalOutputBefore, 1e-9{CNY bn/year}) - provincialBondsStart/gdpStart))`,
    'Output that bond quotas are measured on: less for provinces whose bonds rose',
    { source: 'docs/theory/transfers.md' }),
  plannedBorrowing: equation('CNY bn/year',
    'quotaUse*bondQuotaShare*quotaRule',
    'Deficit that the budget plans: the part of the quota that is issued as a rule',
    { source: 'docs/theory/transfers.md' }),
  landBudgetYears: parameter('year', 3,
    'Years of land revenue that budgets count on', { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  landForBudget: smooth('CNY bn/year', {
    of: 'landRevenue - financingFromLand',
    years: 'landBudgetYears',
    initial: 'landRevenueStart',
    source: 'docs/theory/transfers.md',
  }, 'Land revenue that budgets count on: that of the last years'),
  fiscalResources: equation('CNY bn/year', `
    ownRevenue
    + otherInsurance
    + landNetShare*landForBudget
    + provinceDividends
    + provinceDepositInterest
    + centralTransfers
    - financingFromCentre
    - rescueTransfers
    - centralInvestmentShare*price*expectedOutput`,
    'Resources of the province without money for the policy, rescue and earmarked investment',
    { source: 'docs/theory/transfers.md' }),
  committedSpending: equation('CNY bn/year', `
    publicWages
    + provinceEmployerContributions
    + provinceBenefitPayments
    + severance
    + sum(robotSubsidies)
    + interestSubsidy
    + pensionSubsidy
    + (vehicleSupport - vehicleLandIncome)
    + publicPurchaseCost
    + cleanUp
    + bondInterest
    + advanceInterest
    + price*(cultureInvestment + programmes + publicInvestment*expectedOutput)
    - financedOutlay`,
    'Spending that law, debt or policy fix, less the outlay that has financing of its own',
    { source: 'docs/theory/transfers.md' }),
  discretionaryPlan: equation('CNY bn/year',
    'price*(basicPurchases + publicInvestmentShareStart*expectedOutput)',
    'Basic purchases and public investment as planned', { source: 'docs/theory/transfers.md' }),
  cashRebuildYears: parameter('year', 3,
    'Years in which budgets rebuild cash that is below its target',
    { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  cashSpare: parameter('share', 2,
    'Cash beyond which budgets spend it, of its target', { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  cashSpendYears: parameter('year', 5,
    'Years in which budgets spend cash beyond that', { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  fiscalRoomNow: equation('CNY bn/year', `
    fiscalResources
    + plannedBorrowing
    - committedSpending
    - positive(cashTargetBefore - provinceDeposits)/cashRebuildYears
    + positive(provinceDeposits - cashSpare*cashTargetBefore)/cashSpendYears`,
    'Resources and planned borrowing less committed spending, with cash rebuilt or spent',
    { source: 'docs/theory/transfers.md', outcome: true }),
  roomRatioTrial: equation('share', `
    (fiscalRoomNow - plannedBorrowing + deficitShareStart*nominalOutputBefore)
    /max(discretionaryPlan, 1e-9{CNY bn/year})`,
    'Room over the plan with the deficit of the start', { source: 'docs/theory/transfers.md' }),
  roomRatioFirst: trial('share', { of: 'roomRatioTrial', start: '1', source: 'docs/theory/transfers.md' },
    'Room over the plan in the first step: what the figures of the start leave unexplained'),
  roomRatioNow: equation('share',
    'fiscalRoomNow/max(discretionaryPlan, 1e-9{CNY bn/year})',
    'Room over the plan', { source: 'docs/theory/transfers.md' }),
  roomYears: parameter('year', 0.55,
    'Years over which spending follows room', { source: 'docs/theory/transfers.md', evidence: 'derived' }),
  roomRatio: smooth('share', {
    of: 'roomRatioNow - roomRatioFirst',
    years: 'roomYears',
    initial: '0',
    source: 'docs/theory/transfers.md',
  }, 'Room beyond that of the start, over the plan'),
  roomFloor: parameter('share', 0.7,
    'Cut of the plan that a lack of room nears and never passes',
    { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  roomEffect: equation('share',
    'if(roomRatio > 0, roomRatio, roomFloor*(exp(roomRatio/roomFloor) - 1))',
    'Room that spending follows: all of a gain; cuts meet a floor smoothly',
    { source: 'docs/theory/transfers.md', outcome: true }),
  spendingFromRoom: parameter('share', { low: 0.7, central: 0.9, high: 1.05 },
    'Part of additional room that is spent', { source: 'docs/theory/transfers.md', evidence: 'derived' }),
  investmentBias: parameter('share', { low: 0.8, central: 1.2, high: 1.6 },
    'Response of public investment to room, relative to that of all discretionary spending',
    { source: 'S21, docs/theory/transfers.md', evidence: 'assumed' }),
  spendingLeast: parameter('share', 0.2,
    'Lowest spending, of its plan, however little room there is',
    { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  investmentFactor: equation('share',
    'max(1 + investmentBias*spendingFromRoom*roomEffect, spendingLeast)',
    'Public investment over its plan', { source: 'docs/theory/transfers.md' }),
  purchasesFactor: equation('share', `
    max(
      1
      + spendingFromRoom*(discretionaryPlan - investmentBias*price*publicInvestmentShareStart*expectedOutput)
        /max(price*basicPurchases, 1e-9{CNY bn/year})*roomEffect,
      spendingLeast
    )`,
    'Basic purchases over their plan', { source: 'docs/theory/transfers.md' }),

  // spending
  purchasesGrowth: parameter('1/year', { low: 0.01, central: 0.02, high: 0.03 },
    'Real growth of basic purchases', { symbol: 'gG', source: '29.3', evidence: 'assumed', sampled: false }),
  purchasesFromAgeing: parameter('share', 0.8,
    'Response of purchases to the share of the old', { symbol: 'h65', source: '29.3', evidence: 'assumed' }),
  share65Start: base('share',
    'sum(startPopulation[65..])/populationStart',
    'Share of residents of 65 and over at the start'),
  share65: equation('share',
    'residents65/max(residentsTotal, 1e-9{person m})',
    'Share of residents of 65 and over', { outcome: true, region: 'ratio' }),
  purchasesGrowthStart: datum('1/year',
    'Real growth of public purchases before the start', { source: 'docs/theory/changes.md' }),
  purchasesMomentumYears: parameter('year', { low: 2.5, central: 5, high: 10 },
    'Years over which growth of purchases that differed from normal fades after the start',
    { source: 'docs/theory/changes.md', evidence: 'derived', sampled: false }),
  purchasesMomentumPassed: equation('year',
    'purchasesMomentumYears*(1 - exp(-yearsSinceStart/purchasesMomentumYears))',
    'Years of full growth of purchases before the start that have passed since then',
    { over: [], source: 'docs/theory/changes.md' }),
  purchasesGrowthNormal: parameter('1/year', 0.02,
    'Growth of purchases that the trend stands for', { source: '14.2', evidence: 'assumed' }),
  basicPurchases: equation('CNY bn/year', `
    basicPurchasesStart
    *exp(purchasesGrowth*yearsSinceStart + (purchasesGrowthStart - purchasesGrowthNormal)*purchasesMomentumPassed)
    *sqrt(residentsTotal/populationStart)*(1 + purchasesFromAgeing*(share65 - share65Start))`,
    'Basic purchases before cuts, prices of the start', { symbol: 'Gm_b', source: '14.2' }),
  childcarePlaceCost: parameter('CNY k/person/year', 25,
    'Cost of a childcare place', { source: '14.2', evidence: 'assumed' }),
  arrivalGrantUptake: parameter('1/year', 0.012,
    'Residents of 20-39 who are paid an arrival grant in a year', { source: '14.2', evidence: 'assumed' }),
  businessReformCost: parameter('share', 0.0003,
    'Running cost of a full reform of the business climate, of output', { source: '14.2', evidence: 'assumed' }),
  projectSelectionCost: parameter('share', 0.0002,
    'Running cost of project selection, of output', { source: '14.2', evidence: 'assumed' }),
  cultureInvestmentPart: parameter('share', 0.5,
    'Part of the culture programme that is invested; the rest is purchases', { source: '14.2', evidence: 'assumed' }),

  programmes: equation('CNY bn/year', `
    (
      standard(portProgramme) + standard(exportDiversification) + standard(airAbatement) + standard(farmModernisation)
      + standard(vocationalProgramme)
    )*expectedOutput
    + (
      portProgrammeOutlay
      + exportDiversificationOutlay
      + airAbatementOutlay
      + farmModernisationOutlay
      + vocationalProgrammeOutlay
      + businessReformOutlay
      + investmentQualityOutlay
      + (1 - cultureInvestmentPart)*cultureProgrammeOutlay
      + childcarePlacesOutlay
      + arrivalGrantOutlay
    )/price`,
    'Programmes, prices of the start', { symbol: 'prog', source: '14.2' }),
  purchasesCut: parameter('share', 0.1,
    'Cut of purchases at full cash pressure', { symbol: 'cut_m', source: '29.3', evidence: 'assumed' }),
  investmentCut: parameter('share', 0.4,
    'Cut of investment at full cash pressure', { symbol: 'cut_i', source: '29.3', evidence: 'assumed' }),
  purchasesArrearsCut: parameter('share', 0.25,
    'Cut of purchases at full pressure of unpaid bills', { source: '14.2', evidence: 'assumed' }),
  purchasesReal: equation('CNY bn/year', `
    positive(
      basicPurchases*purchasesFactor*debtBrake*(1 - purchasesCut*cashPressure)
      *(1 - purchasesArrearsCut*arrearsPressure)
      + programmes
      - financingFromCuts/price
    )`,
    'Public purchases, prices of the start', { symbol: 'Gm', source: '14.2' }),
  investmentArrearsCut: parameter('share', 0.6,
    'Cut of public investment at full pressure of unpaid bills', { source: '14.2', evidence: 'assumed' }),
  publicInvestmentReal: equation('CNY bn/year', `
    positive(
      (
        publicInvestmentShareStart*investmentFactor*debtBrake*(1 - investmentCut*cashPressure)
        *(1 - investmentArrearsCut*arrearsPressure)
        + publicInvestment
        + centralInvestmentShare
      )*expectedOutput
    )`,
    'Public investment, prices of the start', { symbol: 'Ig', source: '14.2', outcome: true }),
  unemploymentBenefits: equation('CNY bn/year',
    'benefitCoverage*benefitReplacement*wage*unemployedBefore',
    'Unemployment benefits', { source: '8.1' }),
  healthCostPerHead: base('CNY k/person/year',
    'healthCostStart/sum(healthWeight*spendingHeadsStart)',
    'Medical spending per weighted head at the start', { symbol: 'hc0', source: '14.2' }),
  healthCostGrowth: parameter('1/year', 0.03,
    'Real growth of medical spending per head', { symbol: 'g_hc', source: '29.3', evidence: 'assumed' }),
  healthCost: equation('CNY bn/year',
    'healthCostPerHead*price*exp(healthCostGrowth*yearsSinceStart)*sum(healthHeads)',
    'Medical spending', { symbol: 'Hcost', source: '14.2' }),
  healthReimbursements: equation('CNY bn/year',
    '(healthReimbursed + healthReimbursement)*healthCost',
    'Medical spending reimbursed', { source: '14.2' }),
  directPayments: equation('CNY bn/year',
    'directPayment*0.001{CNY k/CNY}*residentsTotal',
    'Direct payments to residents', { source: '19 L16' }),
  vouchers: equation('CNY bn/year',
    'voucherProgramme*price*expectedOutput',
    'Consumption vouchers', { source: '19 L17' }),
  childAllowanceBill: equation('CNY bn/year', 'childAllowance*childrenCovered', 'Child allowances', { source: '15' }),
  robotSubsidies: equation('CNY bn/year',
    'robotSubsidy*price*automationInvestment',
    'Subsidies on robots', { over: ['area', 'firm'], source: '19 L3' }),
  directedInterestShare: parameter('share', 0.1,
    'Interest subsidy on directed investment, of its amount', { source: '14.4', evidence: 'assumed' }),
  interestSubsidy: equation('CNY bn/year',
    'directedInterestShare*price*directedInvestment*expectedOutput',
    'Interest subsidy on directed investment, to state firms', { source: '14.4' }),
  cleanUpMost: parameter('1/year', 0.5,
    'Highest part of LGFV debt paid back from the budget in a year', { source: '14.5', evidence: 'assumed' }),
  cleanUp: equation('CNY bn/year',
    'min(cleanUpProgramme*price*expectedOutput, cleanUpMost*vehicleDebt)',
    'Debt of LGFVs paid back from the budget', { source: '14.5' }),
  provinceEmployerContributions: equation('CNY bn/year',
    'employerRate*publicWages',
    'Employer contributions of the province for its staff', { source: '2.2 row 11' }),
  bondInterest: equation('CNY bn/year', 'bondStockRate*provincialBonds', 'Interest on bonds', { source: '14.5' }),
  advanceRate: parameter('1/year', 0.05,
    'Interest on bank advances to the province', { source: '29.3', evidence: 'assumed' }),
  advanceInterest: equation('CNY bn/year',
    'advanceRate*interestLevel*advances',
    'Interest on bank advances', { symbol: 'rA', source: '29.3' }),
  provinceReceipts: equation('CNY bn/year', `
    ownRevenue + otherInsurance + landRevenue + provinceDividends + provinceDepositInterest + centralTransfers
    + financingFromVehicles`,
    'Receipts of the province', { source: '14.4', outcome: true }),
  provinceBenefitPayments: equation('CNY bn/year', `
    unemploymentBenefits
    + healthReimbursements
    + directPayments
    + vouchers
    + (childAllowanceBill - centralChildAllowance)
    + residentPensionProvince*residentPensionBill`,
    'Transfers of the province to households', { source: '2.2 row 18' }),
  provincePayments: equation('CNY bn/year', `
    price*(purchasesReal + publicInvestmentReal + cultureInvestment)
    + publicWages
    + provinceEmployerContributions
    + provinceBenefitPayments
    + severance
    + sum(robotSubsidies)
    + interestSubsidy
    + pensionSubsidy
    + vehicleSupport
    + publicPurchaseCost
    + cleanUp
    + bondInterest
    + advanceInterest`,
    'Payments of the province without the debt swap', { source: '14.4', outcome: true }),
  provinceBalance: equation('CNY bn/year',
    'provinceReceipts - provincePayments',
    'Balance of the province before financing', { symbol: 'Bal', source: '14.4', outcome: true, region: 'sum' }),

  // financing
  arrearsYears: parameter('year', 2,
    'Years in which unpaid bills are paid off without cash pressure', { source: '14.4', evidence: 'assumed' }),
  arrearsFromPressure: parameter('share', 2,
    'Response of the payment of unpaid bills to cash pressure', { source: '14.4', evidence: 'assumed' }),
  arrearsRepaid: equation('CNY bn/year',
    'arrears/arrearsYears*clip(1 - arrearsFromPressure*cashPressure, 0, 1)',
    'Unpaid bills settled', { symbol: 'AR_rep', source: '14.4' }),
  bondQuota: equation('CNY bn/year',
    'bondQuotaShare*quotaRule + financingFromBonds',
    'Bonds the province may issue', { symbol: 'Quota', source: '14.4' }),
  cashAmple: parameter('share', 3,
    'Cash at which the province issues no bond that it does not need, of its target',
    { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  bondIssue: equation('CNY bn/year', `
    bondRenewal
    *clip(
      max(
        -provinceBalance - equitySale + arrearsRepaid + (cashTarget - provinceDeposits)/1{year},
        plannedBorrowing*clip(cashAmple - provinceDeposits/max(cashTarget, 1e-9{CNY bn}), 0, 1)
      ),
      0,
      positive(bondQuota)
    )
    - (1 - bondRenewal)*bondsMaturing`,
    'Bonds issued beyond those that fall due, without the debt swap',
    { source: '14.4, docs/theory/transfers.md', outcome: true }),
  cashBeforeHelp: equation('CNY bn',
    'provinceDeposits + timeStep*(provinceBalance + equitySale + bondIssue - arrearsRepaid)',
    'Cash before new arrears and advances', { source: '14.4' }),
  cashLeast: parameter('share', 0.25,
    'Cash below which the province delays payments, of its target', { source: '14.4', evidence: 'assumed' }),
  cashShortfall: equation('CNY bn/year',
    'positive(cashLeast*cashTarget - cashBeforeHelp)/timeStep',
    'Cash missing to a quarter of the cash target', { source: '14.4' }),
  newArrearsMost: parameter('share', 0.15,
    'Highest part of purchases left unpaid', { source: '14.4, 29.3', evidence: 'assumed' }),
  newArrears: equation('CNY bn/year',
    'min(cashShortfall, newArrearsMost*price*purchasesReal)',
    'New unpaid bills', { symbol: 'ar_max', source: '14.4, 29.3' }),
  newAdvances: equation('CNY bn/year', 'cashShortfall - newArrears', 'New advances of banks', { source: '14.4' }),
  advancesRepaidShare: parameter('1/year', 2,
    'Part of spare cash used to repay advances in a year: half of it in a quarter',
    { source: '14.4', evidence: 'assumed' }),
  advancesRepaid: equation('CNY bn/year',
    'min(advances/timeStep, advancesRepaidShare*positive(cashBeforeHelp - cashTarget))',
    'Advances repaid from cash above target', { source: '14.4' }),
  provinceDeposits: stock('CNY bn', {
    initial: 'provinceDepositsStart',
    inflow: 'provinceBalance + equitySale + bondIssue + newArrears + newAdvances',
    outflow: 'arrearsRepaid + advancesRepaid',
    symbol: 'Dg', source: '14.4',
  }, 'Deposits of the province'),
  arrears: stock('CNY bn', {
    initial: 'arrearsStart',
    inflow: 'newArrears',
    outflow: 'arrearsRepaid',
    symbol: 'AR', source: '14.4',
  }, 'Unpaid bills of the province'),
  advances: stock('CNY bn', {
    initial: '0',
    inflow: 'newAdvances',
    outflow: 'advancesRepaid',
    symbol: 'Adv', source: '14.4',
  }, 'Advances of banks to the province'),
  bankShareOfBonds: parameter('share', 0.85,
    'Part of bonds bought by banks', { symbol: 'bB', source: '29.3', evidence: 'assumed' }),
  provincialBonds: stock('CNY bn', {
    initial: 'provincialBondsStart',
    inflow: 'bondIssue + debtSwap',
    symbol: 'Bg', source: '14.4',
    note:
      'Banks hold a constant share, of swapped debt too: the reference run shows it (NEA), against the text on the ' +
      'same holders.',
  }, 'Bonds of the province'),
  bondSpread: parameter('1/year', 0.003,
    'Interest of new bonds of the province above the national rate', { source: '14.5', evidence: 'assumed' }),
  bondSpreadSlope: parameter('1/year', 0.002,
    'Rise of that spread with each year of output of debt', { source: '14.5', evidence: 'assumed' }),
  bondSpreadFrom: parameter('year', 0.5,
    'Bonds over output from which the spread rises', { source: '14.5', evidence: 'assumed' }),
  bondRateNew: equation('1/year', `
    bondRateNow
    + interestLevel
      *(
        bondSpread
        + bondSpreadSlope*positive(provincialBonds/max(nominalOutput, 1e-9{CNY bn/year}) - bondSpreadFrom)/1{year}
        + contagionToBonds*spreadFromContagion*contagion
      )`,
    'Rate of new bonds', { symbol: 'rB_new', source: '14.5' }),
  bondStockRate: stock('1/year', {
    initial: 'bondStockRateStart*interestLevel',
    inflow: '(bondRateNew - bondStockRate)*clip(bondsSold/max(provincialBonds, 1e-9{CNY bn}), 0, 1{1/year})',
    symbol: 'rB', source: '14.5',
  }, 'Average rate of bonds'),

  // indicators
  debtClosing: equation('CNY bn',
    'closing(provincialBonds) + closing(vehicleDebt) + closing(arrears) + closing(advances)',
    'Total local debt (including LGFVs) at the end of the step: bonds, LGFV debt, unpaid bills, advances',
    { symbol: 'Debt_aug', region: { as: 'regionDebt', by: 'sum', outcome: true } }),
  debtToGdp: equation('year',
    'debtClosing/max(nominalOutput, 1e-9{CNY bn/year})',
    'Total local debt (including LGFVs) over output', { source: '14.6', outcome: true, region: 'ratio' }),
  ownResources: equation('CNY bn/year',
    'ownRevenue + landRevenue + provinceDividends',
    'Own resources', { symbol: 'OwnRes', source: '14.6' }),
  augmentedInterest: equation('CNY bn/year',
    'bondInterest + vehicleInterest + advanceInterest',
    'Interest on total local debt (including LGFVs)', { symbol: 'IntAug', source: '14.6' }),
  interestBurden: equation('share',
    'augmentedInterest/max(ownResources + centralTransfers, 1e-9{CNY bn/year})',
    'Interest over own and transferred resources', { source: '20.1', outcome: true, region: 'ratio' }),
  landRevenueShare: equation('share',
    'landRevenue/max(ownRevenue + landRevenue, 1e-9{CNY bn/year})',
    'Share of land revenue in own resources', { outcome: true }),
})
