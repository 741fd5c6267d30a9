/** What is wrong with a model that does not link, by code and in both languages. */

import { type Both, type Message, messageTable, type Of } from './messages.ts'

type Names = readonly string[]

const quoted = (names: Names): Both<string> => ({
  en: names.map(name => `'${name}'`).join(' and '),
  zh: names.map(name => `“${name}”`).join('和'),
})

const meantBy = (meant: string | undefined): Both<string> =>
  meant === undefined ? { en: '', zh: '' } : { en: `; did you mean '${meant}'?`, zh: `；是否应为“${meant}”？` }

const inWords = (unit: string | number): Both<string> =>
  unit === '1' ? { en: '1 (dimensionless)', zh: '1（无量纲）' } : { en: String(unit), zh: String(unit) }

const accountKinds: Readonly<Record<string, string>> = { identity: '恒等式', matrix: '账户矩阵' }

interface InText {
  readonly where: string
  readonly what: Message
  readonly place: string
  readonly meant: string | undefined
}

export const linkerMessages = messageTable('linker', {
  // A problem with the name of the declaration, and with its place in a text.
  of: ({ where, what }: { readonly where: string; readonly what: Message }) => ({
    en: `${where}: ${what.text.en}`,
    zh: `${where}：${what.text.zh}`,
  }),
  inText: ({ where, what, place, meant }: InText) => ({
    en: `${where}: in '${place}', ${what.text.en}${meantBy(meant).en}`,
    zh: `${where}：在“${place}”中，${what.text.zh}${meantBy(meant).zh}`,
  }),
  syntax: (values: {
    readonly where: string
    readonly what: Message
    readonly character: number
    readonly shown: string
  }) => {
    const { where, what, character, shown } = values
    return {
      en: `${where}: ${what.text.en} at character ${character} of ${shown === '' ? 'an empty text' : `'${shown}'`}`,
      zh: `${where}：${shown === '' ? '空文本' : `“${shown}”`}第 ${character} 个字符处：${what.text.zh}`,
    }
  },

  // Names.
  labelNotQuantity: ({ name, dimension }: Of<'name' | 'dimension'>) => ({
    en: `'${name}' is a label of '${dimension}', not a quantity; write it as an index, x[${name}], or compare ${dimension} = ${name}`,
    zh: `“${name}”是维度“${dimension}”的标签，不是变量；请写成下标 x[${name}]，或比较 ${dimension} = ${name}`,
  }),
  functionNotValue: ({ name }: Of<'name'>) => ({
    en: `'${name}' is a function; write its argument in brackets, ${name}(…)`,
    zh: `“${name}”是函数；请在括号中写明自变量：${name}(…)`,
  }),
  noValue: ({ name, kind }: Of<'name' | 'kind'>) => ({
    en: `'${name}' is a ${kind} and has no value to read`,
    zh: `“${name}”是${accountKinds[kind] ?? kind}，没有可读取的数值`,
  }),
  unknownName: ({ name }: Of<'name'>) => ({ en: `unknown name '${name}'`, zh: `名称“${name}”未知` }),
  unknownLabel: ({ word, name, known }: Of<'word' | 'name' | 'known'>) => ({
    en: `unknown label '${word}' of '${name}' (${known})`,
    zh: `“${name}”没有标签“${word}”（可用：${known}）`,
  }),
  labelOfSeveral: ({ written, name, owners }: Of<'written' | 'name'> & { readonly owners: Names }) => ({
    en: `label '${written}' of '${name}' belongs to ${quoted(owners).en}`,
    zh: `“${name}”的标签“${written}”同属维度${quoted(owners).zh}`,
  }),
  noDimensions: ({ name, written }: Of<'name' | 'written'>) => ({
    en: `'${name}' has no dimensions and cannot be indexed by '${written}'`,
    zh: `“${name}”没有维度，不能用“${written}”作下标`,
  }),
  notBefore: ({ name, closing }: { readonly name: string; readonly closing: boolean }) => ({
    en: `'${name}' is not known before the first step${closing ? '' : ' because it is an equation'}; use a base value or the initial value of a state`,
    zh: `${closing ? '' : '因为是方程，'}“${name}”在第一步之前尚无数值；请改用基期值或状态变量的初始值`,
  }),
  notAnnual: ({ name }: Of<'name'>) => ({
    en: `'${name}' changes within the year and this is annual; read a yearMean of it, or a delay with annual: false`,
    zh: `“${name}”在年内变动，而此处为年度方程；请读取其 yearMean，或 annual: false 的 delay`,
  }),
  unknownDimension: ({ name }: Of<'name'>) => ({ en: `unknown dimension '${name}'`, zh: `维度“${name}”未知` }),
  unknownFunction: ({ name, isVariable }: { readonly name: string; readonly isVariable: boolean }) => ({
    en: `unknown function '${name}'${isVariable ? '; it is a variable: write it without brackets, or with * to multiply' : ''}`,
    zh: `函数“${name}”未知${isVariable ? '；它是变量：请去掉括号，相乘请用 *' : ''}`,
  }),

  // Labels and ranges.
  emptyRange: ({ range }: Of<'range'>) => ({ en: `the range '${range}' is empty`, zh: `范围“${range}”为空` }),
  twoRanges: ({ name }: Of<'name'>) => ({
    en: `one sum has two different ranges of '${name}'; write two sums`,
    zh: `同一个 sum 中“${name}”有两个不同的范围；请分写成两个 sum`,
  }),
  rangeOutside: ({ name }: Of<'name'>) => ({
    en: `a range of labels stands only inside a sum over '${name}'; write sum(…, ${name})`,
    zh: `标签范围只能出现在对“${name}”的求和之内；请写成 sum(…, ${name})`,
  }),
  unbound: ({ what, dimension, name, example }: Of<'what' | 'dimension' | 'name' | 'example'>) => ({
    en: `'${what}' varies over '${dimension}', which ${name} does not; index it, as in [${example}], or sum over '${dimension}'`,
    zh: `“${what}”随“${dimension}”变化，而 ${name} 不随之变化；请加下标，如 [${example}]，或对“${dimension}”求和`,
  }),
  indexedTwice: ({ name, dimension }: Of<'name' | 'dimension'>) => ({
    en: `'${name}' is indexed twice in '${dimension}'`,
    zh: `“${name}”在维度“${dimension}”上有两个下标`,
  }),
  labelsNotNumbers: ({ name, example }: Of<'name' | 'example'>) => ({
    en: `the labels of '${name}' are not numbers; compare it with one: '${name} = ${example}'`,
    zh: `“${name}”的标签不是数字；请与某个标签比较：“${name} = ${example}”`,
  }),
  notCondition: ({ part }: Of<'part'>) => ({
    en: `a condition is needed but '${part}' is a number; compare it, as in '${part} > 0'`,
    zh: `此处应为条件，而“${part}”是数值；请写成比较式，如“${part} > 0”`,
  }),

  // Functions.
  twoOrMore: ({ name }: Of<'name'>) => ({
    en: `'${name}' needs two values or more`,
    zh: `“${name}”至少需要两个自变量`,
  }),
  count: ({ name, wanted, given }: { readonly name: string; readonly wanted: number; readonly given: number }) => ({
    en: `'${name}' takes ${wanted} ${wanted === 1 ? 'value' : 'values'}, not ${given}`,
    zh: `“${name}”应有 ${wanted} 个自变量，现有 ${given} 个`,
  }),
  sumTwice: ({ name }: Of<'name'>) => ({ en: `'sum' names '${name}' twice`, zh: `sum 中“${name}”出现了两次` }),
  sumNothingOver: ({ name, part }: Of<'name' | 'part'>) => ({
    en: `sum over '${name}', but nothing in '${part}' varies over '${name}'`,
    zh: `对“${name}”求和，但“${part}”中没有随“${name}”变化的量`,
  }),
  nothingToSum: ({ part, name }: Of<'part' | 'name'>) => ({
    en: `nothing to sum: '${part}' varies over no dimension that ${name} lacks; name the dimension`,
    zh: `没有可求和的维度：“${part}”所随变化的维度 ${name} 都有；请写明求和的维度`,
  }),
  shiftConstant: ({ name, part }: Of<'name' | 'part'>) => ({
    en: `shift along '${name}', but '${part}' does not vary over '${name}'`,
    zh: `沿“${name}”移位，但“${part}”不随“${name}”变化`,
  }),
  notState: ({ name, part }: Of<'name' | 'part'>) => ({
    en: `'${name}' takes the name of a stock or other state, but '${part}' is none`,
    zh: `“${name}”的自变量应为存量或其他状态变量的名称，而“${part}”不是`,
  }),
  notLever: ({ name, part }: Of<'name' | 'part'>) => ({
    en: `'${name}' takes the name of a lever, but '${part}' is none`,
    zh: `“${name}”的自变量应为政策工具的名称，而“${part}”不是`,
  }),
  notLeverOrEquation: ({ name, part }: Of<'name' | 'part'>) => ({
    en: `'${name}' takes the name of a lever or of an equation that names one, but '${part}' is none`,
    zh: `“${name}”的自变量应为政策工具的名称，或含有政策工具的方程的名称，而“${part}”不是`,
  }),
  notInAccount: ({ name }: Of<'name'>) => ({
    en: `'${name}' of an equation cannot stand in an account; declare an equation for it`,
    zh: `账户中不能使用方程的“${name}”；请为其单独声明一个方程`,
  }),

  // Units.
  unitDeclared: ({ text, unit, declared }: Of<'text' | 'unit' | 'declared'>) => ({
    en: `'${text}' is in ${inWords(unit).en}, but ${inWords(declared).en} is declared`,
    zh: `“${text}”的单位为 ${inWords(unit).zh}，声明的单位却是 ${inWords(declared).zh}`,
  }),
  unitsMixed: (values: Of<'what' | 'first' | 'second' | 'part'> & { readonly all: boolean }) => {
    const { what, first, second, part, all } = values
    return {
      en: `in '${part}', '${what}' mixes ${inWords(first).en} and ${inWords(second).en}; ${all ? 'all its values' : 'both sides'} must have the same unit`,
      zh: `“${part}”中“${what}”混用了单位 ${inWords(first).zh} 和 ${inWords(second).zh}；${all ? '各自变量' : '两边'}的单位必须相同`,
    }
  },
  unitOfArgument: ({ name, wanted, unit, part }: Of<'name' | 'wanted' | 'unit' | 'part'>) => ({
    en: `in '${part}', the argument of '${name}' must be in ${inWords(wanted).en} but is in ${inWords(unit).en}`,
    zh: `“${part}”中“${name}”的自变量单位应为 ${inWords(wanted).zh}，实为 ${inWords(unit).zh}`,
  }),
  unitOfPower: ({ part, unit }: Of<'part' | 'unit'>) => ({
    en: `'^' needs dimensionless numbers unless the exponent is a literal, but '${part}' is in ${inWords(unit).en}`,
    zh: `除非指数是常数，“^”的两边应无量纲，而“${part}”的单位为 ${inWords(unit).zh}`,
  }),

  // Declarations.
  noPoint: () => ({ en: 'a table needs at least one point', zh: '表函数至少要有一个点' }),
  pointsFall: ({ point, before }: Of<'point' | 'before'>) => ({
    en: `the arguments of a table must rise; ${point} follows ${before}`,
    zh: `表函数的自变量必须递增；${before} 之后却是 ${point}`,
  }),
  nameTaken: ({ first, place }: { readonly first: string; readonly place: Both<string> }) => ({
    en: `the name is already used by '${first}' (${place.en}); names are unique, ignoring case`,
    zh: `名称已被“${first}”（${place.zh}）使用；名称不得重复，且不区分大小写`,
  }),
  twice: ({ name, title }: Of<'name' | 'title'>) => ({
    en: `${name} is declared twice in ${title}`,
    zh: `${name} 在部门“${title}”中声明了两次`,
  }),
  nameReserved: () => ({
    en: 'the name is a word of the language; choose another',
    zh: '名称是方程语言的保留字；请另取名称',
  }),
  nameForm: () => ({
    en: 'a name is letters and digits and starts with a lower-case letter',
    zh: '名称只能由字母和数字组成，并以小写字母开头',
  }),
  manyDimensions: () => ({ en: 'at most 30 dimensions are possible', zh: '最多只能有 30 个维度' }),
  noLabels: () => ({
    en: "the labels of this dimension come from the region's folder, and none were supplied",
    zh: '此维度的标签来自地区数据文件夹，但没有提供',
  }),
  labelTwice: ({ label }: Of<'label'>) => ({
    en: `label '${label}' is listed twice`,
    zh: `标签“${label}”列出了两次`,
  }),
  dimensionTwice: ({ dimension }: Of<'dimension'>) => ({
    en: `dimension '${dimension}' is listed twice`,
    zh: `维度“${dimension}”列出了两次`,
  }),
  overUnknown: ({ dimension, meant }: { readonly dimension: string; readonly meant: string | undefined }) => ({
    en: `unknown dimension '${dimension}'${meantBy(meant).en}`,
    zh: `维度“${dimension}”未知${meantBy(meant).zh}`,
  }),
  ofUnknown: ({ word, meant }: { readonly word: string; readonly meant: string | undefined }) => ({
    en: `unknown name '${word}'${meantBy(meant).en}`,
    zh: `名称“${word}”未知${meantBy(meant).zh}`,
  }),
  rowUnknown: ({ word, meant }: { readonly word: string; readonly meant: string | undefined }) => ({
    en: `unknown row '${word}'${meantBy(meant).en}`,
    zh: `没有行“${word}”${meantBy(meant).zh}`,
  }),
  columnUnknown: ({ word, meant }: { readonly word: string; readonly meant: string | undefined }) => ({
    en: `unknown column '${word}'${meantBy(meant).en}`,
    zh: `没有列“${word}”${meantBy(meant).zh}`,
  }),
  valuesMissing: ({ labels, name }: { readonly labels: Names; readonly name: string }) => ({
    en: `no value for label '${labels.join("', '")}' of ${name}; give one value for each label`,
    zh: `${name} 的标签“${labels.join('”、“')}”缺少数值；请为每个标签给出一个数值`,
  }),
  valuesUnknown: ({ labels, name }: { readonly labels: Names; readonly name: string }) => ({
    en: `'${labels.join("', '")}' is not a label of ${name}; give one value for each label`,
    zh: `“${labels.join('”、“')}”不是 ${name} 的标签；请为每个标签给出一个数值`,
  }),
  valuesOfNone: ({ labels }: Of<'labels'>) => ({
    en: `the labels ${labels} are not those of a dimension; give one value for each label`,
    zh: `标签 ${labels} 不属于任何一个维度；请为每个标签给出一个数值`,
  }),
  boundsCross: ({ low, high }: Of<'low' | 'high'>) => ({
    en: `the lower bound ${low} is above the upper bound ${high}`,
    zh: `下限 ${low} 高于上限 ${high}`,
  }),
  noBlock: ({ block }: Of<'block'>) => ({
    en: `simultaneous block '${block}' is not declared in the model`,
    zh: `模型中没有声明联立方程组“${block}”`,
  }),
  noLeverInside: ({ name }: Of<'name'>) => ({
    en: `no lever stands in it, so 'beyondStandard(${name})' would always be 0; name an equation whose own text names a lever, or write the outlay without beyondStandard`,
    zh: `其中没有政策工具，因此“beyondStandard(${name})”恒为 0；请改用自身文本含有政策工具的方程，或不用 beyondStandard 来写支出`,
  }),
  agesAlong: ({ along }: Of<'along'>) => ({
    en: `ages along '${along}', which is not one of its dimensions; add it to 'over'`,
    zh: `沿“${along}”推移年龄，但“${along}”不是其维度；请加入 over`,
  }),
  trialOver: ({ name, own, of, other }: Of<'name' | 'of'> & { readonly own: Names; readonly other: Names }) => ({
    en: `${name} is over ${own.join(', ') || 'no dimension'}, but '${of}' is over ${other.join(', ') || 'no dimension'}; they must be the same`,
    zh: `${name} 的维度为 ${own.join(', ') || '无'}，而“${of}”的维度为 ${other.join(', ') || '无'}；两者必须相同`,
  }),
  trialUnit: ({ name, own, of, other }: Of<'name' | 'own' | 'of' | 'other'>) => ({
    en: `${name} is in ${own}, but '${of}' is in ${other}; they must be the same`,
    zh: `${name} 的单位为 ${own}，而“${of}”的单位为 ${other}；两者必须相同`,
  }),

  // Texts by label.
  recordOver: ({ labels }: Of<'labels'>) => ({
    en: `a text for each label (${labels}) needs a dimension in 'over'`,
    zh: `按标签（${labels}）分写文本时，over 中须有维度`,
  }),
  recordOfSeveral: ({ labels, owners }: { readonly labels: string; readonly owners: Names }) => ({
    en: `the labels ${labels} belong to ${quoted(owners).en}`,
    zh: `标签 ${labels} 同属维度${quoted(owners).zh}`,
  }),
  recordUnknown: (values: { readonly label: string; readonly names: Names; readonly meant: string | undefined }) => {
    const { label, names, meant } = values
    return {
      en: `unknown label '${label}' in the record; its dimensions are ${names.map(name => `'${name}'`).join(', ')}${meantBy(meant).en}`,
      zh: `分写的文本中标签“${label}”未知；其维度为${quoted(names).zh}${meantBy(meant).zh}`,
    }
  },
  recordMissing: ({ labels, name }: { readonly labels: Names; readonly name: string }) => ({
    en: `no text for label '${labels.join("', '")}' of '${name}'; add it, or 'else' for the rest`,
    zh: `“${name}”的标签“${labels.join('”、“')}”没有文本；请补上，或用 else 表示其余标签`,
  }),

  // Costs of levers.
  noCost: () => ({
    en: "the lever does not say what it costs; give 'cost', the equation text of its outlay beyond the standard, or 'free', the reason why it causes none",
    zh: '政策工具没有说明成本；请给出 cost（超出标准部分支出的方程文本），或 free（不产生支出的理由）',
  }),
  costAndFree: () => ({
    en: "the lever has both 'cost' and 'free'; keep the one that is true",
    zh: '政策工具同时有 cost 和 free；请只保留属实的一项',
  }),
  freeEmpty: () => ({
    en: "'free' is empty; say why the lever causes no outlay",
    zh: 'free 为空；请说明该政策工具为何不产生支出',
  }),
  noOutlays: () => ({
    en: "the lever has a cost, but the model does not say over what and in which unit; add 'outlays' to the model",
    zh: '政策工具有成本，但模型没有说明支出的维度和单位；请在模型中加入 outlays',
  }),
  sharedNone: ({ shared }: Of<'shared'>) => ({
    en: `its cost names the lever '${shared}', which has no outlay of its own; name one that has`,
    zh: `其成本指向政策工具“${shared}”，但后者没有自己的支出；请指向有支出的政策工具`,
  }),
  noPayer: () => ({
    en: "the lever has a cost but no payer; give 'payer', or a cost for each payer",
    zh: '政策工具有成本而没有承担方；请给出 payer，或按承担方分列成本',
  }),

  // Order of evaluation.
  loop: ({ chain, fix }: { readonly chain: string; readonly fix: Message }) => ({
    en: `circular definition: ${chain}; ${fix.text.en}`,
    zh: `循环定义：${chain}；${fix.text.zh}`,
  }),
  stepFix: () => ({
    en: 'make one of them a state (delay, smooth, stock) or declare a simultaneous block',
    zh: '请将其中之一改为状态变量（delay、smooth、stock），或声明联立方程组',
  }),
  baseFix: () => ({
    en: 'give one of them a figure, or find it with a solved unknown',
    zh: '请为其中之一给出数据，或设为求解的未知量',
  }),
  unknownsFix: ({ names }: { readonly names: Names }) => ({
    en: `the unknowns ${quoted(names).en} depend on each other; make one of them explicit`,
    zh: `未知量${quoted(names).zh}相互依赖；请将其中之一改为显式方程`,
  }),
  boundReads: ({ reads, name }: Of<'reads' | 'name'>) => ({
    en: `a bound reads '${reads}', which depends on '${name}' itself`,
    zh: `求解区间的端点读取了“${reads}”，而后者又取决于“${name}”本身`,
  }),
  residualFixed: () => ({
    en: 'its residual does not depend on it, so it cannot be found; let the residual read a base value that does',
    zh: '残差不取决于该未知量，无法求解；请让残差读取取决于它的基期值',
  }),
})
