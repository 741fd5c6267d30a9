/** The nation around the region: growth, prices, wages, rates and markets, with the shocks that all areas share. */

import { datum, equation, exogenous, index, level, parameter, sector, shock, smooth } from '../language/declare.ts'

export const nation = sector('The nation', { doc: 'Paths of the rest of the country and the world, the same for every area.' }, {
  nationalGrowth: exogenous('1/year', 'National real growth, central path', { symbol: 'g_RC', source: '18' }),
  nationalGrowthShock: shock('1/year', { type: 'ar1', deviation: 0.01, persistence: 0.88 }, 'Deviation of national growth', { source: '18' }),
  nationalGrowthTrendStart: datum('1/year', 'National growth as it is felt at the start', { source: '3(12)' }),
  nationalGrowthRate: equation('1/year', 'nationalGrowth + nationalGrowthShock', 'National real growth', { source: '18', outcome: true }),
  nationalGrowthRecent: smooth('1/year', { of: 'nationalGrowthRate', years: '0.5{year}', initial: 'nationalGrowthTrendStart', symbol: 'gRC^f', source: '7, 3(12)' }, 'National growth of the last half year'),
  nationalGrowthTrend: smooth('1/year', { of: 'nationalGrowthRate', years: '4{year}', initial: 'nationalGrowthTrendStart', symbol: 'gRC^s', source: '6.3, 3(12)' }, 'National growth of the last four years'),
  nationalFertility: exogenous('index', 'Fertility of the nation relative to the start: what moves births everywhere', { source: 'docs/theory/changes.md' }),
  nationalOutput: index('index', { initial: '1', growth: 'nationalGrowthRate', symbol: 'Y_RC', source: '10' }, 'National output, start = 1'),

  nationalInflation: exogenous('1/year', 'National inflation, central path', { symbol: 'pi_RC', source: '18' }),
  nationalInflationShock: shock('1/year', { type: 'ar1', deviation: 0.008, persistence: 0.88 }, 'Deviation of national inflation', { source: '18' }),
  nationalInflationRate: equation('1/year', 'nationalInflation + nationalInflationShock', 'National inflation', { source: '18' }),
  nationalPrice: index('index', { initial: '1', growth: 'nationalInflationRate', symbol: 'PRC', source: '6.8' }, 'Price level of the rest of the country, start = 1'),

  nationalWageShock: shock('1/year', { type: 'ar1', deviation: 0.004, persistence: 0.8 }, 'Deviation of the growth of wages elsewhere', { source: '18' }),
  nationalWage: index('index', { initial: '1', growth: '0.9*(nationalGrowthRate + 0.004{1/year}) + nationalInflationRate + nationalWageShock', symbol: 'WRC', source: '18, E6' }, 'Wage of the rest of the country, start = 1'),

  interestShock: shock('1/year', { type: 'ar1', deviation: 0.003, persistence: 0.95 }, 'Deviation of interest rates, one draw for all', { source: '18' }),
  depositRateStart: datum('1/year', 'Deposit rate at the start', { source: '3(6)' }),
  loanRateStart: datum('1/year', 'Average rate of firm loans at the start', { symbol: 'rL_bar', source: '3(13)' }),
  householdLoanRateStart: datum('1/year', 'Average rate of household loans at the start', { symbol: 'rM_bar', source: '3(13)' }),
  bondStockRateStart: datum('1/year', 'Average rate of bonds at the start', { symbol: 'rB', source: '3(13)' }),
  vehicleStockRateStart: datum('1/year', 'Average rate of vehicle debt at the start', { symbol: 'rV', source: '3(13)' }),
  bondRate: exogenous('1/year', 'Ten-year rate of local government bonds, central path', { symbol: 'r_nat', source: '18' }),
  bondRateNow: equation('1/year', 'interestLevel*(bondRate + interestShock)', 'Ten-year rate of local government bonds', { source: '18' }),
  depositRate: exogenous('1/year', 'Deposit rate, central path', { symbol: 'rD', source: '18' }),
  depositRateNow: equation('1/year', 'interestLevel*(depositRate + 0.5*interestShock)', 'Deposit rate', { source: '18: half of the shock' }),
  lendingRate: exogenous('1/year', 'Rate of new loans to firms, central path', { symbol: 'rL', source: '18' }),
  lendingRateNow: equation('1/year', 'interestLevel*(lendingRate + interestShock)', 'Rate of new loans to firms', { source: '18' }),
  mortgageRate: exogenous('1/year', 'Five-year loan prime rate, central path', { symbol: 'LPR5', source: '18' }),
  mortgageRateNow: equation('1/year', 'interestLevel*(mortgageRate + interestShock)', 'Five-year loan prime rate', { source: '18' }),
  interbankRate: exogenous('1/year', 'Interbank rate, central path', { symbol: 'rN', source: '18' }),
  interbankRateNow: equation('1/year', 'interestLevel*(interbankRate + interestShock)', 'Interbank rate', { source: '18' }),
  outsideClaimRate: equation('1/year', 'interestLevel*min(interbankRate + interestShock + 0.005{1/year}, 0.03{1/year})', 'Income rate of claims outside the region', { symbol: 'rX', source: '8.1' }),
  interestLevel: parameter('share', 1, 'Scale of all interest rates (0 in the test of no interest)', { source: '25 X3', evidence: 'assumed' }),

  nationalHousePriceDrift: exogenous('1/year', 'House price drift common to the nation, central path', { symbol: 'pi_c', source: '18' }),
  nationalHousePriceShock: shock('1/year', { type: 'ar1', deviation: 0.025, persistence: 0.88 }, 'Deviation of the house price drift', { source: '18' }),
  nationalHousePriceTrend: equation('1/year', 'nationalHousePriceDrift + nationalHousePriceShock', 'House price drift common to the nation', { source: '18' }),
  nationalHousingSales: exogenous('share', 'Volume of the national housing market, end of 2023 = 1, central path', { symbol: 'natS', source: '18' }),
  nationalHousingSalesShock: shock('share', { type: 'ar1', deviation: 0.05, persistence: 0.9 }, 'Deviation (log) of the volume of the national housing market', { source: '18' }),
  nationalHousingVolume: equation('share', 'nationalHousingSales*exp(nationalHousingSalesShock)', 'Volume of the national housing market', { source: '18' }),

  centralInvestmentShare: exogenous('share', "Investment paid by the centre's special bonds, of output", { symbol: 'cinv', source: '18' }),

  chineseCarShare: exogenous('share', 'Share of Chinese brands in the Russian car market', { symbol: 'shCN', source: '18, S49' }),
  recyclingFee: exogenous('share', 'Russian recycling fee as a loss of car exports', { symbol: 'fee', source: '18, S49' }),
  carMarketDraw: shock('share', { type: 'uniform' }, 'Draw that may close the Russian car market'),
  carMarketClosingRate: parameter('1/year', 0.1, 'Chance a year that the Russian car market closes, from 2026', { source: '18', evidence: 'assumed' }),
  carMarketAccess: level('share', {
    initial: '1',
    next: 'if(time >= 2026{year} and carMarketDraw < carMarketClosingRate*timeStep, min(carMarketAccess, 0.3), carMarketAccess)',
    symbol: 'regime', source: '18',
  }, 'Access to the Russian car market: 1, or 0.3 for good once closed'),
  sanctionsDraw: shock('share', { type: 'uniform' }, 'Draw that may start sanctions'),
  sanctionsRate: parameter('1/year', 0.03, 'Chance a year of sanctions on other trade with Russia', { source: '18', evidence: 'assumed' }),
  sanctionsLeft: level('year', {
    initial: '0',
    next: 'if(sanctionsDraw < sanctionsRate*timeStep, 2{year}, positive(sanctionsLeft - timeStep))', source: '18',
  }, 'Years of sanctions still to run'),
  sanctionsLoss: equation('share', 'if(sanctionsLeft > 0, 0.4, 0)', 'Loss of other exports to Russia under sanctions', { symbol: 'sanc', source: '18' }),
  oilPriceShock: shock('share', { type: 'ar1', deviation: 0.05, persistence: 0.9 }, 'Deviation of the value of oil output', { source: '18' }),
  tourismRevival: exogenous('share', 'Revival of travel after the pandemic', { symbol: 'rev', source: '11' }),
  confidenceShock: shock('index', { type: 'ar1', deviation: 2, persistence: 0.85 }, 'Deviation of confidence, points', { source: '18', note: 'The specification does not say whether it is one draw: the index is national, so it is.' }),

  retailBeijingStart: datum('CNY k/person/year', 'Retail sales per person in Beijing, 2023', { source: '8.3' }),
  retailSouthEastStart: datum('CNY k/person/year', 'Retail sales per person in Jiangsu, Zhejiang and Fujian, 2023', { source: '8.3' }),
  retailShanghaiStart: datum('CNY k/person/year', 'Retail sales per person in Shanghai, 2023', { source: '8.3' }),
  comparatorRetail: index('index', { initial: '1', growth: '0.9*(nationalGrowthRate + nationalInflationRate + 0.003{1/year})', source: '8.3, E28' }, 'Retail per person of the comparators, start = 1'),
  retailBeijing: equation('CNY k/person/year', 'retailBeijingStart*comparatorRetail', 'Retail per person in Beijing', { source: '8.3' }),
  retailSouthEast: equation('CNY k/person/year', 'retailSouthEastStart*comparatorRetail', 'Retail per person in the south-east', { source: '8.3' }),
  retailShanghai: equation('CNY k/person/year', 'retailShanghaiStart*comparatorRetail', 'Retail per person in Shanghai', { source: '8.3' }),

  yearsSinceStart: equation('year', 'time - startTime', 'Years since the start', { symbol: 't - t0' }),
  momentumYears: parameter('year', { low: 2.5, central: 5, high: 10 }, 'Years over which growth unlike that of 2023 fades after the start', { source: 'docs/theory/changes.md', evidence: 'assumed', sampled: false }),
  momentumLeft: equation('share', 'exp(-yearsSinceStart/momentumYears)', 'What is left of the growth before the start', { source: 'docs/theory/changes.md' }),
  momentumPassed: equation('year', 'momentumYears*(1 - momentumLeft)', 'Years of full growth before the start that have passed since', { source: 'docs/theory/changes.md' }),
})
