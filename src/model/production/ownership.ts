/** Ownership of state firms, and the cost of production. */

import { equation, level, parameter, part, smooth, stock } from '../../language/declare.ts'
import { firms } from './firms.ts'

export const productionOwnership = part({
  // ownership
  mixedShare: stock('share', {
    initial: 'mixedShareStart',
    inflow: 'mixedOwnershipPace*(1 - mixedShare)',
    symbol: 'muo', source: '6.7',
  }, 'Share of state capital in mixed-ownership firms'),
  mixedYears: parameter('year', 3,
    'Years in which mixed ownership takes effect', { source: '6.2', evidence: 'assumed' }),
  mixedShareFelt: smooth('share', {
    of: 'closing(mixedShare)',
    years: 'mixedYears',
    initial: 'mixedShareStart',
    symbol: 'muoS', source: '6.2',
  }, 'Mixed ownership in effect'),
  provinceSale: parameter('share', 0.5,
    "Part of the province's holding sold for each part of state capital opened",
    { source: '6.7', evidence: 'assumed' }),
  sharesSoldRate: equation('1/year',
    'provinceSale*mixedOwnershipPace',
    "Part of the province's holding sold in a year", { over: [], source: '6.7' }),
  provinceHolderShare: stock('share', {
    initial: 'provinceHolderShareStart',
    outflow: 'sharesSoldRate*provinceHolderShare',
    symbol: 'hg', source: '6.7',
  }, 'Equity of state firms held by the province'),
  mixedHolderShare: stock('share', {
    initial: 'mixedHolderShareStart',
    inflow: '(1 - buyersOutside)*sharesSoldRate*provinceHolderShare',
    symbol: 'hm', source: '6.7',
  }, 'Equity of state firms held by private firms'),
  buyersOutside: parameter('share', 0.3,
    'Share of state equity sold that buyers outside the region buy; private firms buy the rest',
    { source: '6.7', evidence: 'assumed' }),
  outsideHolderShare: stock('share', {
    initial: 'outsideHolderShareStart',
    inflow: 'buyersOutside*sharesSoldRate*provinceHolderShare',
    symbol: 'hx', source: '6.7',
  }, 'Equity of state firms held outside'),
  centreHolderShare: equation('share',
    '1 - provinceHolderShare - mixedHolderShare - outsideHolderShare',
    'Equity of state firms held by the central government', { symbol: 'hc' }),
  stateEquity: equation('CNY bn',
    'price*(capital[state] + robotValue[state]) + firmDeposits[state] - firmLoans[state]',
    'Book equity of state firms at the opening of the step', { symbol: 'Eqs', source: '2.1' }),
  robotValue: equation('CNY bn',
    'robotPrice*robots',
    'Robots and digital capital, prices of the start', { over: firms, symbol: 'A', source: '6' }),
  equitySale: equation('CNY bn/year',
    'sharesSoldRate*positive(stateEquity)*provinceHolderShare',
    'Sale of state equity by the province', { symbol: 'Z', source: '6.7' }),

  // cost
  unitLaborCost: equation('index',
    'wage*(1 + employerRate)/max(productivity, 1e-9{CNY k/person/year})/price',
    'Real unit labour cost', { symbol: 'ulc', source: '6.8' }),
  nominalUnitCost: equation('index', 'price*unitLaborCost', 'Nominal unit labour cost', { source: '6.8' }),
  nominalUnitCostStart: level('index', {
    initial: '1',
    next: 'if(time = startTime, nominalUnitCost, nominalUnitCostStart)',
    note: 'The reference is the first step: only then is a capacity output per worker known.',
  }, 'Nominal unit labour cost of the first step'),
  costFromLabour: parameter('share', 0.5,
    'Weight of unit labour cost in cost relative to the nation', { source: '6.8, E13', evidence: 'assumed' }),
  costFromPrices: parameter('share', 0.5,
    'Weight of prices in cost relative to the nation', { source: '6.8, E13', evidence: 'assumed' }),
  relativeCost: smooth('index', {
    of: `
      costFromLabour*nominalUnitCost/closing(nominalUnitCostStart)/closing(nationalPrice)
      + costFromPrices*price/closing(nationalPrice)`,
    years: 'newsYears',
    initial: '1',
    symbol: 'comp', source: '6.8, E13',
  }, 'Cost relative to the rest of the country in the last quarter'),
})
