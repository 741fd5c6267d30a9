/** Claims and their tests in Chinese, by their English text in the ledger of the region. Evidence is quoted as it was found. */

import type { Language } from '../language.ts'

const chinese: Readonly<Record<string, string>> = {
  'One person in four in the three north-eastern provinces is 65 or older (said of 2023).':
    '东北三省每四人中就有一人年满 65 岁（说的是 2023 年）。',
  'That share grows by about two percentage points every year.': '这一比例每年上升约两个百分点。',
  'The share of people of working age shrinks at the same pace, about two points a year.':
    '劳动年龄人口占比以同样速度下降，每年约两个百分点。',
  'Fewer and fewer children are born.': '出生的孩子越来越少。',
  'The population is much older than that of Florida, the proverbial home of American pensioners.':
    '人口老龄化程度远高于以退休老人著称的佛罗里达州。',
  'Fewer people buy flats, prices of flats fall and fewer cranes turn.': '买房的人少了，房价下跌，工地塔吊也少了。',
  'The region is weighed down by heavy debts.': '该地区背负沉重债务。',
  'The property crisis drags down what governments take in.': '楼市危机拖累政府收入。',
  'Paying the pensions is a matter for the three provinces.': '发放养老金是三省自己的事。',
  'What pensions cost is soaring.': '养老金支出急剧上升。',
  'Factories pollute less and the air is good now.': '工厂污染减少，如今空气良好。',
  'Old people live on what the state gives them.': '老人靠国家给的钱生活。',
  "In 2023 the region's economy stood at the edge of recession.": '2023 年该地区经济处于衰退边缘。',
  'The answer of government is above all public and industrial investment.': '政府的对策首先是公共投资和工业投资。',
  'Economists say that this recipe is worn out.': '经济学家说这一药方已经失效。',
  'Car plants are to be brought up to date with robots.': '汽车厂要靠机器人更新换代。',
  'What is missing: longer support for the jobless, better pensions, direct payments to families.':
    '缺少的是：更长的失业救济、更好的养老金、对家庭的直接补贴。',
  'Such measures would make households confident and let them spend.': '这些措施会让居民有信心、敢消费。',
  'Selling more to Russia is the biggest step to raise demand.': '扩大对俄销售是提升需求的最大一步。',
  'Chinese makers took half of the car market in Russia.': '中国厂商占据了俄罗斯汽车市场的一半。',
  'The region is the gateway to the north.': '该地区是通向北方的门户。',
  'Elsewhere young people avoid factory work, even at better pay.': '在别处，即使工资更高，年轻人也不愿进工厂。',
  'The region still has families in which several generations are technicians.': '该地区仍有几代人都是技工的家庭。',
  '(Taken for granted) Official growth is a fair measure of the region.': '（默认）官方增速如实反映该地区。',
  'Steel, ore and machines are hardly touched by the controls on chips.': '钢铁、矿石和机械几乎不受芯片管制影响。',
  'Shenyang eased its rule on mortgages: loans that were paid back no longer count against a buyer.':
    '沈阳放宽了按揭规定：已还清的贷款不再计入。',
  'There are many state firms, some of them opened to private owners.': '国有企业众多，其中一些已向民资开放。',
  'Two firms as examples: a machine maker in Shenyang, overhauled in 2013 and now mainly private; a maker of refrigeration in Dalian, a third municipal, with a Japanese holder.':
    '以两家企业为例：沈阳一家机床厂 2013 年改制，现以民资为主；大连一家制冷设备厂，三分之一为市属，另有日方股东。',
  'A change of ownership makes firms more efficient.': '所有制改变让企业更有效率。',
  'Squares, theatres and museums are built to keep spending up.': '修建广场、剧院和博物馆以维持支出。',
  'The ballet of the province danced 30 times in 2022 and over 40 times by September 2023.':
    '省芭蕾舞团 2022 年演出 30 场，到 2023 年 9 月已超过 40 场。',
  'After the pandemic summer tourism came back.': '疫情之后夏季旅游恢复。',
  'People make up for lost journeys, and hotels are full in the season.': '人们补上错过的旅行，旺季酒店爆满。',
  'A resident of Liaoning buys a third of what one of Beijing or Shanghai buys in shops, and half of what one of the south-eastern provinces buys.':
    '辽宁居民在商店的消费是北京或上海居民的三分之一，是东南沿海省份居民的一半。',
  'Where old plants were turned into sights there is almost nothing to spend money on.':
    '老厂房改成的景点里几乎没有可花钱的地方。',
  'The region is a leading producer of grain.': '该地区是粮食主产区。',
  'It is a leading producer of crude oil.': '该地区是原油主产区。',
  'It is a home of the arms industry and borders on North Korea and Russia.': '该地区是军工重地，与朝鲜和俄罗斯接壤。',
  'Reviving the region is a top concern of the central government; its leader came in September 2023.':
    '振兴该地区是中央的头等关切；其领导人于 2023 年 9 月到访。',
  'All deep problems of the country meet here.': '全国的深层问题都汇集于此。',
  'Factories for tunnelling machines and robots show what the region can make.':
    '隧道掘进机和机器人工厂显示了该地区的制造能力。',
  'Consumers stay reluctant.': '消费者依旧谨慎。',

  'The share of residents of 65 and over in Liaoning, Jilin and Heilongjiang together at the end of 2023 is at least 24 %.':
    '2023 年末辽宁、吉林、黑龙江合计 65 岁及以上常住人口占比至少 24%。',
  'The share of 65 and over rises by at least 1.8 points a year, in 2020 to 2023 and in the fastest year of the model to 2035.':
    '65 岁及以上占比每年至少上升 1.8 个百分点：2020 至 2023 年如此，模型到 2035 年最快的一年也如此。',
  'In Liaoning the share of 16 to 59 fell between 2017 and 2023, and by at least 1.5 points a year.':
    '辽宁 16–59 岁占比在 2017 至 2023 年间下降，且每年至少下降 1.5 个百分点。',
  'The birth rate of each province was lower in the latest year than in 2019.': '各省最近一年的出生率低于 2019 年。',
  'The share of 65 and over at the end of 2023 is above that of Florida.': '2023 年末 65 岁及以上占比高于佛罗里达州。',
  'Investment in real estate, prices of existing homes in the three capitals and starts in the nation all fell by a clear margin from 2021.':
    '房地产投资、三省会二手房价格和全国新开工都比 2021 年明显下降。',
  'Bonds of the three provinces are larger than in the nation against output, and more than three years of their own revenue.':
    '三省债券与产出之比高于全国，且超过三年的自有收入。',
  'Land revenue fell by 40 % or more from 2021 to 2023, and so did ordinary revenue fall in 2023.':
    '2021 至 2023 年土地收入下降 40% 以上，2023 年一般收入也下降。',
  'Provincial budgets pay part of the gap, and nobody else does.': '缺口由省级预算弥补一部分，别无他人。',
  "Pensioners of the employees' scheme rose by a quarter or more in 2010 to 2016, and benefits in Liaoning doubled.":
    '2010 至 2016 年职工养老金领取人数增加四分之一以上，辽宁支出翻番。',
  'Fine dust fell in Liaoning, and the region meets the national standard of 35 micrograms today.':
    '辽宁细颗粒物下降，该地区如今达到 35 微克的国家标准。',
  'The pension of a former employee is at least half of an urban income, and the pension of other residents at least half of a rural income.':
    '职工养老金至少为城镇收入的一半，其他居民养老金至少为农村收入的一半。',
  'At least one of the provinces grew by 1 % or less in 2023.': '2023 年至少有一省增长不超过 1%。',
  'Fixed investment had been driven above 60 % of output by 2012, and the announced programme of 2023 (package B) raises public investment and leaves consumption to itself.':
    '2012 年固定资产投资已推高到产出的 60% 以上；2023 年宣布的方案（方案 B）增加公共投资，消费则听其自然。',
  'What a yuan of public investment adds to output.': '一元公共投资增加多少产出。',
  'Industrial robots in the nation at least doubled between 2019 and 2023, and subsidies raise them in the model.':
    '2019 至 2023 年全国工业机器人至少翻番，且模型中补贴使其增加。',
  'In 2023 no direct payment, no top-up of pensions and no child allowance was in force.':
    '2023 年没有实行直接发放、养老金补贴或育儿补贴。',
  'Under the household package (C) consumption and confidence in 2030 are above the baseline.':
    '在居民方案（C）下，2030 年的消费和信心高于不作为。',
  'Exports to Russia are at least 2 % of output, so that doubling them would add as much.':
    '对俄出口至少占产出的 2%，翻一番才能增加同样多。',
  'Their share of new cars in Russia in 2023 was 45 % or more.': '2023 年其在俄新车中的份额达到 45% 以上。',
  'Russia has 30 % or more of the foreign trade of each province.': '俄罗斯占各省外贸的 30% 以上。',
  'Most manufacturers lack workers.': '多数制造企业缺工。',
  'No figure counts such families.': '没有统计这类家庭的数字。',
  'Output of Liaoning for 2014 as first published is within 5 % of the present figure.':
    '辽宁 2014 年产出的初次公布值与现值相差不超过 5%。',
  'How much of the inputs are restricted.': '投入品中有多少受限制。',
  "The rule that counts homes instead of loans is in force in the model's baseline in 2024, and the city's notice can be found.":
    '“认房不认贷”在模型 2024 年的基线中生效，且能找到该市的通知。',
  'State firms hold 40 % or more of the assets of industry, and mixed ownership is above zero in every province.':
    '国企持有工业资产的 40% 以上，且各省混合所有制都大于零。',
  'Who owns the two firms.': '两家企业归谁所有。',
  'Faster opening and restructuring of state firms raises output in the model by 2040.':
    '加快国企开放与重组使模型 2040 年的产出提高。',
  'Projects are under way, and visits to museums rose by half or more.': '项目在建，博物馆参观人次增加一半以上。',
  'The number of shows.': '演出场次。',
  'Visitors and receipts of the autumn holiday of 2023 reached those of 2019.':
    '2023 年秋季长假的游客和收入达到 2019 年水平。',
  'Growth of visits after reopening was three times that of later, and hotels were full.':
    '重新开放后的参观增速为后来的三倍，且酒店客满。',
  'Retail sales per head of Liaoning in 2022: 27 to 40 % of Beijing and of Shanghai, 40 to 60 % of the mean of Zhejiang, Fujian and Jiangsu.':
    '2022 年辽宁人均社零为北京和上海的 27% 至 40%，为浙江、福建、江苏均值的 40% 至 60%。',
  'What there is to buy at such places.': '这些地方有什么可买。',
  "The three provinces harvest a fifth or more of the nation's grain.": '三省收获全国五分之一以上的粮食。',
  "Daqing alone has 15 % or more of the nation's oil, and no other region has more.":
    '仅大庆就占全国原油的 15% 以上，且没有别的地区更多。',
  'What the arms industry makes.': '军工产出多少。',
  'Central transfers per head are 1.2 times the national mean or more, and the pension pool pays in.':
    '人均中央转移支付为全国均值的 1.2 倍以上，且养老统筹有净流入。',
  "The region's part of national output fell by 40 % or more between 2002 and 2021.":
    '2002 至 2021 年该地区占全国产出的份额下降 40% 以上。',
  'What such factories deliver to other regions.': '这些工厂向外地交付多少。',
  'Consumer confidence lies below its neutral 100, and households of the nation save 30 % or more of their income.':
    '消费者信心低于中性值 100，且全国居民储蓄率在 30% 以上。',

  '65 and over in the model at the end of 2027': '模型 2027 年末 65 岁及以上占比',
  '65 and over at the end of 2023': '2023 年末 65 岁及以上占比',
  'points a year, 2020 to 2023': '2020 至 2023 年每年变动',
  'the fastest year of the baseline, 2024 to 2035': '基线 2024 至 2035 年最快的一年',
  'change a year is a fall': '每年变动为下降',
  'it is two points, or at least one and a half': '降幅为两点，或至少一点五',
  'Liaoning 2023 below 2019': '辽宁 2023 年低于 2019 年',
  'Jilin 2024 below 2019': '吉林 2024 年低于 2019 年',
  'Heilongjiang 2023 below 2019': '黑龙江 2023 年低于 2019 年',
  '65 and over in Liaoning, 2023': '辽宁 2023 年 65 岁及以上占比',
  '65 and over, region against Florida': '65 岁及以上占比，该地区与佛罗里达相比',
  'investment in real estate 2024 below three quarters of 2021': '2024 年房地产投资低于 2021 年的四分之三',
  'prices of existing homes in the capitals, 2024 against 2020, even where they held best':
    '省会二手房价格，2024 年与 2020 年相比，取最坚挺的一城',
  'homes started in the nation, 2023 against 2021 (figures remembered)':
    '全国新开工，2023 年与 2021 年相比（凭记忆的数字）',
  "bonds to output 2023, above the nation's": '2023 年债券与产出之比，高于全国',
  'bonds in years of own revenue, 2023': '2023 年债券相当于几年自有收入',
  'land revenue 2023 against 2021': '土地收入，2023 年与 2021 年相比',
  'ordinary revenue fell in 2023': '2023 年一般收入下降',
  'budgets pay part of the gap (model, 2024), of output': '预算弥补缺口（模型，2024 年），占产出',
  'nothing comes from the national pool': '全国统筹没有流入',
  'contributors for each pensioner, 2016': '2016 年每名领取者对应的缴费者',
  'pensioners 2016 against 2010': '领取人数，2016 年与 2010 年相比',
  'benefits in Liaoning 2016 against 2010': '辽宁养老金支出，2016 年与 2010 年相比',
  'fine dust 2016 against 2014': '细颗粒物，2016 年与 2014 年相比',
  'highest of the provinces at the start (assumed figures)': '起始时各省最高值（假设数字）',
  'employees, Liaoning 2016: pension over urban income per head': '辽宁 2016 年职工：养老金与城镇人均收入之比',
  'other residents, nation 2022: pension over rural income per head': '全国 2022 年其他居民：养老金与农村人均收入之比',
  'Jilin, 2022': '吉林，2022 年',
  'slowest province, 2023': '2023 年增长最慢的省',
  'fixed investment over output (as revised), 2012': '2012 年固定资产投资与产出之比（修订后）',
  'public investment under package B above none, of output, 2030': '方案 B 下公共投资高于不作为，占产出，2030 年',
  'extra for the jobless, for pensions and in payments under package B': '方案 B 对失业、养老和发放的追加',
  'output in 2030 with 1 % of output more public investment from 2026, against the baseline':
    '自 2026 年起公共投资多占产出 1%，2030 年产出与基线相比',
  'the same in 2040': '同上，2040 年',
  'robots 2023 against 2019 (figures partly remembered)': '机器人，2023 年与 2019 年相比（部分凭记忆）',
  'robots in Liaoning with the announced programme against the baseline, 2030':
    '已宣布方案下辽宁机器人与基线相比，2030 年',
  'child allowance, 2026': '育儿补贴，2026 年',
  'direct payment to residents, 2024': '对居民的直接发放，2024 年',
  'top-up of the pensions of residents, 2024': '居民养老金补贴，2024 年',
  'child allowance, 2024': '育儿补贴，2024 年',
  'consumption of output, package C less baseline, 2030': '消费占产出，方案 C 减基线，2030 年',
  'confidence, package C over baseline, 2030': '信心，方案 C 与基线之比，2030 年',
  Liaoning: '辽宁',
  'Heilongjiang (figure assumed)': '黑龙江（假设数字）',
  'exports to Russia over output, region': '该地区对俄出口与产出之比',
  '2025': '2025 年',
  'share of new cars, 2023': '新车份额，2023 年',
  'Heilongjiang, 2021': '黑龙江，2021 年',
  'Jilin, 2023': '吉林，2023 年',
  'Liaoning, 2023': '辽宁，2023 年',
  'manufacturers short of staff': '缺工的制造企业',
  'net movement of 20 to 39 in the baseline, 2030, of them': '基线中 20–39 岁净迁移率，2030 年',
  'the same for 2023': '同上，2023 年',
  'first published over present figure, less one': '初次公布值与现值之比减一',
  'output in 2030 without any restriction, against the baseline': '没有任何限制时 2030 年产出与基线相比',
  'rule in force, 2024 (1 = yes)': '规定生效，2024 年（1 为是）',
  'the notice of the city': '该市的通知',
  'state share of industrial assets, Jilin 2023': '国企占工业资产之比，吉林 2023 年',
  'mixed ownership, least of the provinces (assumed figures)': '混合所有制，各省最低值（假设数字）',
  'output in 2040 with faster opening against the baseline': '加快开放时 2040 年产出与基线相比',
  'growth of museum visits, first quarter 2024': '博物馆参观增速，2024 年一季度',
  'culture projects under way, 2025': '在建文化项目，2025 年',
  'receipts of all 2023 against all 2019, Liaoning': '辽宁 2023 全年收入与 2019 全年相比',
  'visitors against 2019': '游客与 2019 年相比',
  'receipts against 2019': '收入与 2019 年相比',
  'growth of visits in early 2024 over that in early 2025': '2024 年初参观增速与 2025 年初之比',
  'hotels full in the season': '旺季酒店客满',
  'of Beijing, at most 40 %': '相当于北京，至多 40%',
  'of Beijing, at least 27 %': '相当于北京，至少 27%',
  'of Shanghai, at most 40 %': '相当于上海，至多 40%',
  'of Shanghai, at least 27 %': '相当于上海，至少 27%',
  'of the south-east, at most 60 %': '相当于东南沿海，至多 60%',
  'of the south-east, at least 40 %': '相当于东南沿海，至少 40%',
  'share of the nation, 2018': '占全国之比，2018 年',
  'Daqing over the nation, 2020': '大庆占全国之比，2020 年',
  'no other region has more': '没有别的地区更多',
  'transfers per head over the national mean, 2023': '人均转移支付与全国均值之比，2023 年',
  'paid in from the pension pool, 2023': '养老统筹流入，2023 年',
  'part of national output 2021 over that of 2002': '占全国产出的份额，2021 年与 2002 年之比',
  'consumer confidence, 2022': '消费者信心，2022 年',
  "saving of the nation's households, 2021": '全国居民储蓄率，2021 年',

  "Published estimates differ by a factor of ten, so no threshold separates worn out from working; the model's own answer (shown) rests on priors that span them.":
    '公布的估计相差十倍，无从划定“失效”与“有效”的界线；模型自身的答案（所示）建立在涵盖这些估计的先验之上。',
  'Read as a word about the border province it holds; asked of all three it is true of Heilongjiang only.':
    '若只指边境省份则成立；对三省而言仅黑龙江如此。',
  'There is no statistic of family trades; the model carries the asset as a share with a wide prior, which drains as the young leave.':
    '没有关于家庭职业传承的统计；模型以宽先验的占比记入这一资产，并随年轻人外流而流失。',
  'No table of inputs by sector and origin was found; the model shows what its assumption amounts to.':
    '未找到分行业、分来源的投入表；模型给出其假设的含义。',
  'Its text of 2023 was not found; only the national rule and earlier local ones were.':
    '未找到 2023 年的通知原文，只找到全国规定和较早的地方规定。',
  'Two firms are examples, not a quantity of the region, and no register of their owners was found.':
    '两家企业是例子，不是该地区的数量，也未找到股东登记。',
  'No count was found, and it does not matter in money: about a thousandth of a percent of output.':
    '未找到统计，金额上也无足轻重：约为产出的十万分之一。',
  'No figures on beds and nights were found.': '未找到床位和过夜数字。',
  "An anecdote; there are no figures on shops and restaurants at these sites. It enters as the part of visitors' spending that stays.":
    '这是轶事；没有这些景点商店和餐馆的数字。它以游客消费留存的比例进入模型。',
  'No output by field is in the packs; offshore and western fields rival it now.':
    '数据中没有分油田产量；如今海上和西部油田已可与之匹敌。',
  'There is no public figure of arms output by province; the model carries an assumed one.':
    '没有公开的分省军工产出数字；模型采用假设值。',
  'Anecdotes; deliveries of single factories to other regions are not published.':
    '轶事；单个工厂向外地的交付并不公布。',
}

/** A sentence of the ledger; one that nobody has translated stays as the ledger has it. */
export const claimText = (text: string, language: Language): string =>
  language === 'zh' ? (chinese[text] ?? text) : text
