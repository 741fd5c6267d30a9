/** Industries in which the investment of a policy lands: two levers with a value for each, and their effects. */

import { base, delay, equation, lever, parameter, sector, stock } from '../language/declare.ts'

const source = 'docs/theory/industries.md'
const byIndustry = ['area', 'industry']

export const industryInvestment = sector('Investment by industry', {
  over: ['area'],
  doc:
    'A policy may say in which industries its investment lands; what it leaves open is spread as capital and robots ' +
    'are. Capital that an industry has beyond its share lowers its cost against the other industries, and its sales ' +
    'to the rest of the country rise. With nothing said, no number of a run is another.',
}, {
  investmentTo: lever('share', {
    over: ['industry'], bounds: [0, 1], standard: 0,
    partOf: 'investment',
    theme: 'Industries', payer: 'none', free: 'Says where the investment of other levers lands', source,
  }, 'Share of additional public and directed investment that goes to the industry'),
  robotsTo: lever('share', {
    over: ['industry'], bounds: [0, 1], standard: 0,
    partOf: 'robots',
    theme: 'Industries', payer: 'none', free: 'Says where the robots go that firms buy', source,
  }, 'Share of the robots bought that goes to the industry'),

  // capital
  investmentShareLed: equation('share',
    'investmentTo/max(sum(investmentTo, industry), 1)',
    'Share of additional public and directed investment that goes to the industry, of 1 at most',
    { over: ['industry'], source }),
  directedBuilt: equation('CNY bn/year', `
    investment[state]
    *clip(directedExtra[state]/max(investmentPlan[state] + positive(directedExtra[state]), 1e-9{CNY bn/year}), -1, 1)`,
    'Investment of state firms that policy directs beyond the standard, as made', { source }),
  capitalLed: stock('CNY bn', {
    initial: '0',
    inflow: 'investmentShareLed*directedBuilt',
    outflow: 'capitalDepreciation*capitalLed',
    over: byIndustry, source, negative: 'Policy may direct less than the standard.',
  }, 'Capital of state firms that policy led to the industry, prices of the start'),
  publicCapitalLed: stock('CNY bn', {
    initial: '0',
    inflow: 'investmentShareLed*publicInvestmentEfficiency*beyondStandard(publicInvestmentReal)',
    outflow: 'publicDepreciation*publicCapitalLed',
    over: byIndustry, source, negative: 'Policy may invest less than the standard.',
  }, 'Public capital that policy built for the industry, prices of the start'),
  capitalLead: equation('index', `
    max(
      1
      + (capitalLed - capitalOfIndustry*sum(capitalLed, industry))
        /max(capitalOfIndustry*sum(capital, firm), 1e-9{CNY bn}),
      leadLeast
    )`,
    'Capital of the industry relative to undirected investment, the whole being equal',
    { over: byIndustry, source, annual: true }),
  publicCapitalLead: equation('index', `
    max(
      1
      + (publicCapitalLed - capitalOfIndustry*sum(publicCapitalLed, industry))
        /max(capitalOfIndustry*(publicCapital + vehicleCapital), 1e-9{CNY bn}),
      leadLeast
    )`,
    'Public capital that serves the industry relative to undirected investment, the whole being equal',
    { over: byIndustry, source, annual: true }),
  leadLeast: parameter('index', 0.1, 'Lowest lead of an industry that counts', { source, evidence: 'assumed' }),

  // robots
  robotsShareLed: equation('share',
    'robotsTo/max(sum(robotsTo, industry), 1)',
    'Share of the robots bought that goes to the industry, of 1 at most', { over: ['industry'], source }),
  robotsLed: stock('robot k', {
    initial: '0',
    inflow: '(robotsShareLed - robotWeight*sum(robotsShareLed, industry))*sum(automationInvestment, firm)/robotPrice',
    outflow: 'robotDepreciation*robotsLed',
    over: byIndustry, source, negative: 'Investment directed to one industry is missing in the others.',
  }, 'Robots in the industry beyond its share'),
  workKeptByLed: equation('share', `
    min(
      exp(
        -labourSaved*jobsPerRobot*robotsLed*0.001{person m/person k}
        /(automatableShare*max(industryEmployedBaseYear, 1e-9{person m}))
      ),
      1/max(workKeptBefore, 1e-9)
    )`,
    'Factor on the share of tasks left to workers through robots beyond the share of the industry: no more are left ' +
      'than there are',
    { over: byIndustry, source, annual: true }),
  workKeptBefore: delay('share', { of: 'workKept', initial: '1', over: byIndustry, source },
    'Share of tasks that robots bought since the start leave to workers in the industry, in the previous step'),

  // sales
  salesFromCost: base('share', `
    nationPriceElasticity*costOfIndustry
    /(1 - capitalElasticity + capitalElasticity*nationPriceElasticity*costOfIndustry)`,
    'Response of sales of the industry to its cost at given capital',
    {
      over: ['industry'], source,
      note: 'With capital given, cost rises with sales, so that sales rise by no more than capital does.',
    }),
  leadOfIndustry: equation('index', `
    exp(
      salesFromCost
      *(
        capitalElasticity*ln(capitalLead)
        + publicCapitalElasticity*ln(publicCapitalLead)
        + (1 - capitalElasticity)*robotsByIndustry
          *ln((1 - automatableShare*(1 - workKeptBefore))/(1 - automatableShare*(1 - workKeptBefore*workKeptByLed)))
      )
    )`,
    'Sales of the industry to the rest of the country over what they would be if policy had led nothing to it',
    { over: byIndustry, source, annual: true }),
})
