/** A small model with every feature of the language that a Vensim file can contain, for tests of the export. */

import {
  base,
  datum,
  delay,
  equation,
  exogenous,
  index,
  level,
  lever,
  type Model,
  parameter,
  sector,
  shock,
  smooth,
  solved,
  stock,
  table,
  trial,
  yearMean,
} from '../../src/language/declare.ts'

export const features: Model = {
  name: 'features',
  dimensions: {
    area: { labels: 'region', doc: 'Areas' },
    sex: { labels: ['female', 'male'], doc: 'Sex' },
    age: { labels: { from: 0, to: 5 }, unit: 'year', doc: 'Age' },
    firm: { labels: ['state', 'private'], doc: 'Firms' },
  },
  sectors: [
    sector(
      'Figures',
      { over: ['area'] },
      {
        rate: parameter('share', { low: 0.1, central: 0.25, high: 0.3 }, 'A rate'),
        weight: parameter('share', { state: 0.3, private: 0.7 }, 'A record by label'),
        start: datum('share', 'Figures with many digits', { over: ['area', 'sex', 'age'] }),
        few: datum('share', 'Figures with few digits', { over: ['area', 'firm'] }),
        outside: exogenous('share', 'A path', { over: [] }),
        action: lever(
          'share',
          { bounds: [0, 1], standard: 0.2, theme: 'test', payer: 'nobody', free: 'A test', over: [] },
          'A lever that moves',
        ),
        draw: shock('share', { type: 'normal', deviation: 0.1 }, 'A shock for each area'),
        steps: table(
          'share',
          {
            argument: 'share',
            points: [
              [0, 1],
              [0.5, 3],
              [1, 2.5],
            ],
          },
          'A table',
        ),
        found: solved('share', { residual: 'found*found - 2', between: ['0', '2'] }, 'The root of two'),
        tried: trial('share', { of: 'mixed', start: '0.5', over: [] }, 'Of the first step'),
        plain: base('share', 'rate*found + outside + action + sum(start) + time/1{year}/2000', 'Read before the start'),
        shape: base('share', 'exp(-age/2{year})/sum(exp(-age/2{year}), age)', 'Sums to one', { over: ['age'] }),
        percent: parameter('%', 0.04, 'In hundredths'),
      },
    ),
    sector(
      'Steps',
      { over: ['area'] },
      {
        money: stock(
          'share',
          { initial: 'plain', inflow: '(rate + draw)*money/1{year}', outflow: '0.1{1/year}*outside' },
          'A stock',
        ),
        capital: stock(
          'share',
          {
            over: ['area', 'firm'],
            initial: 'few',
            inflow: { state: 'rate*capital/1{year}', private: 'weight*money/1{year}' },
            outflow: '0.05{1/year}*capital',
          },
          'A stock with a text for each label',
        ),
        still: stock('share', { initial: 'money' }, 'A stock that nothing moves'),
        prices: index('index', { initial: '1', growth: 'rate*action/1{year}' }, 'An index'),
        felt: smooth('share', { of: 'action', years: '2{year}', initial: '0', over: [] }, 'A smooth'),
        before: delay('share', { of: 'mixed', initial: 'tried', over: [] }, 'A delay'),
        next: level('share', { initial: '0', next: 'closing(money) - change(capital[state])' }, 'A level'),
        mean: yearMean('share', { of: 'closing(money)*2', initial: 'money' }, 'A mean of the year'),
        // Powers, signs, brackets and truth values.
        mixed: equation(
          'share',
          '-(rate - outside)^2 - (0.5 - (rate - 2))/(3/(outside*2)) + percent^2 + rate^3 + (2 + rate)^-1 + 1.5^rate + outside^0.5 + 2^(-rate)',
          'Arithmetic',
          { over: [] },
        ),
        floors: equation('share', 'floor(-2.5*rate*10) + floor(7.3) - -rate + abs(-3)', 'Floors', { over: [] }),
        truths: equation(
          'share',
          '(money > 1) + 2*(firm = state) + if(not (firm = private) and (money > 0.1 or rate >= 0.3), 5, 7) + 3*(money != 2) + if(firm = state or capital < 0, 1, 0)',
          'Truth values',
          { over: ['area', 'firm'] },
        ),
        bounded: equation(
          'share',
          'min(money, capital[state], 0.7) + max(1, 2, money) + clip(money, 0.2, 0.9) + positive(0.3 - money) + logistic(money) + sqrt(money + 1) + ln(money + 2) + steps(money)',
          'Functions',
        ),
        moment: equation('share', '(time - startTime)/timeStep*0.01', 'The clock', { over: [] }),
        // Sums and shifts.
        folded: equation(
          'share',
          'sum(start*shape) + sum(start[2..4]) + sum(start[female, 1..1]) + start[male, 5]',
          'Sums',
        ),
        nested: equation(
          'share',
          'start/sum(start, age) + age/1{year}*sum(start*sum(shape[..2], age), sex)',
          'Sums in a loop',
          {
            over: ['area', 'sex', 'age'],
          },
        ),
        shifted: equation(
          'share',
          'shift(start*age/1{year}, age) + sum(start + shift(start, age), sex) + sum(shift(start, age), age)*0.1',
          'Shifts',
          { over: ['area', 'sex', 'age'] },
        ),
        marked: equation('share', 'sum(if(age >= 2{year} and sex = male, start, 0.1*start))', 'Labels inside a sum'),
        twice: equation('share', 'shift(shift(start, age), age)', 'A shift of a shift', {
          over: ['area', 'sex', 'age'],
        }),
      },
    ),
    sector(
      'Years',
      { over: ['area'], annual: true },
      {
        people: stock(
          'share',
          {
            over: ['area', 'sex', 'age'],
            initial: 'start',
            inflow: '0.01{1/year}*people*action',
            outflow: '0.1{1/year}*people*outside',
            ageing: 'age',
            newborn: 'children*weight[state]',
          },
          'People who age',
        ),
        children: equation('share', 'sum(people[female, 2..4])*0.3*mean/(mean + 1) + money*0.01 + draw*0', 'Newborns'),
        years: equation('share', '(time - 2020{year})/1{year} + felt + before*0.1', 'Reads what moves in the year'),
        lastYears: delay('share', { of: 'years', initial: '0' }, 'A delay by a year'),
        slow: smooth('share', { of: 'years', years: '3{year}', initial: '1' }, 'A smooth by the year'),
        count: level('share', { initial: '0', next: 'count + if(years > 4, 1, 0)' }, 'A level by the year'),
      },
    ),
    sector(
      'Readers of years',
      { over: ['area'] },
      {
        both: equation(
          'share',
          'years*money + children + sum(people) + closing(slow) - closing(people[male, 3])',
          'Both',
        ),
      },
    ),
  ],
}
