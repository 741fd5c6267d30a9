/** What a search for a policy says of its question and its answer, by code and in both languages. */

import { type Both, messageTable, type Of } from '../../language/messages.ts'
import { percentGiven } from '../../scenario/given-messages.ts'

const targetForm: Both<string> = {
  en: 'write name@2035 <= 0.7, name@2033-2037 >= 1 or name[area]@2035 <= 0.7',
  zh: '写法为 name@2035 <= 0.7、name@2033-2037 >= 1 或 name[地区]@2035 <= 0.7',
}

export const goalMessages = messageTable('goal', {
  notTarget: ({ text, meant }: Of<'text' | 'meant'>) => ({
    en: `'${text}' is not a target; ${meant === '' ? targetForm.en : `write '${meant}'`}`,
    zh: `“${text}”不是目标；${meant === '' ? targetForm.zh : `请写“${meant}”`}`,
  }),
  inPercent: ({ text, bound }: Of<'text' | 'bound'>) => ({
    en: `'${text}': shares, rates and ratios to output are ${percentGiven(bound).en}`,
    zh: `“${text}”：${percentGiven(bound).zh}`,
  }),
  noTarget: () => ({
    en: 'there is no target: add --keep "regionDebtToGdp@2035 <= 0.7"',
    zh: '未给出目标：请加上 --keep "regionDebtToGdp@2035 <= 0.7"',
  }),
  contradiction: ({ one, other }: Of<'one' | 'other'>) => ({
    en: `no simulation can meet both ${one} and ${other}: change one of the two bounds`,
    zh: `任何模拟都无法同时满足 ${one} 和 ${other}：请修改其中一个界限`,
  }),
  noLever: () => ({
    en: 'there is no lever to move: add --with publicInvestment (`heartland list levers` lists them)',
    zh: '未给出可调整的政策工具：请加上 --with publicInvestment（用 heartland list levers 查看全部）',
  }),
  paysOnly: ({ name }: Of<'name'>) => ({
    en: `${name} only determines who pays for a policy or where its investment goes, and is not part of the search: set it with --set ${name}=0.5`,
    zh: `${name} 只决定由谁出资或投向何处，不参与搜索：请用 --set ${name}=0.5 设定`,
  }),
  setTwice: ({ name }: Of<'name'>) => ({
    en: `${name} is set by the policy and also changed by the search: leave it out of one of them`,
    zh: `${name} 既由政策设定，又由搜索调整：请保留其中一处`,
  }),
  noChance: ({ text, least, most }: Of<'text' | 'least' | 'most'>) => ({
    en: `--chance ${text}: give a share of the simulations from ${least} to ${most}; 0.8 stands for 80 %`,
    zh: `--chance ${text}：请给出占模拟次数的比例，从 ${least} 到 ${most}；0.8 即 80%`,
  }),
  unknownAim: ({ text }: Of<'text'>) => ({
    en: `--least ${text}: give cost (least gross outlay) or change (least change of the levers)`,
    zh: `--least ${text}：请给出 cost（总支出最少）或 change（政策变动最小）`,
  }),
  oneValue: ({ text, first, form }: Of<'text' | 'first' | 'form'>) => ({
    en: `${text} has a value for each area: name one, such as ${first}; measures are ${form}`,
    zh: `${text} 在各地区分别取值：请指定其中一个，如 ${first}；可用的度量为 ${form}`,
  }),
  twoMeasures: ({ form }: Of<'form'>) => ({
    en: `a search needs at least two measures: add --maximise or --minimise with one of ${form}`,
    zh: `搜索至少需要两个度量：请用 --maximise 或 --minimise 给出，可用的度量为 ${form}`,
  }),
  noPackage: ({ text, most }: Of<'text' | 'most'>) => ({
    en: `--package ${text}: the search found packages 1 to ${most}`,
    zh: `--package ${text}：搜索得到的组合编号为 1 至 ${most}`,
  }),
  bothWays: ({ text }: Of<'text'>) => ({
    en: `${text} is given twice: leave out one of them`,
    zh: `${text} 重复给出：请保留其中一处`,
  }),
  cancelled: () => ({
    en: 'cancelled: there is no result yet',
    zh: '已取消：尚无结果',
  }),
  reached: ({ chance, error, targets }: { readonly targets: readonly string[] } & Of<'chance' | 'error'>) => ({
    en: `${targets.join(' and ')} hold in ${chance} % of the simulations (standard error ${error} points)`,
    zh: `${targets.join(' 和 ')} 在 ${chance} % 的模拟中成立（标准误 ${error} 个百分点）`,
  }),
  unreachable: ({ chance, wanted }: Of<'chance' | 'wanted'>) => ({
    en: `not reachable within the bounds of the levers: the closest setting reaches ${chance} % of the simulations instead of ${wanted} %`,
    zh: `在政策工具的取值范围内无法实现：最接近的设定在 ${chance} % 的模拟中达标，而要求为 ${wanted} %`,
  }),
  binding: ({ name, bound }: Of<'name' | 'bound'>) => ({
    en: `the binding lever is ${name}, at its bound of ${bound}`,
    zh: `起约束作用的政策工具是 ${name}，已达界限 ${bound}`,
  }),
  noBinding: () => ({
    en: 'no lever is at a bound: changing any of them further does not improve the outcome',
    zh: '没有政策工具处于界限：继续调整也不能再改善结果',
  }),
  nothingNeeded: () => ({
    en: 'no change is needed: the targets hold without changing the levers',
    zh: '无需调整：不动用政策工具即可达标',
  }),
  notMonotone: ({ name }: Of<'name'>) => ({
    en: `more of ${name} does not always help: beyond some value the chance falls again`,
    zh: `${name} 并非越多越好：超过一定数值后达标概率又会下降`,
  }),

  // The pages.
  title: () => ({ en: 'what it would take to meet the targets', zh: '达标所需的政策' }),
  tried: ({ name, members, settings }: Of<'name' | 'members' | 'settings'>) => ({
    en: `${name}, ${members} simulations, ${settings} settings tried`,
    zh: `${name}，${members}次模拟，试算${settings}种设定`,
  }),
  lever: () => ({ en: 'Lever', zh: '政策工具' }),
  now: () => ({ en: 'now', zh: '现行值' }),
  setTo: () => ({ en: 'set to', zh: '设定为' }),
  bounds: () => ({ en: 'bounds', zh: '上下限' }),
  unit: () => ({ en: 'unit', zh: '单位' }),
  beside: ({ before, own, checked, members }: Of<'before' | 'own' | 'checked' | 'members'>) => ({
    en: `Without it the targets hold in ${before} of the simulations; with it in ${own}, and in ${checked} of ${members} other simulations that the search did not use.`,
    zh: `不采取该设定时，${before}的模拟达标；采取后为${own}，在未用于搜索的另外${members}次模拟中为${checked}。`,
  }),
  spare: ({ number }: Of<'number'>) => ({
    en: `${number} more simulations than needed meet the targets.`,
    zh: `达标的模拟比要求多${number}次。`,
  }),
  outlay: ({ cost, change }: { readonly cost: Both<string> } & Of<'change'>) => ({
    en: `Gross outlay beyond current policy: present value ${cost.en}. Distance from current policy: ${change} widths of the levers' bounds.`,
    zh: `超出现行政策的总支出：现值${cost.zh}。与现行政策的距离：上下限宽度的${change}倍。`,
  }),
  range: ({ name, low, high }: Of<'name' | 'low' | 'high'>) => ({
    en: `With this number of simulations ${name} is uncertain: ${low} to ${high} if the chance is one standard error lower or higher.`,
    zh: `模拟次数有限，${name}存在误差：达标概率低或高一个标准误时，取值为${low}至${high}。`,
  }),
  outside: () => ({ en: 'outside the bounds', zh: '超出上下限' }),
  standing: ({
    outcome,
    now,
    bound,
    atLeast,
  }: { readonly atLeast: boolean; readonly now: Both<string>; readonly bound: Both<string> } & Of<'outcome'>) => ({
    en: `${outcome} is ${now.en} in the central projection before any lever is moved; the target is at ${atLeast ? 'least' : 'most'} ${bound.en}.`,
    zh: `基准情景中，未调整政策工具时${outcome}为${now.zh}；目标为不${atLeast ? '低' : '高'}于${bound.zh}。`,
  }),
  contributions: ({
    outcome,
    change,
    parts,
  }: { readonly parts: ReadonlyArray<Both<string>>; readonly change: Both<string> } & Of<'outcome'>) => ({
    en: `Central projection, ${outcome}: change ${change.en}, of which ${parts.map(({ en }) => en).join(', ')} (Shapley values).`,
    zh: `基准情景，${outcome}：变化${change.zh}，其中${parts.map(({ zh }) => zh).join('，')}（Shapley值）。`,
  }),
  withModelError: () => ({
    en: 'Simulations include the error of the model where the back-test measured it.',
    zh: '模拟包含历史检验所测得的模型误差。',
  }),
  withoutModelError: () => ({
    en: 'Simulations do not include the error of the model.',
    zh: '模拟不含模型误差。',
  }),
  packages: () => ({ en: 'packages that no other beats', zh: '不被其他组合全面超越的政策组合' }),
  packagesTried: ({ found, tried, members, seed }: Of<'found' | 'tried' | 'members' | 'seed'>) => ({
    en: `${found} of ${tried} tried, ${members} simulations each, random seed ${seed}`,
    zh: `试算${tried}个，得到${found}个，每个${members}次模拟，随机种子${seed}`,
  }),
  number: () => ({ en: 'No.', zh: '编号' }),
  cost: () => ({ en: 'cost', zh: '成本' }),
  chosen: ({ number }: Of<'number'>) => ({ en: `Package ${number}`, zh: `组合${number}` }),
  runs: () => ({ en: 'Runs', zh: '模拟次数' }),
  triedHead: () => ({ en: 'packages tried', zh: '试算组合' }),
  notDominated: () => ({ en: 'not dominated', zh: '非支配组合' }),
  hypervolume: () => ({ en: 'hypervolume', zh: '超体积' }),
  searchNote: ({ budget }: { readonly budget: Both<string> }) => ({
    en: `Cost: present value of the gross outlay, at most ${budget.en}. Hypervolume: the share of the space between the extremes of the packages found (with a margin of a tenth) that these packages dominate. Regret is measured against the best package tried in each simulation. --package 3 lists the levers of a package, and --save three.json saves it.`,
    zh: `成本：总支出的现值，上限为${budget.zh}。超体积：所得组合在其极值范围（外扩十分之一）内所支配的部分。差距按每次模拟中试算过的最优组合衡量。用 --package 3 查看某个组合的政策工具，并可用 --save three.json 保存。`,
  }),
})
