/** Industries of the market sector. What they do to the whole is in industry-feedback.ts. */

import { base, datum, equation, identity, sector, smooth } from '../language/declare.ts'

const source = 'docs/theory/industries.md'
const byIndustry = ['area', 'industry']

export const industries = sector('Industries', {
  over: ['area'],
  doc:
    'The market sector by industry, in value added. Each kind of demand leaves value added in the industries that ' +
    'supply it, directly and through their suppliers, in the proportions of the input-output table; sales to the ' +
    'rest of the country supply the rest of the official mix. Only regions with an input-output table have it.',
}, {
  industryOutputBaseYear: datum('CNY bn/year',
    'Value added of the industry in the year before the start', { over: byIndustry, source }),
  industryEmployedBaseYear: datum('person m',
    'Employed in the industry in the year before the start', { over: byIndustry, source }),
  industryContent: datum('share',
    'Share of the industry in the value added that the outlet leaves in the market sector of the area, by the table',
    { over: ['area', 'industry', 'outlet'], source }),
  industrySellers: datum('share',
    'Share of the industry in sales outside the area, by the table', { over: ['area', 'industry', 'sale'], source }),

  // the official mix, and what sales to the nation have to supply of it
  industryShareStart: base('share',
    'industryOutputBaseYear/max(sum(industryOutputBaseYear, industry), 1e-9{CNY bn/year})',
    'Share of the industry in market output at the start', { over: byIndustry, source }),
  outletStart: base('CNY bn/year', {
    consumption: '(1 - importShareGiven[consumption] - importShareExcess)*demandGivenStart[consumption]',
    investment: '(1 - importShareGiven[investment])*demandGivenStart[investment]',
    robots: '(1 - importShareGiven[robots])*demandGivenStart[robots]',
    building: '(1 - importShareGiven[building])*demandGivenStart[building]',
    purchases: '(1 - importShareGiven[purchases])*demandGivenStart[purchases]',
    cars: '(1 - importShareGiven[abroad])*exportsRussiaCarsStart',
    russia: '(1 - importShareGiven[abroad])*(exportsRussiaStart - exportsRussiaCarsStart)',
    world: '(1 - importShareGiven[abroad])*(exportsAbroadStart - exportsRussiaStart)',
    defence: '(1 - importShareGiven[abroad])*defenceStart',
    nation: '(1 - importShareGiven[nation])*exportsNationStart',
    visitors: '(1 - importShareGiven[visitors])*demandGivenStart[visitors]',
  }, 'Demand for local output by outlet at the start', { over: ['area', 'outlet'], source }),
  industryCalledStart: base('CNY bn/year',
    'sum(industryContent*outletStart, outlet) - industryContent[nation]*outletStart[nation]',
    'Output of the industry that all outlets but sales to the rest of the country call for at the start',
    { over: byIndustry, source }),
  industryKept: base('share',
    'min(1, industryShareStart*sum(outletStart, outlet)/max(industryCalledStart, 1e-9{CNY bn/year}))',
    'Share of the call of the table on the industry that its official output at the start can meet',
    { over: byIndustry, source }),
  industryLeftStart: base('CNY bn/year',
    'positive(industryShareStart*sum(outletStart, outlet) - industryCalledStart)',
    'Official output of the industry at the start that is left for sales to the rest of the country',
    { over: byIndustry, source }),
  contentNation: base('share',
    'industryLeftStart/max(sum(industryLeftStart, industry), 1e-9{CNY bn/year})',
    'Share of the industry in the value added of sales to the rest of the country', { over: byIndustry, source }),
  contentWeight: base('share', {
    nation: 'contentNation',
    else: 'industryContent*industryKept + (1 - sum(industryContent*industryKept, industry))*contentNation',
  }, 'Share of the industry in the value added that the outlet leaves in the market sector of the area', {
    over: ['area', 'industry', 'outlet'], source,
    note: 'What an industry cannot have made by the official mix of the base year, others make.',
  }),

  // each step
  soldOutside: equation('CNY bn/year', {
    cars: 'exportsCars*russiaDemandTest',
    russia: 'exportsRussiaOther',
    world: 'exportsWorld',
    defence: 'defence',
    nation: 'exportsNation',
    visitors: 'tourism',
  }, 'External sales by partner, prices of the start', { over: ['area', 'sale'], source }),
  localOutlet: equation('CNY bn/year', {
    consumption: 'localShare[consumption]*demandOfUse[consumption]',
    investment: 'localShare[investment]*demandOfUse[investment]',
    robots: 'localShare[robots]*demandOfUse[robots]',
    building: 'localShare[building]*demandOfUse[building]',
    purchases: 'localShare[purchases]*demandOfUse[purchases]',
    cars: 'localShare[abroad]*soldOutside[cars]',
    russia: 'localShare[abroad]*soldOutside[russia]',
    world: 'localShare[abroad]*soldOutside[world]',
    defence: 'localShare[abroad]*soldOutside[defence]',
    nation: 'localShare[nation]*soldOutside[nation]',
    visitors: 'localShare[visitors]*soldOutside[visitors]',
  }, 'Demand for local output by outlet, prices of the start', { over: ['area', 'outlet'], source }),
  ordersOfIndustry: equation('CNY bn/year',
    'openNow*(sum(contentWeight*localOutlet, outlet) + contentNation*localOutlet[nation]*nationShift)',
    'Demand for the output of the industry, prices of the start', { over: byIndustry, source }),
  outputOfIndustry: equation('CNY bn/year', `
    ordersOfIndustry*marketOutput/max(localDemand, 1e-9{CNY bn/year})
    + ceilingByIndustry
      *(
        (ordersOfIndustry - excessOfIndustry)*marketOutput
        /max(localDemand - sum(excessOfIndustry, industry), 1e-9{CNY bn/year})
        - ordersOfIndustry*marketOutput/max(localDemand, 1e-9{CNY bn/year})
      )`,
    'Value added of the industry, prices of the start',
    {
      over: byIndustry, source, outcome: true,
      note: 'What the capacity of the market cannot supply is spread over industries as their orders are.',
    }),
  laborIntensity: base('share', `
    industryEmployedBaseYear*sum(industryOutputBaseYear, industry)
    /max(industryOutputBaseYear*sum(industryEmployedBaseYear, industry), 1e-9{person m*CNY bn/year})`,
    'Employed per value added of the industry, market sector = 1', { over: byIndustry, source }),
  laborCall: smooth('CNY bn/year', {
    of: 'laborIntensity*outputOfIndustry*(1 - robotsByIndustry*workSaved)',
    years: '1/employmentSpeed',
    initial: 'laborIntensity*industryShareStart*marketOutputStart',
    over: byIndustry, source,
  }, 'Call of the industry for labour: its value added, smoothed as employment follows output'),
  employmentOfIndustry: equation('person m',
    'marketEmployed*laborCall/max(sum(laborCall, industry), 1e-9{CNY bn/year})',
    'Employed in the industry',
    { over: byIndustry, source, outcome: true, note: 'Productivity of the industries moves in step.' }),
  exportsOfIndustry: equation('CNY bn/year',
    'sum(industrySellers*soldOutside, sale) + industrySellers[nation]*soldOutside[nation]*sellersShift',
    'Sales of the industry outside the area, prices of the start', { over: byIndustry, source, outcome: true }),
  vehiclesOutput: equation('CNY bn/year',
    'outputOfIndustry[vehicles]',
    'Value added of vehicles, prices of the start', { source }),

  // the region
  regionOutputOfIndustry: equation('CNY bn/year',
    'sum(outputOfIndustry, area)',
    'Value added of the industry, prices of the start', { over: ['industry'], source, outcome: true }),
  regionEmploymentOfIndustry: equation('person m',
    'sum(employmentOfIndustry, area)',
    'Employed in the industry', { over: ['industry'], source, outcome: true }),
  regionExportsOfIndustry: equation('CNY bn/year',
    'sum(exportsOfIndustry, area)',
    'Sales of the industry outside its area, prices of the start', { over: ['industry'], source, outcome: true }),

  outputOfIndustries: identity('CNY bn/year', {
    id: 'A26',
    left: 'sum(outputOfIndustry, industry)',
    right: 'marketOutput',
    scale: 'output',
  }, 'Output of the industries = market output'),
  employmentOfIndustries: identity('person m', {
    id: 'A26',
    left: 'sum(employmentOfIndustry, industry)',
    right: 'marketEmployed',
    scale: 'laborForce + 1e-9{person m}',
  }, 'Employed in the industries = employed in the market sector'),
  exportsOfIndustries: identity('CNY bn/year', {
    id: 'A26',
    left: 'sum(exportsOfIndustry, industry)',
    right: 'marketExports',
    scale: 'output',
  }, 'Sales of the industries outside = exports of the market sector'),
})
