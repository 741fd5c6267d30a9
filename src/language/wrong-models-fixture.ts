/** Models with one fault each, and the messages that refuse them. */
import {
  base,
  type Declaration,
  datum,
  equation,
  lever,
  matrix,
  parameter,
  solved,
  stock,
  table,
  trial,
} from './declare.ts'
import type { World } from './small-model-fixture.ts'

export const flow = (text: string) => equation('CNY bn/year', text, 'a flow')
export const money = {
  taxes: datum('CNY bn/year', 'x'),
  population: datum('person m', 'x'),
  gdp: datum('CNY bn/year', 'x'),
  taxRate: parameter('share', 0.2, 'x'),
}

interface Case {
  readonly title: string
  readonly declarations: Readonly<Record<string, Declaration>>
  readonly world?: World
  readonly messages: readonly string[]
}

export const wrongModels: readonly Case[] = [
  {
    title: 'a misspelt name, with the name that was meant',
    declarations: { ...money, revenue: flow('taxRate * gpd') },
    messages: ["revenue: in 'taxRate * gpd', unknown name 'gpd'; did you mean 'gdp'?"],
  },
  {
    title: 'a unit clash, with both units',
    declarations: { ...money, revenue: flow('taxes + population') },
    messages: [
      "revenue: in 'taxes + population', '+' mixes CNY bn/year and person m; both sides must have the same unit",
    ],
  },
  {
    title: 'a text whose unit is not the declared one',
    declarations: { ...money, revenue: equation('CNY m/year', 'taxes', 'x') },
    messages: ["revenue: 'taxes' is in CNY bn/year, but CNY m/year is declared"],
  },
  {
    title: 'a circular definition, as a chain',
    declarations: { gdp: flow('revenue * 2'), revenue: flow('gdp / 5') },
    messages: [
      'circular definition: gdp <- revenue <- gdp; make one of them a state (delay, smooth, stock) or declare a simultaneous block',
    ],
  },
  {
    title: 'a loop through a closing value',
    declarations: {
      debt: stock('CNY bn', { initial: '0', inflow: 'interest' }, 'x'),
      interest: flow('0.1{1/year} * closing(debt)'),
    },
    messages: [
      'circular definition: closing(debt) <- interest <- closing(debt); make one of them a state (delay, smooth, stock) or declare a simultaneous block',
    ],
  },
  {
    title: 'a loop of base values',
    declarations: { a: base('share', 'b', 'x'), b: base('share', 'a', 'x') },
    messages: ['circular definition: a <- b <- a; give one of them a figure, or find it with a solved unknown'],
  },
  {
    title: 'a variable over a dimension the target lacks',
    declarations: { capital: datum('CNY bn', 'x', { over: ['firm'] }), total: equation('CNY bn', 'capital * 2', 'x') },
    messages: [
      "total: in 'capital * 2', 'capital' varies over 'firm', which total does not; index it, as in [state], or sum over 'firm'",
    ],
  },
  {
    title: 'a missing label in a record',
    declarations: { capital: equation('CNY bn', { state: '0' }, 'x', { over: ['firm'] }) },
    messages: ["capital: no text for label 'private' of 'firm'; add it, or 'else' for the rest"],
  },
  {
    title: 'a misspelt label in a record',
    declarations: { capital: equation('CNY bn', { state: '0', privat: '0' }, 'x', { over: ['firm'] }) },
    messages: ["capital: unknown label 'privat' in the record; its dimensions are 'firm'; did you mean 'private'?"],
  },
  {
    title: 'an index on an unknown label',
    declarations: {
      capital: datum('CNY bn', 'x', { over: ['firm'] }),
      one: equation('CNY bn', 'capital[privat]', 'x'),
    },
    messages: [
      "one: in 'capital[privat]', unknown label 'privat' of 'capital' (firm: state, private); did you mean 'private'?",
    ],
  },
  {
    title: 'an index on a variable without dimensions',
    declarations: { ...money, one: flow('taxes[state]') },
    messages: ["one: in 'taxes[state]', 'taxes' has no dimensions and cannot be indexed by 'state'"],
  },
  {
    title: 'a sum over a dimension that is missing',
    declarations: { ...money, one: flow('sum(taxes, firm)') },
    messages: ["one: in 'sum(taxes, firm)', sum over 'firm', but nothing in 'taxes' varies over 'firm'"],
  },
  {
    title: 'a sum of nothing',
    declarations: { ...money, one: flow('sum(taxes)') },
    messages: [
      "one: in 'sum(taxes)', nothing to sum: 'taxes' varies over no dimension that one lacks; name the dimension",
    ],
  },
  {
    title: 'an unknown dimension',
    declarations: { capital: datum('CNY bn', 'x', { over: ['firms'] }) },
    messages: ["capital: unknown dimension 'firms'; did you mean 'firm'?"],
  },
  {
    title: 'a range outside a sum',
    declarations: { people: datum('person m', 'x', { over: ['age'] }), one: equation('person m', 'people[2..3]', 'x') },
    messages: ["one: in 'people[2..3]', a range of labels stands only inside a sum over 'age'; write sum(…, age)"],
  },
  {
    title: 'a name used twice, ignoring case',
    declarations: { taxRate: parameter('share', 1, 'x'), taxrate: parameter('share', 1, 'x') },
    messages: ["taxrate: the name is already used by 'taxRate' (in Test); names are unique, ignoring case"],
  },
  {
    title: 'a name of the language',
    declarations: { sum: parameter('share', 1, 'x'), time: parameter('year', 1, 'x') },
    messages: [
      'sum: the name is a word of the language; choose another',
      "time: the name is already used by 'time' (the clock); names are unique, ignoring case",
    ],
  },
  {
    title: 'a name that is no name',
    declarations: { Tax_rate: parameter('share', 1, 'x') },
    messages: ['Tax_rate: a name is letters and digits and starts with a lower-case letter'],
  },
  {
    title: 'an unknown unit',
    declarations: { rate: parameter('1/fortnight', 1, 'x') },
    messages: [
      "rate: unknown unit 'fortnight' in '1/fortnight'; available: CNY, person, year, m2, robot, month, share, index, 1, % and the scales k, m, bn, tn after a unit",
    ],
  },
  {
    title: 'a text that cannot be read',
    declarations: { ...money, revenue: flow('taxes +') },
    messages: ["revenue: expected a number, a name or a bracket but found the end at character 8 of 'taxes +'"],
  },
  {
    title: 'an equation read before the first step',
    declarations: { ...money, revenue: flow('taxes'), start: base('CNY bn/year', 'revenue', 'x') },
    messages: [
      "start: in 'revenue', 'revenue' is not known before the first step because it is an equation; use a base value or the initial value of a state",
    ],
  },
  {
    title: 'an annual equation that reads a quarterly one',
    declarations: {
      ...money,
      revenue: flow('taxes'),
      yearly: equation('CNY bn/year', 'revenue * 2', 'x', { annual: true }),
    },
    messages: [
      "yearly: in 'revenue * 2', 'revenue' changes within the year and this is annual; read a yearMean of it, or a delay with annual: false",
    ],
  },
  {
    title: 'closing() of something that has none',
    declarations: { ...money, one: flow('closing(taxes)') },
    messages: ["one: in 'closing(taxes)', 'closing' takes the name of a stock or other state, but 'taxes' is none"],
  },
  {
    title: 'a number where a condition is needed',
    declarations: { ...money, one: flow('if(taxRate, taxes, 0)') },
    messages: [
      "one: in 'if(taxRate, taxes, 0)', a condition is needed but 'taxRate' is a number; compare it, as in 'taxRate > 0'",
    ],
  },
  {
    title: 'a label used as a quantity',
    declarations: { one: equation('share', 'private', 'x') },
    messages: [
      "one: in 'private', 'private' is a label of 'firm', not a quantity; write it as an index, x[private], or compare firm = private",
    ],
  },
  {
    title: 'a variable called like a function',
    declarations: { ...money, one: flow('taxes(2)') },
    messages: [
      "one: in 'taxes(2)', unknown function 'taxes'; it is a variable: write it without brackets, or with * to multiply",
    ],
  },
  {
    title: 'a misspelt function',
    declarations: { ...money, one: flow('postive(taxes)') },
    messages: ["one: in 'postive(taxes)', unknown function 'postive'; did you mean 'positive'?"],
  },
  {
    title: 'the wrong number of values',
    declarations: { ...money, one: flow('clip(taxes, 0)'), two: flow('max(taxes)') },
    messages: [
      "one: in 'clip(taxes, 0)', 'clip' takes 3 values, not 2",
      "two: in 'max(taxes)', 'max' needs two values or more",
    ],
  },
  {
    title: 'units inside functions',
    declarations: {
      ...money,
      one: equation('share', 'exp(taxes)', 'x'),
      two: flow('max(taxes, 1)'),
      three: equation('share', 'taxRate ^ taxes', 'x'),
    },
    messages: [
      "one: in 'exp(taxes)', the argument of 'exp' must be in 1 (dimensionless) but is in CNY bn/year",
      "two: in 'max(taxes, 1)', 'max' mixes CNY bn/year and 1 (dimensionless); both sides must have the same unit",
      "three: in 'taxRate ^ taxes', '^' needs dimensionless numbers unless the exponent is a literal, but 'taxes' is in CNY bn/year",
    ],
  },
  {
    title: 'the argument of a table',
    declarations: {
      ...money,
      curve: table(
        'share',
        {
          argument: 'year',
          points: [
            [0, 1],
            [5, 2],
          ],
        },
        'x',
      ),
      one: equation('share', 'curve(taxRate)', 'x'),
    },
    messages: ["one: in 'curve(taxRate)', the argument of 'curve' must be in year but is in 1 (dimensionless)"],
  },
  {
    title: 'a table whose arguments do not rise',
    declarations: {
      curve: table(
        'share',
        {
          argument: 'year',
          points: [
            [0, 1],
            [0, 2],
          ],
        },
        'x',
      ),
    },
    messages: ['curve: the arguments of a table must rise; 0 follows 0'],
  },
  {
    title: 'flows of a stock per year',
    declarations: { ...money, debt: stock('CNY bn', { initial: '0', inflow: 'taxes * 1{year}' }, 'x') },
    messages: ["debt (inflow): 'taxes * 1{year}' is in CNY bn, but CNY bn/year is declared"],
  },
  {
    title: 'labels of a parameter',
    declarations: { share: parameter('share', { state: 1, privat: 2 }, 'x', { over: ['firm'] }) },
    messages: ["share: no value for label 'private' of firm; give one value for each label"],
  },
  {
    title: 'a simultaneous block that is not declared',
    declarations: {
      a: equation('share', 'b / 2', 'x', { simultaneous: 'loop' }),
      b: equation('share', 'a / 2 + 1', 'x', { simultaneous: 'loop' }),
    },
    messages: [
      "a: simultaneous block 'loop' is not declared in the model",
      "b: simultaneous block 'loop' is not declared in the model",
      'circular definition: a <- b <- a; make one of them a state (delay, smooth, stock) or declare a simultaneous block',
    ],
  },
  {
    title: 'an unknown that its residual does not see',
    declarations: { ...money, rate: solved('share', { residual: 'taxRate - 0.1', between: ['0', '1'] }, 'x') },
    messages: [
      'rate: its residual does not depend on it, so it cannot be found; let the residual read a base value that does',
    ],
  },
  {
    title: 'a bound that depends on its unknown',
    declarations: {
      rate: solved('share', { residual: 'half - 0.1', between: ['0', 'half'] }, 'x'),
      half: base('share', 'rate / 2', 'x'),
    },
    messages: ["rate (between): a bound reads 'half', which depends on 'rate' itself"],
  },
  {
    title: 'a trial of something unknown',
    declarations: { ...money, first: trial('CNY bn/year', { of: 'txes', start: '0' }, 'x') },
    messages: ["first (of): unknown name 'txes'; did you mean 'taxes'?"],
  },
  {
    title: 'bounds of a lever',
    declarations: { cut: lever('share', { bounds: [1, 0], standard: 0, theme: 'x', payer: 'x', free: 'x' }, 'x') },
    messages: ['cut: the lower bound 1 is above the upper bound 0'],
  },
  {
    title: 'a lever that does not say what it costs',
    declarations: { cut: lever('share', { bounds: [0, 1], standard: 0, theme: 'x', payer: 'x' }, 'x') },
    messages: [
      "cut: the lever does not say what it costs; give 'cost', the equation text of its outlay beyond the standard, or 'free', the reason why it causes none",
    ],
  },
  {
    title: 'a lever that is free and costs',
    declarations: {
      cut: lever('share', { bounds: [0, 1], standard: 0, theme: 'x', payer: 'x', cost: '1', free: 'x' }, 'x'),
    },
    messages: [
      "cut: the lever has both 'cost' and 'free'; keep the one that is true",
      "cut: the lever has a cost, but the model does not say over what and in which unit; add 'outlays' to the model",
    ],
  },
  {
    title: 'a reason that is none',
    declarations: { cut: lever('share', { bounds: [0, 1], standard: 0, theme: 'x', free: ' ' }, 'x') },
    messages: ["cut: 'free' is empty; say why the lever causes no outlay"],
  },
  {
    title: 'the standard of what is no lever',
    declarations: { ...money, high: equation('CNY bn/year', 'standard(gdp)', 'x') },
    messages: ["high: in 'standard(gdp)', 'standard' takes the name of a lever, but 'gdp' is none"],
  },
  {
    title: 'beyond the standard of an equation without a lever',
    declarations: { ...money, plain: flow('2*taxes'), high: flow('beyondStandard(plain)') },
    messages: [
      "plain: no lever stands in it, so 'beyondStandard(plain)' would always be 0; name an equation whose own text names a lever, or write the outlay without beyondStandard",
    ],
  },
  {
    title: 'cells and columns of a matrix',
    declarations: {
      ...money,
      flows: matrix({
        title: 'flows',
        unit: 'CNY bn/year',
        scale: 'gdp',
        doc: 'x',
        columns: { payer: 'x', receiver: 'x' },
        redundant: 'receivr',
        rows: { tax: { doc: 'x', cells: { payer: '-taxs', receiver: 'population', reciver: 'taxes' } } },
      }),
    },
    messages: [
      "flows: unknown column 'reciver'; did you mean 'receiver'?",
      "flows (row tax, column payer): in '-taxs', unknown name 'taxs'; did you mean 'taxes'?",
      "flows (row tax, column receiver): 'population' is in person m, but CNY bn/year is declared",
      "flows: unknown column 'receivr'; did you mean 'receiver'?",
    ],
  },
  {
    title: 'an ageing dimension that is not there',
    declarations: { people: stock('person m', { initial: '0', ageing: 'age' }, 'x') },
    messages: ["people: ages along 'age', which is not one of its dimensions; add it to 'over'"],
  },
]
