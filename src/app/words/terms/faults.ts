/** What the loader says of a faulty region, in Chinese: each of its sentences by its form; names and numbers stay. */

import type { Language } from '../language.ts'

const forms: ReadonlyArray<readonly [RegExp, string]> = [
  [/^sheet '(.*)'$/, '工作表“$1”'],
  [/^the file is missing$/, '缺少该文件'],
  [/^the sheet is missing$/, '缺少该工作表'],
  [/^the id is missing$/, '缺少编号'],
  [/^the (what|id|name|unit|year|evidence|source|number) is missing$/, '缺少$1'],
  [/^(\S+) is missing$/, '缺少 $1'],
  [/^(\S+) lacks (.+?)(?: and (\d+) more)?$/, '$1 缺少 $2 等'],
  [/^the unit of (\S+) is missing$/, '$1 缺少单位'],
  [/^(\S+) is in '(.*)', the model wants '(.*)'$/, '$1 的单位是“$2”，模型要求“$3”'],
  [/^(\S+) is in '(.*)', not '(.*)'$/, '$1 的单位是“$2”，应为“$3”'],
  [/^unknown (name|column|source|evidence|sex) '(.*)'$/, '未知的$1“$2”'],
  [/^'(.*)' is not a number$/, '“$1”不是数字'],
  [/^'(.*)' is not a year$/, '“$1”不是年份'],
  [/^'(.*)' is not understood$/, '无法理解“$1”'],
  [/^'(.*)' stands already in row (\d+)$/, '“$1”已在第 $2 行出现'],
  [/^'(.*)' stands twice$/, '“$1”出现两次'],
  [/^(\S+) cannot be negative, and is (.+)$/, '$1 不能为负，现为 $2'],
  [/^(\S+) is a share and must lie between 0 and 1, and is (.+)$/, '$1 是比例，应在 0 与 1 之间，现为 $2'],
  [/^(\S+) jumps from (.+) \((\d+)\) to (.+) \((\d+)\)$/, '$1 从 $3 年的 $2 跳到 $5 年的 $4'],
  [/^(\S+) has no figure for (\d+)$/, '$1 缺少 $2 年的数字'],
  [/^(\S+) has no figure for (\d+) to (\d+)$/, '$1 缺少 $2 至 $3 年的数字'],
  [/^(\S+) has (\d+) twice$/, '$1 的 $2 年出现两次'],
  [/^(\S+) goes back from (\d+) to (\d+)$/, '$1 的年份从 $2 倒退到 $3'],
  [/^(\S+) changes its unit from '(.*)' to '(.*)'$/, '$1 的单位从“$2”变为“$3”'],
  [/^time (\S+) of (\S+) does not come after (\S+)$/, '$2 的时间 $1 不晚于 $3'],
  [/^(\S+) has no (?:label|dimension) '(.*)'$/, '$1 没有标签或维度“$2”'],
  [/^(\S+) is given by (\S+), which is missing$/, '$1 需按 $2 分列，而 $2 缺失'],
  [/^(\S+) stands in cohorts\.csv too$/, '$1 也出现在 cohorts 中'],
  [/^the header lacks '(.*)'$/, '表头缺少“$1”'],
  [/^the header holds '(.*)' twice$/, '表头中“$1”出现两次'],
  [/^(\d+) fields under a header of (\d+)$/, '表头有 $2 栏，此行有 $1 栏'],
  [/^nothing is said of the column (\S+) of cohorts\.csv$/, '未说明 cohorts 的 $1 一栏'],
  [/^(\S+) does not follow from census\.csv and vital\.csv: (.*)$/, '$1 与 census 和 vital 推算的结果不符：$2'],
  [/^not JSON: (.*)$/, '不是有效的 JSON：$1'],
  [/^it is no text in a known encoding$/, '不是已知编码的文本'],
  [/^there is no region in what was brought$/, '导入的内容中没有地区'],
  [/^there are (\d+) regions: (.*)$/, '其中有 $1 个地区：$2'],
  [/^an? (\w+) has no economy of its own to run$/, '$1 没有可运行的经济数据'],
  [/^Invalid input: expected (\w+), received undefined$/, '缺少此项（应为 $1）'],
  [/^Invalid input: expected (\w+), received (\w+)$/, '应为 $1，现为 $2'],
  [/^Invalid discriminator value.*$/, '类别（kind）未知或缺失'],
  [/^Unrecognized keys?: (.*)$/, '未知的字段：$1'],

  [/^Add it, in (.*)$/, '请补上，单位为 $1'],
  [/^Add its points, in (.*)$/, '请补上各点，单位为 $1'],
  [/^Add the rows$/, '请补上这些行'],
  [/^Convert the value and write the unit so$/, '请换算数值，并改写单位'],
  [
    /^Add the years, or begin the note with 'Gap:' and say why they are missing$/,
    '请补上这些年份，或在说明中以“Gap:”开头写明缺失原因',
  ],
  [/^Convert the value$/, '请换算数值'],
  [/^Correct the sign$/, '请更正正负号'],
  [
    /^Correct the unit, or begin the note with 'Break:' and say why it is so$/,
    '请更正单位，或在说明中以“Break:”开头写明原因',
  ],
  [/^Did you mean '(.*)'$/, '是否应为“$1”？'],
  [/^Keep one of the two$/, '请只保留一个'],
  [/^Keep one row$/, '请只保留一行'],
  [/^Write 5 % as 0\.05$/, '5% 请写作 0.05'],
  [/^Write digits with a decimal point, such as (.*)$/, '请写数字和小数点，如 $1'],
  [/^Write the year the figure speaks of, such as (.*)$/, '请写数字所指的年份，如 $1'],
  [
    /^Write one of official, secondary, derived, assumed$/,
    '请写 official（实测）、secondary（二手）、derived（推算）或 assumed（猜测）',
  ],
  [/^Write (\S+)=… with one of (.*)$/, '请写 $1=…，可用 $2'],
  [/^Write dimension=label, such as (.*)$/, '请写“维度=标签”，如 $1'],
  [/^Name a row of sources\.csv by its id$/, '请填写 sources 中的编号'],
  [/^Add it to sources\.csv with what it is and where it is found$/, '请在 sources 中补上其内容和出处'],
  [/^Add it to sources\.csv$/, '请在 sources 中补上'],
  [/^Say what the source is$/, '请写明来源'],
  [/^Order a series by year, each year once$/, '请按年份排列，每年一行'],
  [/^Order the points of a path by time, each time once$/, '请按时间排列，每个时间一行'],
  [/^Give a series one unit$/, '同一序列只用一种单位'],
  [/^Name the (series|unit)$/, '请写明$1'],
  [/^Leave the labels empty$/, '标签请留空'],
  [/^Use the labels of the model, one row each$/, '请用模型的标签，每个一行'],
  [/^Put fields that hold a comma between double quotes$/, '含逗号的栏请加双引号'],
  [/^Remove one of the two columns$/, '请删去其中一栏'],
  [/^It must hold (.*)$/, '必须有 $1'],
  [/^Known columns are (.*)$/, '可用的栏为 $1'],
  [/^No such datum is supplied by this folder: remove the row$/, '此处不需要该数字，请删去此行'],
  [/^It is neither a datum nor a dimension: remove it$/, '既不是数字也不是维度，请删去'],
  [/^Give its unit, year, evidence and source$/, '请写明单位、年份、等级和来源'],
  [
    /^Run: node src\/regions\/derive\.ts (.*)$/,
    '请改正 census、vital 或 cohorts 使其一致（命令行：node src/regions/derive.ts $1）',
  ],
  [/^Take the template: it has a sheet region with a field id$/, '请使用模板：其中有 region 工作表和 id 一项'],
  [
    /^Fill in its sheet '(.*)', or delete the sheets that begin with '(.*)'$/,
    '请填写工作表“$1”，或删去以“$2”开头的工作表',
  ],
  [/^Name one of them, or add a union of them$/, '请只保留一个，或补上它们的合并（union）'],
  [/^A region is a folder with.*$/, '地区是含 region.json 和 figures.csv 的文件夹，或由模板填成的工作簿'],
  [/^The fields of region\.json are described in.*$/, 'region 的各项见模板或 docs/guide/regions.md'],
  [/^Folder and id are the same word$/, '文件夹名应与编号相同'],
  [/^Save it as CSV with the encoding UTF-8$/, '请另存为 UTF-8 编码的 CSV'],
]

/** Words of the loader that stand within a sentence. */
const parts: Readonly<Record<string, string>> = {
  name: '名称',
  column: '栏目',
  source: '来源',
  evidence: '等级',
  sex: '性别',
  what: '内容',
  id: '编号',
  unit: '单位',
  year: '年份',
  number: '数字',
  series: '序列',
}

/** A sentence of the loader; one of a form that is not known stays as it is. */
export const faultText = (text: string, language: Language): string => {
  if (language === 'en') return text
  for (const [form, chinese] of forms) {
    const found = form.exec(text)
    if (found === null) continue
    return chinese.replaceAll(/\$(\d)/g, (_, at: string) => {
      const part = found[Number(at)] ?? ''
      return at === '1' && Object.hasOwn(parts, part) ? parts[part]! : part
    })
  }
  return text
}
