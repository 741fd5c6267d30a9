/** What the engine reports to those who run it, by code and in both languages. */

import { type Both, messageTable, type Of } from '../language/messages.ts'

export const engineMessages = messageTable('engine', {
  // Runs.
  noVariableToSet: ({ name }: Of<'name'>) => ({
    en: `There is no variable '${name}' to set.`,
    zh: `没有可设定的变量“${name}”。`,
  }),
  noVariableToRecord: ({ name }: Of<'name'>) => ({
    en: `There is no variable '${name}' to record.`,
    zh: `没有可记录的变量“${name}”。`,
  }),
  noLabelOf: ({ name, label, known }: Of<'name' | 'label' | 'known'>) => ({
    en: `'${name}' has no label '${label}'; it has ${known || 'none'}.`,
    zh: `“${name}”没有标签“${label}”，可用的标签：${known || '无'}。`,
  }),
  noDatum: ({ name, unit }: Of<'name' | 'unit'>) => ({
    en: `The region gives no '${name}' (${unit}).`,
    zh: `地区数据缺少“${name}”（${unit}）。`,
  }),
  noPath: ({ name, unit }: Of<'name' | 'unit'>) => ({
    en: `The region gives no path of '${name}' (${unit}).`,
    zh: `地区数据缺少“${name}”的路径（${unit}）。`,
  }),
  noPastLever: ({ name }: Of<'name'>) => ({
    en: `The past of the region sets '${name}', which is not a lever.`,
    zh: `地区的历史数据设定了“${name}”，但它不是政策工具。`,
  }),
  noLever: ({ name }: Of<'name'>) => ({ en: `There is no lever '${name}'.`, zh: `没有政策工具“${name}”。` }),
  notFinite: ({ name, time }: Of<'name' | 'time'>) => ({
    en: `'${name}' is not a number at ${time}.`,
    zh: `“${name}”在 ${time} 不是有效数字。`,
  }),
  belowZero: ({
    name,
    value,
    unit,
    time,
    cause,
    taken,
  }: Of<'name' | 'value' | 'unit' | 'time' | 'cause' | 'taken'>) => ({
    en: `'${name}' falls to ${value} ${unit} in the step from ${time}, and this stock may not be negative; most was taken by ${cause} (${taken} a year).`,
    zh: `“${name}”在始于 ${time} 的一步中降至 ${value} ${unit}，而该存量不得为负；减少最多的一项是 ${cause}（每年 ${taken}）。`,
  }),
  memberStops: ({ member, problem }: Of<'member'> & { readonly problem: Both<string> }) => ({
    en: `Member ${member} stops: ${problem.en} Nothing is left out of an ensemble silently; replay it alone to see why.`,
    zh: `第 ${member} 次模拟中止：${problem.zh} 集合中不会悄悄略去任何一次；请单独重放以查明原因。`,
  }),
  unsolved: ({ name }: Of<'name'>) => ({
    en: `${name}: no solution between its bounds`,
    zh: `${name}：在上下限之间无解`,
  }),
  unsettled: ({ block }: Of<'block'>) => ({
    en: `simultaneous block '${block}' did not settle`,
    zh: `联立方程组“${block}”未能收敛`,
  }),
  labelCount: ({ name, wanted, given }: Of<'name' | 'wanted' | 'given'>) => ({
    en: `'${name}' is read with ${wanted}, not with '${given}'.`,
    zh: `“${name}”应按 ${wanted} 读取，而非“${given}”。`,
  }),
  noStep: ({ time }: Of<'time'>) => ({ en: `The run has no step at ${time}.`, zh: `模拟中没有 ${time} 这一时点。` }),
  notRecorded: ({ name }: Of<'name'>) => ({ en: `'${name}' was not recorded.`, zh: `没有记录“${name}”。` }),

  // Outcomes and events, as they are written.
  unknownOutcome: ({ name, meant }: { readonly name: string; readonly meant: string | undefined }) => ({
    en: `unknown outcome '${name}'; ${meant === undefined ? '`heartland list outcomes` shows them all' : `did you mean '${meant}'?`}`,
    zh: `未知的结果变量“${name}”；${meant === undefined ? '用 heartland list outcomes 查看全部' : `是否应为“${meant}”？`}`,
  }),
  notOutcome: ({ text, form }: Of<'text' | 'form'>) => ({
    en: `'${text}' is not an outcome; write it as in ${form}`,
    zh: `“${text}”不是结果变量；写法如 ${form}`,
  }),
  severalValues: ({ name, some }: Of<'name' | 'some'>) => ({
    en: `'${name}' has several values; name one: ${some}`,
    zh: `“${name}”有多个数值，请指定其一：${some}`,
  }),
  timeMissing: ({ text, form }: Of<'text' | 'form'>) => ({
    en: `'${text}': the time is missing; write it as in ${form}`,
    zh: `“${text}”缺少时间；写法如 ${form}`,
  }),
  notTime: ({ text, when, form }: Of<'text' | 'when' | 'form'>) => ({
    en: `'${text}': '${when}' is not a time; write it as in ${form}`,
    zh: `“${text}”：“${when}”不是时间；写法如 ${form}`,
  }),
  timeReversed: ({ text, first, last }: Record<'text' | 'first' | 'last', string>) => ({
    en: `'${text}': years are written from the first to the last; write ${last}-${first}`,
    zh: `“${text}”：年份应由前到后；请写 ${last}-${first}`,
  }),
  timeOutside: ({ text, start, last }: Of<'text' | 'start' | 'last'>) => ({
    en: `'${text}': the run goes from ${start} to the end of ${last}; name a time within`,
    zh: `“${text}”：模拟期为 ${start} 至 ${last} 年末，请填写期内的时间`,
  }),
  everyStep: ({ name }: Of<'name'>) => ({
    en: `'${name}' has a value for each step, not one.`,
    zh: `“${name}”每一步都有数值，而非一个。`,
  }),
  notEvent: ({ text }: Of<'text'>) => ({
    en: `'${text}' is not an event; write outcome > number or outcome < number`,
    zh: `“${text}”不是事件；请写“结果变量 > 数字”或“结果变量 < 数字”`,
  }),

  // Correlations, distributions and truncations.
  correlationUnknown: ({ a, b, name }: Of<'a' | 'b' | 'name'>) => ({
    en: `The correlation of '${a}' and '${b}': '${name}' is not an uncertain parameter; see 'list parameters'.`,
    zh: `“${a}”与“${b}”的相关系数：“${name}”不是不确定参数；见 list parameters。`,
  }),
  correlationOfOne: ({ name }: Of<'name'>) => ({
    en: `'${name}' is correlated with itself; name two parameters.`,
    zh: `“${name}”与自身相关；请填写两个参数。`,
  }),
  correlationRange: ({ a, b, value }: Of<'a' | 'b' | 'value'>) => ({
    en: `The correlation of '${a}' and '${b}' must lie between -1 and 1, not ${value}.`,
    zh: `“${a}”与“${b}”的相关系数应在 -1 与 1 之间，现为 ${value}。`,
  }),
  correlationTwice: ({ a, b }: Of<'a' | 'b'>) => ({
    en: `The correlation of ${a} and ${b} is given twice.`,
    zh: `${a} 与 ${b} 的相关系数给出了两次。`,
  }),
  correlationsClash: ({ given, name }: Of<'given' | 'name'>) => ({
    en: `The correlations cannot hold together: given those of ${given}, nothing of '${name}' is left to vary (the matrix is not positive definite). Bring some of them nearer to 0.`,
    zh: `这些相关系数不能同时成立：给定 ${given} 之后，“${name}”已无变动余地（矩阵非正定）。请将其中一些向 0 靠近。`,
  }),
  distributionUnknown: ({ name }: Of<'name'>) => ({
    en: `Distribution of '${name}': there is no such uncertain parameter; see 'list parameters'.`,
    zh: `“${name}”的分布：没有这个不确定参数；见 list parameters。`,
  }),
  truncationUnknown: ({ name }: Of<'name'>) => ({
    en: `Truncation of '${name}': there is no such uncertain parameter; see 'list parameters'.`,
    zh: `“${name}”的截断：没有这个不确定参数；见 list parameters。`,
  }),
  truncatedTwice: ({ name }: Of<'name'>) => ({ en: `'${name}' is truncated twice.`, zh: `“${name}”截断了两次。` }),
  truncatedToNothing: ({ name, low, high }: Of<'name' | 'low' | 'high'>) => ({
    en: `'${name}' is truncated to nothing: ${low} to ${high}.`,
    zh: `“${name}”截断后没有取值：${low} 至 ${high}。`,
  }),
  truncatedOutside: ({ name, low, high, from, to }: Of<'name' | 'low' | 'high' | 'from' | 'to'>) => ({
    en: `'${name}' takes no values between ${low} and ${high}; it goes from ${from} to ${to}.`,
    zh: `“${name}”在 ${low} 与 ${high} 之间没有取值；其范围为 ${from} 至 ${to}。`,
  }),
  normalDeviation: ({ deviation }: Of<'deviation'>) => ({
    en: `A normal needs a deviation above 0, not ${deviation}.`,
    zh: `正态分布的标准差应大于 0，现为 ${deviation}。`,
  }),
  lognormalMedian: ({ median }: Of<'median'>) => ({
    en: `A lognormal needs a median above 0, not ${median}.`,
    zh: `对数正态分布的中位数应大于 0，现为 ${median}。`,
  }),
  uniformBounds: ({ low, high }: Of<'low' | 'high'>) => ({
    en: `A uniform needs low below high, not ${low} and ${high}.`,
    zh: `均匀分布的下限应小于上限，现为 ${low} 和 ${high}。`,
  }),
  betaBounds: ({ low, high }: Of<'low' | 'high'>) => ({
    en: `A beta needs low below high, not ${low} and ${high}.`,
    zh: `贝塔分布的下限应小于上限，现为 ${low} 和 ${high}。`,
  }),
  distributionKind: ({ kind }: Of<'kind'>) => ({
    en: `Unknown distribution '${kind}'; available: normal, lognormal, uniform, triangular, pert and beta.`,
    zh: `未知的分布“${kind}”；可用 normal、lognormal、uniform、triangular、pert 和 beta。`,
  }),
  sumNotExact: ({ pilot }: Of<'pilot'>) => ({
    en: `The sum of an outcome over the members is not exact any more: its values lie too far from those of the first ${pilot} members. Ask for fewer members, or for other outcomes.`,
    zh: `某项指标的成员合计已不再精确：其数值与前 ${pilot} 个成员相差过大。请减少成员数，或改选其他指标。`,
  }),

  // Designs of sensitivity analysis and of sampling.
  sobolBase: ({ base }: Of<'base'>) => ({
    en: `Sobol indices need a power of 2 from 64 as base, not ${base}.`,
    zh: `Sobol 指数的样本数应为不小于 64 的 2 的幂，现为 ${base}。`,
  }),
  morrisLevels: ({ levels }: Of<'levels'>) => ({
    en: `Morris screening needs an even number of levels, not ${levels}.`,
    zh: `Morris 筛选的水平数应为偶数，现为 ${levels}。`,
  }),
  designRows: ({ rows, outputs }: Of<'rows' | 'outputs'>) => ({
    en: `The design has ${rows} rows, but ${outputs} outputs.`,
    zh: `设计有 ${rows} 行，但有 ${outputs} 个输出。`,
  }),
  outputNotFinite: ({ row }: Of<'row'>) => ({
    en: `The output of row ${row} is not a number.`,
    zh: `第 ${row} 行的输出不是有效数字。`,
  }),
  sobolDimensions: ({ most, count }: Of<'most' | 'count'>) => ({
    en: `A Sobol design has at most ${most} dimensions, not ${count}; take monteCarlo or latinHypercube.`,
    zh: `Sobol 设计最多 ${most} 维，现为 ${count} 维；请改用 monteCarlo 或 latinHypercube。`,
  }),
})
