/** Notes of packs: those that stand for many figures in Chinese, all others as they were written. */

import type { Language } from '../../language/messages.ts'

export const notesInChinese: Readonly<Record<string, string>> = {
  'residential sales value / residential floor space sold': '住宅销售额 ÷ 住宅销售面积',
  'New homes: sales value over floor space': '新建住宅：销售额 ÷ 销售面积',
  'New homes': '新建住宅',
  'Industry of 2023 less oil, in the proportions of value added in the input-output table of 2017':
    '2023年工业增加值减油气，按2017年投入产出表增加值的比例分配',
  'Trade, transport, hotels and restaurants': '批发零售、交通运输、住宿餐饮',
  'Share among the employed at the census of 2020 x employed in 2023; industry split by wages in the table of 2017':
    '2020年人口普查就业比重 × 2023年就业人数；工业内部按2017年投入产出表劳动者报酬分配',
  'Share among the employed at the census of 2020 x employed in 2023': '2020年人口普查就业比重 × 2023年就业人数',
  'Monthly figure: preliminary': '月度数字，初步数',
  'Retail sales over residents at year end': '社会消费品零售总额 ÷ 年末常住人口',
  'Sum of cities': '各市合计',
  Projection: '预测',
  'wages over value added outside farming, oil and public services': '农业、油气与公共服务以外的劳动者报酬 ÷ 增加值',
  'Yearbook of 2019, moved with the deposits of the main cities': '2019年年鉴数，按主要城市存款变动推算',
  'Monthly figure, preliminary: not on the basis of the years before': '月度数字，初步数，与以往年份口径不同',
  'Rate x mean of the two year-end populations': '比率 × 两个年末人口的平均数',
  'derived: 1 - consumption expenditure / disposable income (household survey)':
    '推算：1 − 消费支出 ÷ 可支配收入（住户调查）',
  '1 - consumption / income of the household survey': '1 − 消费 ÷ 收入（住户调查）',
  'derived: crude birth rate minus natural growth rate (both NBS)': '推算：出生率 − 自然增长率（均据国家统计局）',
  'debt-to-GDP ratio x GDP, both from the vendor export': '债务率 × 地区生产总值，均据数据商导出',
  'from census table of population by age (see population-age-sex)': '据人口普查分年龄表',
  'As in the specification, section 3': '同模型规格书第3节',
  'derived: nominal growth / real index, both after the 5th economic census':
    '推算：名义增长 ÷ 实际指数，均为第五次经济普查口径',
  'After the fifth economic census': '第五次经济普查后口径',
  'After the fourth economic census': '第四次经济普查后口径',
  'Before the fourth economic census: another level': '第四次经济普查前口径，水平不同',
  'As revised after the fourth economic census': '第四次经济普查后修订',
  'As published before the fourth economic census': '第四次经济普查前公布',
  'state-controlled / all above-scale industrial assets': '国有控股 ÷ 全部规模以上工业资产',
  'Household survey, all residents': '住户调查，全体居民',
  'Household survey': '住户调查',
  'before 2013 the old urban survey': '2013年前为旧城镇住户调查',
  'Next yearbook of the time: vintage of the year': '当时次年年鉴的数值',
  'Year end': '年末',
  'General public budget': '一般公共预算',
  'The rest, .45, is held outside': '其余0.45由域外持有',
  'Real, revised': '实际增长，修订后',
  'Real, as announced': '实际增长，公布值',
  'As announced at the time': '当时公布值',
  'As published': '公布值',
  'Final accounts': '决算数',
  'NBS urban + rural population': '国家统计局城镇人口与乡村人口之和',
  'Staff on post, urban units': '城镇单位在岗职工',
  'Urban units': '城镇单位',
  'List of one vendor, probably incomplete': '一家数据商的名录，可能不全',
  'All employees, with institutions from 2015': '全部职工，2015年起含机关事业单位',
  'All employees; institutions joined in 2017 and 2018': '全部职工，机关事业单位于2017年和2018年加入',
  'Most institutions joined in 2017 and 2018': '多数机关事业单位于2017年和2018年加入',
  'Perpetual inventory on old investment data gives 1.0 to 1.4 times the total':
    '用旧投资数据按永续盘存法得出总额的1.0至1.4倍',
  'Chinese brands in new cars sold in Russia': '俄罗斯新车销量中的中国品牌',
  Census: '人口普查',
  'With subsidies and adjustment receipts': '含财政补贴与调剂收入',
  'Change of population less births plus deaths: small difference of rounded figures':
    '人口变动 − 出生 + 死亡：取整数字之间的小差额',
  'Solved by derive.ts on the deaths of 2023': '按2023年死亡人数求得',
  'Growth of the debt in 2023 less refinancing': '2023年债务增量减去再融资',
  'State-controlled firms hold 61 % of the assets of industry in Jilin (2023)':
    '国有控股企业占吉林工业资产的61%（2023年）',
  'Floor space of new homes sold: geometric mean of 2023 and 2024, the level of the start':
    '新建住宅销售面积：2023年与2024年的几何平均，即起始水平',
  'New homes: sales value over floor space: geometric mean of 2023 and 2024, the level of the start':
    '新建住宅销售额 ÷ 销售面积：2023年与2024年的几何平均，即起始水平',
  'Starts smoothed over 1.5 years': '新开工按一年半平滑',
  'The same deflator: prices are expected to go on as around the start': '同一平减指数：预期物价延续起始前后的走势',
  'Energy-related, remembered from inventories': '能源相关排放，凭记忆取自排放清单',
  'Without private firms and the self-employed': '不含私营企业和个体户',
  'Registered, not surveyed': '登记失业，非调查失业',
  'Floor space completed by developers': '房地产开发企业竣工面积',
  'Exports and imports': '进出口合计',
  'Over mean residents': '按年平均常住人口计算',
  'Nominal over real growth': '名义增长 ÷ 实际增长',
  'levels after the fifth census from 2007 on, after the fourth before': '2007年起为第五次经济普查口径，此前为第四次',
  'output of 2025 itself not found': '未找到2025年产出本身',
  'Old accounts to 2017': '2017年及以前为旧核算口径',
  'then carried with the growth of fixed investment': '此后按固定资产投资增速推算',
  'National accounts': '国民账户',
  'old vintage of output and people': '产出与人口为旧版数字',
  'Levels to 2017': '2017年及以前为绝对额',
  'then rebuilt from published growth': '此后按公布增速重建',
  'Published in dollars': '以美元公布',
  'at the mean exchange rate of the year, which is remembered': '按当年平均汇率折算，汇率凭记忆',
  'Floor space per person of the census x residents': '普查人均住房面积 × 常住人口',
  'Family households of the censuses of 2010 and 2020. Gap: counted every ten years':
    '2010年与2020年普查的家庭户。缺口：每十年普查一次',
  'Prices of 2010': '2010年价格',
  'Chained from outputGrowth': '由产出增速连乘',
  'Chained from primaryOutputGrowth': '由第一产业增速连乘',
  '2010 = 1': '2010年 = 1',
  'price index of retail from 2020 on': '2020年起为商品零售价格指数',
  'As published before the census of 2020': '2020年普查前公布',
  'rewritten since': '此后已改写',
  'Unadjusted census rates by single age, age 0 at least .003': '未校正的普查分年龄死亡率，0岁至少0.003',
  'mortalityFactor corrects them': '由高龄死亡率校正系数校正',
}

const gap = /^Gap: no figure found for (\d+)(?: to (\d+))?(?:\. |$)/

/** The note in Chinese where all of it is known; undefined where it has to be quoted. */
const inChinese = (note: string): string | undefined => {
  const whole = notesInChinese[note]
  if (whole !== undefined) return whole
  const found = gap.exec(note)
  if (found !== null) {
    const [start, from, to] = found
    const missing = `缺口：未找到${from}${to === undefined ? '' : `至${to}`}年的数字`
    const rest = note.slice(start.length)
    if (rest === '') return missing
    const more = inChinese(rest)
    return more === undefined ? undefined : `${missing}。${more}`
  }
  const parts = note.split('; ')
  const known = parts.flatMap(part => notesInChinese[part] ?? [])
  return parts.length > 1 && known.length === parts.length ? known.join('；') : undefined
}

/** A note for readers of a language; one that is quoted stays in the language it was written in. */
export const noteText = (note: string, language: Language): string =>
  language === 'zh' ? (inChinese(note) ?? note) : note
