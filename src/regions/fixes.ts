/** What to do about the problems of a region's files, by code and in both languages. */

import { messageTable, type Of } from '../language/messages.ts'

export const fix = messageTable('fix', {
  didYouMean: ({ meant }: Of<'meant'>) => ({ en: `Did you mean '${meant}'`, zh: `是否应为“${meant}”` }),

  // Files and their tables.
  addFigures: () => ({ en: 'Add it; it holds the starting values', zh: '请补上，其中是初始数字' }),
  plainText: () => ({ en: 'Leave only text in it', zh: '请只保留文本' }),
  keepOneField: () => ({ en: 'Keep one of them', zh: '请只保留一处' }),
  splitTable: () => ({ en: 'Keep only the rows and columns of the region', zh: '请只保留该地区的行和列' }),
  checkFigures: () => ({ en: 'Correct the figure that is wrong', zh: '请改正有误的数字' }),
  compareWithTemplate: () => ({
    en: 'Compare the figures it names with those of a region of the program',
    zh: '请将所涉数字与程序自带地区的数字对照',
  }),
  addInstitutions: ({ currency }: Of<'currency'>) => ({
    en: `Add it; a nation whose currency is ${currency} states its own law, customs and prices there`,
    zh: `请补上；使用 ${currency} 的国家在其中给出本国的制度、惯例和价格`,
  }),
  giveBounds: () => ({ en: 'Write them in the columns low and high', zh: '请填写 low 和 high 两栏' }),
  withinBounds: () => ({ en: 'Correct the value, or give other bounds', zh: '请改正数值，或另给上下限' }),
  nameCompared: () => ({
    en: 'Name the three places whose retail sales per person figures.csv gives, in the order of Beijing, Shanghai and the south-east',
    zh: '请按北京、上海、东南沿海的顺序，写明 figures.csv 中人均零售额所属的三个地方',
  }),
  oneCurrency: () => ({ en: 'Write the currency of the nation', zh: '请使用该国的货币' }),
  addPaths: () => ({ en: 'Add it; it holds the external paths of the model', zh: '请补上，其中是模型的外部路径' }),
  addSources: () => ({ en: 'Add it; it describes the sources', zh: '请补上，其中是来源说明' }),
  addCensus: () => ({
    en: 'Add it, because region.json describes a census',
    zh: '请补上，因为 region.json 说明了人口普查',
  }),
  addVital: () => ({ en: 'Add it; the census is carried forward with it', zh: '请补上，推算普查人口需要它' }),
  addTargets: () => ({
    en: 'Add it; it says which series a back-test compares with which outcome',
    zh: '请补上，历史检验据此比对序列与模型结果',
  }),
  addPast: () => ({
    en: 'Add it; without it the region can only be opened at its own start',
    zh: '请补上，否则该地区只能从自身的起始时间开始',
  }),
  addPastPeople: () => ({ en: 'Add it; past cohorts are derived from it', zh: '请补上，历史分年龄人口据此推算' }),
  addRegion: () => ({
    en: 'Add the folder, or ask for a region that has one',
    zh: '请补上文件夹，或选择已有文件夹的地区',
  }),
  addContext: ({ by }: Of<'by'>) => ({
    en: `Add the folder; ${by} names it as the context`,
    zh: `请补上文件夹，${by} 以其为外部环境`,
  }),
  addMember: ({ by }: Of<'by'>) => ({
    en: `Add the folder, or remove the region from ${by}`,
    zh: `请补上文件夹，或从 ${by} 中删去该地区`,
  }),
  calibrateFor: ({ by, region, set }: Of<'by' | 'region' | 'set'>) => ({
    en: `${by} asks for it: write it with 'heartland calibrate ${region} --set ${set}'`,
    zh: `${by} 要求使用该文件，请用“heartland calibrate ${region} --set ${set}”生成`,
  }),
  calibrateAgain: ({ region, set }: Of<'region' | 'set'>) => ({
    en: `Write it again with 'heartland calibrate ${region} --set ${set}'`,
    zh: `请用“heartland calibrate ${region} --set ${set}”重新生成`,
  }),
  measureErrorAgain: ({ region }: Of<'region'>) => ({
    en: `Write it again with 'heartland hindcast ${region} --save-error'`,
    zh: `请用“heartland hindcast ${region} --save-error”重新生成`,
  }),
  saveAsUtf8: () => ({ en: 'Save it with the encoding UTF-8', zh: '请另存为 UTF-8 编码' }),
  correctJson: () => ({ en: 'Correct the syntax', zh: '请更正语法' }),
  headerHolds: ({ columns }: Of<'columns'>) => ({ en: `The header must hold ${columns}`, zh: `表头必须有 ${columns}` }),
  saveWithCommas: () => ({
    en: 'Save it as CSV with commas between the fields and points in numbers',
    zh: '请另存为以英文逗号分隔的 CSV，小数用小数点',
  }),
  removeColumn: () => ({ en: 'Remove one of the two columns', zh: '请删去其中一栏' }),
  knownColumns: ({ columns }: Of<'columns'>) => ({ en: `Known columns are ${columns}`, zh: `可用的栏目为 ${columns}` }),
  quoteCommas: () => ({ en: 'Put fields that hold a comma between double quotes', zh: '含逗号的栏请加双引号' }),
  seeGuide: () => ({
    en: 'The fields of region.json are described in docs/guide/regions.md',
    zh: 'region.json 的各项见模板或 docs/guide/regions.md',
  }),
  sameId: () => ({ en: 'Give the folder and the id the same name', zh: '文件夹名应与编号相同' }),
  otherId: () => ({
    en: 'Give yours another id and name in the sheet region (or in region.json, and to its folder)',
    zh: '请在工作表 region（或 region.json 及其文件夹）中换一个编号和名称',
  }),

  // Single cells.
  writeAs: ({ meant }: Of<'meant'>) => ({ en: `Write ${meant}`, zh: `请写 ${meant}` }),
  commaOrPoint: () => ({
    en: 'Write a decimal point where the comma begins a fraction, and leave the comma out where it parts thousands',
    zh: '逗号如为小数点请改写为“.”，如为千位分隔符请删去',
  }),
  writeNumber: () => ({ en: 'Write digits with a decimal point, such as 12.5', zh: '请写数字和小数点，如 12.5' }),
  writeYear: () => ({ en: 'Write the year the figure refers to, such as 2023', zh: '请写数字所属的年份，如 2023' }),
  writeEvidence: () => ({
    en: 'Write one of official, secondary, derived, assumed',
    zh: '请写 official（官方）、secondary（二手）、derived（推算）或 assumed（假设）',
  }),
  nameSource: () => ({ en: 'Name a row of sources.csv by its id', zh: '请填写 sources.csv 中的编号' }),
  addSource: () => ({
    en: 'Add it to sources.csv with what it is and where it is found',
    zh: '请在 sources.csv 中补上其内容和出处',
  }),
  describeSource: () => ({ en: 'Give the source an id and say what it is', zh: '请填写来源的编号和内容' }),
  keepOne: () => ({ en: 'Keep one of the two', zh: '请只保留一个' }),
  convert: () => ({ en: 'Convert the value and write that unit', zh: '请换算数值，并改写单位' }),
  writeUnit: ({ unit }: Of<'unit'>) => ({ en: `Write ${unit}`, zh: `请写 ${unit}` }),
  correctSign: () => ({ en: 'Correct the sign', zh: '请更正正负号' }),
  writeShare: () => ({ en: 'Write 5 % as 0.05', zh: '5% 请写作 0.05' }),
  addFigure: ({ unit }: Of<'unit'>) => ({ en: `Add it, in ${unit}`, zh: `请补上，单位为 ${unit}` }),
  addRows: () => ({ en: 'Add the rows', zh: '请补上这些行' }),
  removeFigure: () => ({
    en: 'The model needs no such figure here: remove the row',
    zh: '此处不需要该数字，请删去此行',
  }),
  removePath: () => ({ en: 'The model reads no such path: remove the row', zh: '模型没有该路径，请删去此行' }),
  removeUnknown: () => ({
    en: 'It is neither a figure nor a dimension: remove it',
    zh: '既不是数字也不是维度，请删去',
  }),
  knownNames: ({ names }: Of<'names'>) => ({ en: `Names are ${names}`, zh: `可用的名称为 ${names}` }),

  // Labels of dimensions.
  writeLabels: () => ({
    en: "Write dimension=label, such as group=young, with ';' between several",
    zh: '请写“维度=标签”，如 group=young，多个以“;”分隔',
  }),
  writeLabel: ({ dimension, labels }: Of<'dimension' | 'labels'>) => ({
    en: `Write ${dimension}=… with one of ${labels}`,
    zh: `请写 ${dimension}=…，可用 ${labels}`,
  }),
  knownLabels: ({ labels }: Of<'labels'>) => ({ en: `Labels are ${labels}`, zh: `可用的标签为 ${labels}` }),
  leaveLabelsEmpty: () => ({ en: 'Leave the labels empty', zh: '标签请留空' }),
  knownDimensions: ({ dimensions }: Of<'dimensions'>) => ({
    en: `Its dimensions are ${dimensions}`,
    zh: `其维度为 ${dimensions}`,
  }),
  useModelLabels: () => ({ en: 'Use the labels of the model, one row each', zh: '请用模型的标签，每个一行' }),

  // Paths and series.
  leaveAreaEmpty: () => ({ en: 'Leave the area empty', zh: '请将 area 一栏留空' }),
  nameArea: ({ areas }: Of<'areas'>) => ({
    en: `Write the id of an area, such as ${areas}, or leave it empty for all areas`,
    zh: `请填写地区编号，如 ${areas}；留空表示所有地区`,
  }),
  addPoints: ({ unit }: Of<'unit'>) => ({ en: `Add its points, in ${unit}`, zh: `请补上各点，单位为 ${unit}` }),
  orderPath: () => ({ en: 'Order the points of a path by time, each time once', zh: '请按时间排列，每个时间一行' }),
  nameSeries: () => ({ en: 'Name the series', zh: '请写明序列名称' }),
  nameUnit: () => ({ en: 'Name the unit', zh: '请写明单位' }),
  oneUnit: () => ({ en: 'Give a series one unit', zh: '同一序列只用一种单位' }),
  orderSeries: () => ({ en: 'Order a series by year, each year once', zh: '请按年份排列，每年一行' }),
  explainGap: () => ({
    en: "Add the years, or begin the note with 'Gap:' and say why they are missing",
    zh: '请补上这些年份，或在说明中以“Gap:”开头写明缺失原因',
  }),
  explainBreak: () => ({
    en: "Correct the unit, or begin the note with 'Break:' and say why it is so",
    zh: '请更正单位，或在说明中以“Break:”开头写明原因',
  }),
  everyYear: () => ({ en: 'Give every year once, in order', zh: '请按顺序逐年给出，每年一行' }),
  everyYearTo: ({ year }: Of<'year'>) => ({ en: `Give every year up to ${year}`, zh: `请逐年给到 ${year} 年` }),

  // Census and cohorts.
  describeColumn: () => ({
    en: 'Give its unit, year, evidence grade and source',
    zh: '请写明单位、年份、证据等级和来源',
  }),
  addSectorRow: () => ({
    en: 'Give every sector a row and a column of the same name, and rows valueAdded, localTable and localMost',
    zh: '请为每个部门给出同名的行和列，并给出 valueAdded、localTable、localMost 三行',
  }),
  addSectorColumn: () => ({
    en: 'Give every sector a row and a column of the same name, and columns for the uses',
    zh: '请为每个部门给出同名的行和列，并给出各用途的列',
  }),
  addSector: () => ({
    en: 'The table needs the industries of the model, farming, oil and public; a sector that the area does not have buys nothing and sells nothing',
    zh: '表中须包含模型的各行业以及 farming、oil、public；本地区没有的部门不购入也不售出',
  }),
  balanceColumn: () => ({
    en: 'What a sector buys and its value added must sum to its output, and the goods of a use to the use: check the cells of the column',
    zh: '部门的购入与增加值之和应等于其产出，各用途的货物之和应等于该用途：请核对该列',
  }),
  replaceTransit: () => ({
    en: 'Take transit out of the inflow, or enter a location quotient or an observed share, and say so in the note of region.json',
    zh: '请从调入中扣除过境货物，或改用区位商、观测到的比例，并在 region.json 的备注中说明',
  }),
  netOut: () => ({
    en: 'Book by-products and scrap as sales of the sector that makes them; no cell of a table of shares is negative',
    zh: '副产品和废料应记为其生产部门的销售；比例表的单元格不应为负',
  }),
  divideByOutput: () => ({
    en: 'Enter shares: divide the purchases of a column by its output, those of a use by its total',
    zh: '请填写比例：部门购入除以该部门产出，用途购入除以该用途合计',
  }),
  describeTable: () => ({
    en: 'Add year, evidence and source of the table to region.json',
    zh: '请在 region.json 中注明该表的年份、证据等级和来源',
  }),
  addTable: () => ({
    en: 'Add input-output.csv, or remove the figures by industry: the region then has no outcomes by industry',
    zh: '请补充 input-output.csv，或删除按行业的数据：该地区将没有分行业结果',
  }),
  tableForAll: () => ({
    en: 'Give all areas of the union a table, or none',
    zh: '请为合并地区的所有地区都给出投入产出表，或都不给出',
  }),
  derive: ({ id }: Of<'id'>) => ({
    en: `Run: node bin/heartland.js derive ${id}`,
    zh: `请改正 census.csv、vital.csv 或 cohorts.csv 使其一致（命令行：node bin/heartland.js derive ${id}）`,
  }),
  writeSex: () => ({ en: 'Write female or male', zh: '请写 female（女）或 male（男）' }),
  knownGroups: ({ ages }: Of<'ages'>) => ({ en: `Groups start at ${ages}, … 100`, zh: `年龄组从 ${ages}……100 岁开始` }),
  checkCensus: () => ({ en: 'Check the table of the census', zh: '请核对普查表' }),
  everyGroup: () => ({ en: 'Give every age group of both sexes', zh: '请给出男女各年龄组' }),
  cohortsNeedIt: () => ({
    en: 'Add it; the cohorts cannot be carried forward without it',
    zh: '请补上，否则无法推算分年龄人口',
  }),
  describeCensuses: () => ({
    en: 'Give census, pastCensuses and their tables',
    zh: '请填写 census、pastCensuses 及相应的表',
  }),
  askForYear: ({ from, to }: Of<'from' | 'to'>) => ({
    en: `Ask for a year from ${from} to ${to}`,
    zh: `请选择 ${from} 至 ${to} 之间的年份`,
  }),

  // Regions made of others.
  makeContext: () => ({ en: "Its kind must be 'context'", zh: '其类别应为 context' }),
  askForArea: () => ({ en: 'Ask for an area or a union of areas', zh: '请选择地区（area）或地区的合并（union）' }),
  takeArea: () => ({ en: 'Start from an area, such as CN-LN', zh: '请以一个地区为模板，如 CN-LN' }),
  areasOnly: () => ({ en: 'A union may hold areas only', zh: '合并（union）只能由地区（area）组成' }),
  sameInUnion: () => ({ en: 'Areas of a union must have it in common', zh: '同一合并内的地区，此项应相同' }),
  coverAges: ({ last }: Of<'last'>) => ({
    en: `Let them run from 0 to ${last} without gap or overlap`,
    zh: `请使各年龄段从 0 到 ${last} 首尾相接`,
  }),
  sumToOne: () => ({ en: 'Make them add up to 1', zh: '请使其合计为 1' }),
  regionIs: () => ({
    en: 'A region is a folder with region.json and figures.csv in it, or the workbook of the template',
    zh: '地区是含 region.json 和 figures.csv 的文件夹，或由模板填成的工作簿',
  }),
  nameOne: () => ({ en: 'Name one of them, or add a union of them', zh: '请指定其中一个，或补上它们的合并（union）' }),
  takeTemplate: () => ({
    en: 'Take the template: it has a sheet region with a field id',
    zh: '请使用模板：其中有 region 工作表和 id 一项',
  }),
  fillContext: ({ sheet, prefix }: Of<'sheet' | 'prefix'>) => ({
    en: `Fill in its sheet '${sheet}', or delete the sheets that begin with '${prefix}'`,
    zh: `请填写工作表“${sheet}”，或删去以“${prefix}”开头的工作表`,
  }),

  // What a back-test needs.
  writeWhen: () => ({ en: 'Write mean or end', zh: '请写 mean（年均）或 end（年末）' }),
  writeScale: () => ({ en: 'Write log, level or growth', zh: '请写 log（对数）、level（水平）或 growth（增长）' }),
  writeStart: () => ({ en: "Name a figure, or write 'first'", zh: '请填写数字名称，或写 first' }),
  positiveError: () => ({ en: 'Every figure has an error above 0', zh: '任何数字的误差都应大于 0' }),
  endLever: ({ start }: Of<'start'>) => ({
    en: `From ${start} on levers belong in a policy`,
    zh: `${start} 起的政策工具应写入政策`,
  }),
  orderTimes: () => ({ en: 'Give times in order', zh: '请按时间先后排列' }),
  removeRule: () => ({ en: 'The model has no such figure: remove the row', zh: '模型没有该数字，请删去此行' }),
  knownRules: ({ rules }: Of<'rules'>) => ({ en: `Rules are ${rules}`, zh: `可用的规则为 ${rules}` }),
  writeYears: () => ({ en: 'Write over how many years, such as 1', zh: '请写明跨多少年，如 1' }),
  nameFollowed: () => ({ en: 'Name the series it follows', zh: '请写明所依据的序列' }),
  addRule: () => ({ en: "Add one, such as 'keep'", zh: '请补上一条，如 keep' }),
  writeInflated: () => ({ en: 'Write an excess of one fifth as 0.2', zh: '虚增五分之一请写作 0.2' }),
  longerSeries: () => ({
    en: 'Name a series that reaches so far back, or keep the figure',
    zh: '请填写可追溯到该年的序列，或沿用原数字（keep）',
  }),
})
