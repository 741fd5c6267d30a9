/** The problems of a region's files and their fixes, by code and in both languages. */

import { type Both, messageTable, type Of } from '../language/messages.ts'

export const fault = messageTable('region', {
  /** All problems of a region, a line each. */
  faulty: ({ id, count, lines }: { readonly id: string; readonly count: number; readonly lines: Both<string> }) => ({
    en: `region '${id}' has ${count === 1 ? 'a problem' : `${count} problems`}:\n${lines.en}`,
    zh: `地区“${id}”有 ${count} 处问题：\n${lines.zh}`,
  }),

  // Input-output tables.
  tableRowMissing: ({ name }: Of<'name'>) => ({ en: `the row ${name} is missing`, zh: `缺少 ${name} 一行` }),
  tableSectorMissing: ({ name }: Of<'name'>) => ({
    en: `the table lacks the sector ${name}`,
    zh: `表中缺少部门 ${name}`,
  }),
  columnSum: ({ column, sum }: Of<'column' | 'sum'>) => ({
    en: `the column ${column} sums to ${sum}, not to 1`,
    zh: `${column} 一列合计为 ${sum}，应为 1`,
  }),
  transit: ({ sector, share }: Of<'sector' | 'share'>) => ({
    en: `the local share of purchases of ${sector} is ${share}: what flows in exceeds local use, because goods pass through`,
    zh: `${sector} 的本地采购比例为 ${share}：调入超过本地使用，原因是货物过境`,
  }),
  negativeCell: ({ row, column, value }: Of<'row' | 'column' | 'value'>) => ({
    en: `${column} buys ${value} from ${row}, which is below 0`,
    zh: `${column} 从 ${row} 购入 ${value}，小于 0`,
  }),
  cellAboveOne: ({ row, column, value }: Of<'row' | 'column' | 'value'>) => ({
    en: `${row} of ${column} is ${value}, which is above 1`,
    zh: `${column} 的 ${row} 为 ${value}，大于 1`,
  }),
  tableMissing: ({ name }: Of<'name'>) => ({
    en: `${name} is given by industry, but the area has no input-output table`,
    zh: `按行业给出了 ${name}，但该地区没有投入产出表`,
  }),
  tableInOthers: ({ with: having, without }: Of<'with' | 'without'>) => ({
    en: `${having} has an input-output table and ${without} has none`,
    zh: `${having} 有投入产出表，而 ${without} 没有`,
  }),

  // Files and their tables.
  fileMissing: () => ({ en: 'the file is missing', zh: '缺少该文件' }),
  sheetMissing: () => ({ en: 'the sheet is missing', zh: '缺少该工作表' }),
  encoding: () => ({ en: 'the encoding of the text is not known', zh: '无法识别文本编码' }),
  notJson: ({ why }: Of<'why'>) => ({ en: `not valid JSON: ${why}`, zh: `不是有效的 JSON：${why}` }),
  headerLacks: ({ column }: Of<'column'>) => ({
    en: `the header lacks the column '${column}'`,
    zh: `表头缺少“${column}”一栏`,
  }),
  headerTwice: ({ column }: Of<'column'>) => ({
    en: `the header has the column '${column}' twice`,
    zh: `表头中“${column}”一栏出现两次`,
  }),
  unknownColumn: ({ column }: Of<'column'>) => ({ en: `unknown column '${column}'`, zh: `未知的栏目“${column}”` }),
  fieldCount: ({ fields, columns }: Of<'fields' | 'columns'>) => ({
    en: `the row has ${fields} fields, the header ${columns}`,
    zh: `表头有 ${columns} 栏，此行有 ${fields} 栏`,
  }),

  controlCharacters: () => ({ en: 'the file holds control characters', zh: '文件含有控制字符' }),
  keyTwice: () => ({ en: 'the field is given twice', zh: '该项出现两次' }),
  tableLarge: ({ rows, columns, mostRows, mostColumns }: Of<'rows' | 'columns' | 'mostRows' | 'mostColumns'>) => ({
    en: `the table has ${rows} rows and ${columns} columns; at most ${mostRows} rows and ${mostColumns} columns are read`,
    zh: `该表有 ${rows} 行、${columns} 列；最多读取 ${mostRows} 行、${mostColumns} 列`,
  }),
  deepField: ({ field, most }: Of<'field' | 'most'>) => ({
    en: `the field '${field}' has more than ${most} parts`,
    zh: `字段“${field}”超过 ${most} 级`,
  }),

  // The ids of regions.
  idMissing: () => ({ en: 'the id is missing', zh: '缺少编号（id）' }),
  idDiffers: ({ id, folder }: Of<'id' | 'folder'>) => ({
    en: `the id '${id}' differs from the name of its folder, ${folder}`,
    zh: `编号“${id}”与文件夹名 ${folder} 不同`,
  }),
  idTaken: ({ id }: Of<'id'>) => ({
    en: `the id ${id} belongs to a region of the program`,
    zh: `编号 ${id} 属于程序自带的地区`,
  }),

  // Single cells.
  missing: ({ name }: Of<'name'>) => ({ en: `${name} is missing`, zh: `缺少 ${name}` }),
  nameMissing: () => ({ en: 'the name is missing', zh: '缺少名称' }),
  numberMissing: () => ({ en: 'the number is missing', zh: '缺少数字' }),
  notNumber: ({ text }: Of<'text'>) => ({ en: `'${text}' is not a number`, zh: `“${text}”不是数字` }),
  yearMissing: () => ({ en: 'the year is missing', zh: '缺少年份' }),
  notYear: ({ text }: Of<'text'>) => ({ en: `'${text}' is not a year`, zh: `“${text}”不是年份` }),
  evidenceMissing: () => ({ en: 'the evidence grade is missing', zh: '缺少证据等级' }),
  unknownEvidence: ({ word }: Of<'word'>) => ({
    en: `unknown evidence grade '${word}'`,
    zh: `未知的证据等级“${word}”`,
  }),
  sourceMissing: () => ({ en: 'the source is missing', zh: '缺少来源' }),
  unknownSource: ({ word }: Of<'word'>) => ({ en: `unknown source '${word}'`, zh: `未知的来源“${word}”` }),
  sourceUndescribed: () => ({ en: 'the description of the source is missing', zh: '缺少来源的说明' }),
  unknownName: ({ word }: Of<'word'>) => ({ en: `unknown name '${word}'`, zh: `未知的名称“${word}”` }),
  unitMissing: ({ name }: Of<'name'>) => ({ en: `the unit of ${name} is missing`, zh: `${name} 缺少单位` }),
  unitDiffers: ({ name, given, wanted }: Of<'name' | 'given' | 'wanted'>) => ({
    en: `${name} is in '${given}'; the model needs '${wanted}'`,
    zh: `${name} 的单位是“${given}”，模型要求“${wanted}”`,
  }),
  negative: ({ name, value }: Of<'name' | 'value'>) => ({
    en: `${name} cannot be negative, but is ${value}`,
    zh: `${name} 不能为负，现为 ${value}`,
  }),
  aboveOne: ({ name, value }: Of<'name' | 'value'>) => ({
    en: `${name} is a share and must lie between 0 and 1, but is ${value}`,
    zh: `${name} 是比例，应在 0 与 1 之间，现为 ${value}`,
  }),
  // Figures that cannot be true together.
  partAboveWhole: ({ part, partValue, whole, value }: Of<'part' | 'partValue' | 'whole' | 'value'>) => ({
    en: `${part} is ${partValue}, more than ${whole}, which is ${value} and contains it`,
    zh: `${part} 为 ${partValue}，大于包含它的 ${whole}（${value}）`,
  }),
  sharesAboveOne: ({ names, value }: Of<'names' | 'value'>) => ({
    en: `${names} are shares of one whole and add up to ${value}, more than 1`,
    zh: `${names} 是同一整体的份额，合计 ${value}，大于 1`,
  }),
  aboveResidents: ({ name, value, most, people }: Of<'name' | 'value' | 'most' | 'people'>) => ({
    en: `${name} is ${value}, more than ${most} of the ${people} million residents`,
    zh: `${name} 为 ${value}，超过常住人口 ${people} 百万人的 ${most}`,
  }),
  notPositive: ({ name, value }: Of<'name' | 'value'>) => ({
    en: `${name} must be above 0, but is ${value}`,
    zh: `${name} 应大于 0，现为 ${value}`,
  }),
  cannotRun: ({ why }: { readonly why: Both<string> }) => ({
    en: `the model cannot run with these figures: ${why.en}`,
    zh: `模型无法用这些数字运行：${why.zh}`,
  }),
  doesNotClose: ({ residual, where }: Of<'residual' | 'where'>) => ({
    en: `the accounts do not close with these figures: a residual of ${residual} of output in ${where}`,
    zh: `用这些数字核算账户不平衡：${where} 的残差为产出的 ${residual}`,
  }),

  boundsMissing: ({ name }: Of<'name'>) => ({
    en: `${name} is in money and lacks bounds in the currency of the nation`,
    zh: `${name} 以货币计，缺少以本国货币表示的上下限`,
  }),
  outsideBounds: ({ name, value, low, high }: Of<'name' | 'value' | 'low' | 'high'>) => ({
    en: `${name} is ${value}, outside ${low} to ${high}`,
    zh: `${name} 为 ${value}，超出 ${low} 至 ${high} 的范围`,
  }),
  otherCurrency: ({ own, context, currency }: Of<'own' | 'context' | 'currency'>) => ({
    en: `the currency is ${own}, but that of ${context} is ${currency}`,
    zh: `货币为 ${own}，而 ${context} 的货币为 ${currency}`,
  }),

  twice: ({ key }: Of<'key'>) => ({ en: `'${key}' is given twice`, zh: `“${key}”出现两次` }),
  alreadyInRow: ({ key, row }: Of<'key' | 'row'>) => ({
    en: `'${key}' is already given in row ${row}`,
    zh: `“${key}”已在第 ${row} 行出现`,
  }),

  // Labels of dimensions.
  labelForm: ({ text }: Of<'text'>) => ({ en: `the label '${text}' cannot be read`, zh: `无法识别标签“${text}”` }),
  dimensionMissing: ({ name, dimension }: Of<'name' | 'dimension'>) => ({
    en: `${name} is given by ${dimension}, which is missing here`,
    zh: `${name} 需按 ${dimension} 分列，此处缺少 ${dimension}`,
  }),
  unknownLabel: ({ dimension, word }: Of<'dimension' | 'word'>) => ({
    en: `${dimension} has no label '${word}'`,
    zh: `${dimension} 没有标签“${word}”`,
  }),
  unknownDimension: ({ name, word }: Of<'name' | 'word'>) => ({
    en: `${name} has no dimension '${word}'`,
    zh: `${name} 没有维度“${word}”`,
  }),
  labelsMissing: ({ name, labels, more }: Of<'name' | 'labels' | 'more'>) => ({
    en: `${name} lacks ${labels}${more === 0 ? '' : ` and ${more} more`}`,
    zh: `${name} 缺少 ${labels}${more === 0 ? '' : ` 等，另有 ${more} 项`}`,
  }),

  // Paths and series.
  timeOrder: ({ name, time, before }: Of<'name' | 'time' | 'before'>) => ({
    en: `time ${time} of ${name} does not come after ${before}`,
    zh: `${name} 的时间 ${time} 不晚于 ${before}`,
  }),
  unitChanges: ({ name, from, to }: Of<'name' | 'from' | 'to'>) => ({
    en: `${name} changes its unit from '${from}' to '${to}'`,
    zh: `${name} 的单位从“${from}”变为“${to}”`,
  }),
  yearTwice: ({ name, year }: Of<'name' | 'year'>) => ({
    en: `${name} has ${year} twice`,
    zh: `${name} 的 ${year} 年出现两次`,
  }),
  yearBack: ({ name, from, to }: Of<'name' | 'from' | 'to'>) => ({
    en: `${name} goes back from ${from} to ${to}`,
    zh: `${name} 的年份从 ${from} 倒退到 ${to}`,
  }),
  yearSkipped: ({ name, from, to }: Of<'name' | 'from' | 'to'>) => ({
    en: `${name} goes from ${from} to ${to}`,
    zh: `${name} 从 ${from} 年跳到 ${to} 年`,
  }),
  gap: ({ name, from, to }: Of<'name' | 'from' | 'to'>) => ({
    en: `${name} has no figure for ${from === to ? from : `${from} to ${to}`}`,
    zh: `${name} 缺少 ${from === to ? from : `${from} 至 ${to}`} 年的数字`,
  }),
  jump: ({ name, before, yearBefore, after, year }: Of<'name' | 'before' | 'yearBefore' | 'after' | 'year'>) => ({
    en: `${name} jumps from ${before} (${yearBefore}) to ${after} (${year})`,
    zh: `${name} 从 ${yearBefore} 年的 ${before} 跳到 ${year} 年的 ${after}`,
  }),
  largeRate: ({ name, value }: Of<'name' | 'value'>) => ({
    en: `${name} is ${value} a year, more than 100 %`,
    zh: `${name} 为每年 ${value}，超过 100%`,
  }),
  endsEarly: ({ name, year, last }: Of<'name' | 'year' | 'last'>) => ({
    en: `${name} ends in ${year}, not in ${last}`,
    zh: `${name} 止于 ${year} 年，应到 ${last} 年`,
  }),

  // Census and cohorts.
  columnUndescribed: ({ name }: Of<'name'>) => ({
    en: `the column ${name} of cohorts.csv is not described`,
    zh: `未说明 cohorts.csv 的 ${name} 一栏`,
  }),
  inCohortsToo: ({ name }: Of<'name'>) => ({
    en: `${name} is given in cohorts.csv too`,
    zh: `${name} 在 cohorts.csv 中也已给出`,
  }),
  notDerived: ({
    name,
    cell,
    own,
    derived,
    total,
    derivedTotal,
  }: Of<'name' | 'cell' | 'own' | 'derived' | 'total' | 'derivedTotal'>) => ({
    en: `${name} does not follow from census.csv and vital.csv: ${cell} is ${own}, derived ${derived}; in total ${total}, derived ${derivedTotal}`,
    zh: `${name} 与 census.csv 和 vital.csv 的推算结果不符：${cell} 为 ${own}，推算为 ${derived}；合计 ${total}，推算为 ${derivedTotal}`,
  }),
  unknownSex: ({ word }: Of<'word'>) => ({ en: `unknown sex '${word}'`, zh: `未知的性别“${word}”` }),
  unknownGroup: ({ age }: Of<'age'>) => ({
    en: `no census group starts at age ${age}`,
    zh: `没有从 ${age} 岁开始的普查年龄组`,
  }),
  groupEmpty: () => ({ en: 'a census group needs people and deaths above 0', zh: '普查年龄组的人数和死亡数应大于 0' }),
  groupTwice: ({ sex, age }: Of<'sex' | 'age'>) => ({
    en: `${sex} ${age} is given twice`,
    zh: `${sex} ${age} 出现两次`,
  }),
  groupMissing: ({ sex, age }: Of<'sex' | 'age'>) => ({ en: `${sex} ${age} is missing`, zh: `缺少 ${sex} ${age}` }),
  figureTwice: ({ name, year }: Of<'name' | 'year'>) => ({
    en: `${name} of ${year} is given twice`,
    zh: `${name} 的 ${year} 年出现两次`,
  }),
  figureMissing: ({ name, year }: Of<'name' | 'year'>) => ({
    en: `${name} of ${year} is missing`,
    zh: `缺少 ${year} 年的 ${name}`,
  }),
  noCensus: () => ({ en: 'no census is described', zh: '未说明人口普查' }),
  noPastYear: ({ year }: Of<'year'>) => ({
    en: `there are no cohorts for 1 January ${year}`,
    zh: `没有 ${year} 年 1 月 1 日的分年龄人口`,
  }),

  // Regions made of others.
  contextKind: ({ kind, id }: Of<'kind' | 'id'>) => ({
    en: `a region of kind '${kind}' cannot be the context of ${id}`,
    zh: `类别为 ${kind} 的地区不能作为 ${id} 的外部环境`,
  }),
  notRunnable: ({ kind }: Of<'kind'>) => ({
    en: `a region of kind '${kind}' has no economy of its own to run`,
    zh: `类别为 ${kind} 的地区没有可运行的经济数据`,
  }),
  noTemplate: ({ id, kind }: Of<'id' | 'kind'>) => ({
    en: `${id} is of kind '${kind}' and has no figures of its own`,
    zh: `${id} 的类别为 ${kind}，没有自己的数字`,
  }),
  memberKind: ({ id, kind }: Of<'id' | 'kind'>) => ({
    en: `'${id}' is of kind '${kind}', not an area`,
    zh: `“${id}”的类别为 ${kind}，不是地区`,
  }),
  unionDiffers: ({ value, other, area }: Of<'value' | 'other' | 'area'>) => ({
    en: `'${value}' differs from '${other}' of ${area}`,
    zh: `“${value}”与 ${area} 的“${other}”不同`,
  }),
  agesUncovered: () => ({
    en: 'the age ranges do not cover every age exactly once',
    zh: '各年龄段未能不重不漏地覆盖所有年龄',
  }),
  sharesSum: ({ sum }: Of<'sum'>) => ({ en: `the shares add up to ${sum}`, zh: `各比例之和为 ${sum}` }),
  noRegion: () => ({ en: 'no region was found in the import', zh: '导入的内容中没有地区' }),
  severalRegions: ({ count, ids }: Of<'count' | 'ids'>) => ({
    en: `there are ${count} regions: ${ids}`,
    zh: `其中有 ${count} 个地区：${ids}`,
  }),
  otherRegion: ({ id }: Of<'id'>) => ({ en: `there is no region ${id}`, zh: `没有地区 ${id}` }),

  // Parameters fitted to the past of a region.
  edited: ({ digest }: Of<'digest'>) => ({
    en: `the file was changed after it was written (digest ${digest})`,
    zh: `文件在生成后被改动过（摘要 ${digest}）`,
  }),
  oldParameters: () => ({
    en: 'the file is of an older version and has no correlations',
    zh: '文件为旧版本，没有相关系数',
  }),

  // What a back-test needs: the past, its rules, targets and facts.
  noTimeOfYear: ({ word }: Of<'word'>) => ({ en: `'${word}' is no time of the year`, zh: `“${word}”不是年内时点` }),
  unknownScale: ({ word }: Of<'word'>) => ({ en: `unknown scale '${word}'`, zh: `未知的尺度“${word}”` }),
  startMissing: () => ({ en: 'the value before the start is missing', zh: '缺少起始前的数值' }),
  errorNotPositive: ({ value }: Of<'value'>) => ({
    en: `the measurement error is ${value}`,
    zh: `测量误差为 ${value}`,
  }),
  leverTooLate: ({ name, from }: Of<'name' | 'from'>) => ({
    en: `${name} is given from ${from}, within the simulation`,
    zh: `${name} 从 ${from} 起给出，已在模拟期内`,
  }),
  twoRules: ({ name }: Of<'name'>) => ({ en: `${name} has two rules`, zh: `${name} 有两条规则` }),
  noRule: ({ name }: Of<'name'>) => ({ en: `${name} has no rule`, zh: `${name} 没有规则` }),
  unknownRule: ({ word }: Of<'word'>) => ({ en: `unknown rule '${word}'`, zh: `未知的规则“${word}”` }),
  ruleYearsMissing: ({ rule }: Of<'rule'>) => ({
    en: `the rule '${rule}' needs its years`,
    zh: `规则 ${rule} 缺少年数`,
  }),
  ruleYears: ({ text }: Of<'text'>) => ({ en: `'${text}' is not a number of years`, zh: `“${text}”不是年数` }),
  ruleSeriesMissing: ({ rule }: Of<'rule'>) => ({
    en: `the rule '${rule}' needs a series`,
    zh: `规则 ${rule} 缺少序列`,
  }),
  inflatedRange: ({ value }: Of<'value'>) => ({
    en: `${value} of the true value cannot have been added`,
    zh: `虚增部分不可能是实际值的 ${value} 倍`,
  }),
  notInYear: ({ id, year }: Of<'id' | 'year'>) => ({
    en: `${id} cannot be opened in ${year}`,
    zh: `${id} 不能从 ${year} 年开始`,
  }),
  noSeries: ({ name, place, year, series }: Of<'name' | 'place' | 'year' | 'series'>) => ({
    en: `${name} of ${place} in ${year}: there is no series '${series}'`,
    zh: `${place} ${year} 年的 ${name}：没有序列“${series}”`,
  }),
  noPastValue: ({ name, place, year, series }: Of<'name' | 'place' | 'year' | 'series'>) => ({
    en: `${name} of ${place} in ${year}: '${series}' gives no number`,
    zh: `${place} ${year} 年的 ${name}：“${series}”得不出数字`,
  }),
  unknownKindOfFact: ({ word }: Of<'word'>) => ({ en: `unknown kind '${word}'`, zh: `未知的类型“${word}”` }),
  pathWithoutAreas: ({ name }: Of<'name'>) => ({
    en: `${name} is the same for all areas`,
    zh: `${name} 对各地区相同`,
  }),
  missingIn: ({ name, area }: Of<'name' | 'area'>) => ({
    en: `${name} of ${area} is missing`,
    zh: `缺少 ${area} 的 ${name}`,
  }),
  unknownArea: ({ word }: Of<'word'>) => ({ en: `unknown area '${word}'`, zh: `未知的地区“${word}”` }),
  unexplained: () => ({ en: 'no reason is given why there is no figure', zh: '未说明为何没有数字' }),
})

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
    zh: `${start} 起的政策工具应写入政策方案`,
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
  knownKinds: ({ kinds }: Of<'kinds'>) => ({ en: `Kinds are ${kinds}`, zh: `可用的类型为 ${kinds}` }),
  knownAreas: ({ areas }: Of<'areas'>) => ({ en: `Areas are each, ${areas}`, zh: `可用 each（各地区）、${areas}` }),
  explain: () => ({ en: 'Give the reason in the note', zh: '请在说明中写明原因' }),
})
