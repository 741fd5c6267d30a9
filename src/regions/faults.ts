/** The problems of a region's files, by code and in both languages; what to do about them is in fixes.ts. */

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
  noHeader: () => ({ en: 'there is no header in the first row', zh: '第一行没有表头' }),
  separator: ({ separator }: Of<'separator'>) => {
    const isTab = separator === '\t'
    return {
      en: `the fields are separated by ${isTab ? 'tabs' : `'${separator}'`}, not by commas`,
      zh: `各栏以${isTab ? '制表符' : `“${separator}”`}分隔，而不是英文逗号`,
    }
  },
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
  outsideShare: ({ name, value, least, most }: Of<'name' | 'value' | 'least' | 'most'>) => ({
    en: `${name} is a share and must lie between ${least} and ${most}, but is ${value}`,
    zh: `${name} 是比例，应在 ${least} 与 ${most} 之间，现为 ${value}`,
  }),
  allLost: ({ name, value }: Of<'name' | 'value'>) => ({
    en: `${name} is the part that was lost of a whole and must lie below 1, but is ${value}`,
    zh: `${name} 是损失占整体的比例，应小于 1，现为 ${value}`,
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
  deathsDiffer: ({ value, byRates }: Of<'value' | 'byRates'>) => ({
    en: `deathsStart is ${value} million a year, but the residents and death rates of cohorts.csv give ${byRates}`,
    zh: `deathsStart 为每年 ${value} 百万人，而 cohorts.csv 的常住人口与死亡率得出 ${byRates} 百万人`,
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
  noTimeOfYear: ({ word }: Of<'word'>) => ({ en: `'${word}' is not a time of the year`, zh: `“${word}”不是年内时点` }),
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
  pathWithoutAreas: ({ name }: Of<'name'>) => ({
    en: `${name} is the same for all areas`,
    zh: `${name} 对各地区相同`,
  }),
  missingIn: ({ name, area }: Of<'name' | 'area'>) => ({
    en: `${name} of ${area} is missing`,
    zh: `缺少 ${area} 的 ${name}`,
  }),
  unknownArea: ({ word }: Of<'word'>) => ({ en: `unknown area '${word}'`, zh: `未知的地区“${word}”` }),
})
