/** Visitors, culture and amenity. */

import { base, datum, delay, equation, parameter, sector, smooth, stock } from '../language/declare.ts'

export const tourismSector = sector('Tourism, culture, amenity', {
  over: ['area'], doc: 'Visitors come for culture and clean air, as the nation grows and hotels allow.',
}, {
  tourismBaseYear: datum('CNY bn/year',
    'Spending of outside visitors in the year before the start', { source: '3, S51' }),
  tourismStart: base('CNY bn/year',
    'tourismBaseYear*startLift',
    'Spending of outside visitors at the start', { symbol: 'Xt0', source: '3' }),
  cultureCapitalStart: datum('CNY bn', 'Culture capital at the start', { symbol: 'Kc', source: '3' }),
  cultureInvestmentShareStart: datum('share',
    'Culture investment in output at the start', { symbol: 'ic', source: '3' }),
  tourismFromIncome: parameter('share', { low: 0.8, central: 1.2, high: 1.6 },
    'Response of tourism to national output', { symbol: 'e_ti', source: '23.4', evidence: 'assumed' }),
  tourismFromCulture: parameter('share', { low: 0.05, central: 0.15, high: 0.3 },
    'Response of tourism to culture', { symbol: 'e_tc', source: '23.4', evidence: 'assumed' }),
  tourismFromAmenity: parameter('share', { low: 0.1, central: 0.3, high: 0.6 },
    'Response of tourism to amenity', { symbol: 'e_ta', source: '23.4', evidence: 'assumed' }),
  cultureElasticity: parameter('share', 0.15,
    'Response of local services to culture', { symbol: 'e_cult', source: '29.3', evidence: 'assumed' }),
  tourismTest: parameter('share', 1, 'Scale of tourism, for experiments', { source: '26 R19' }),
  hotels: smooth('index', {
    of: 'clip(tourism/max(tourismStart, 1e-9{CNY bn/year}), 0.5, 5)',
    years: '2{year}',
    initial: '1',
    symbol: 'Hotel', source: '11',
  }, 'Hotel capacity'),
  culturePerHead: equation('index',
    '(cultureCapital/max(residentsTotal, 1e-9{person m}))/(cultureCapitalStart/populationStart)',
    'Culture capital per head, start = 1'),
  cultureEffect: equation('share',
    'max(culturePerHead, 1e-9)^cultureElasticity - 1',
    'Pull of culture on local spending', { symbol: 'ss', source: '8.2' }),
  amenity: equation('index',
    'max(culturePerHead, 1e-9)^0.3*(pmStart/fineDustBefore)^0.3',
    'Amenity: culture and clean air', { symbol: 'Amen', source: '11', outcome: true }),
  amenityBefore: delay('index', { of: 'amenity', initial: '1' }, 'Amenity, step before'),
  tourism: equation('CNY bn/year', `
    tourismStart*nationalOutput^tourismFromIncome
    *(cultureCapital/max(cultureCapitalStart, 1e-9{CNY bn}))^tourismFromCulture*amenityBefore^tourismFromAmenity
    *min(1, 1.05*hotels)*tourismRevival*supplyFade*tourismTest`,
    'Spending of outside visitors, prices of the start',
    { symbol: 'Xtour', source: '11', outcome: true, region: 'sum' }),
  cultureInvestment: equation('CNY bn/year',
    'cultureInvestmentShareStart*expectedOutput + cultureInvestmentPart*cultureProgrammeOutlay/price',
    'Culture investment, real', { symbol: 'Ic', source: '11' }),
  cultureDepreciation: parameter('1/year', 0.06,
    'Depreciation of culture capital', { symbol: 'dC', source: '29.3', evidence: 'assumed' }),
  cultureCapital: stock('CNY bn', {
    initial: 'cultureCapitalStart',
    inflow: 'cultureInvestment',
    outflow: 'cultureDepreciation*cultureCapital',
    symbol: 'Kc', source: '11',
  }, 'Culture capital'),
})
