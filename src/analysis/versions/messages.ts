/** Declares the messages of capsules and of comparisons of versions, by code and in both languages. */

import { messageTable, type Of } from '../../language/messages.ts'

interface Names {
  readonly names: readonly string[]
}

export const versionMessages = messageTable('version', {
  noCapsule: ({ file, why }: Of<'file' | 'why'>) => ({
    en: `'${file}' cannot be read: ${why}; write one with \`heartland capsule northeast --out ${file}\``,
    zh: `无法读取“${file}”：${why}；可用 heartland capsule northeast --out ${file} 生成`,
  }),
  notCapsule: ({ file }: Of<'file'>) => ({
    en: `'${file}' is not a capsule, or is damaged; capsules are written by \`heartland capsule\` and the app`,
    zh: `“${file}”不是封装文件或已损坏；封装文件由 heartland capsule 或本应用生成`,
  }),
  alteredCapsule: ({ file }: Of<'file'>) => ({
    en: `'${file}' was altered after it was written: its contents do not match its seal; get the original file again`,
    zh: `“${file}”在生成后被改动：内容与封印不符；请重新取用原文件`,
  }),
  laterCapsule: ({ file, version, known }: Of<'file' | 'version' | 'known'>) => ({
    en: `'${file}' is a capsule of format ${version}; this program reads format ${known}: use a later version of it`,
    zh: `“${file}”的封装格式为 ${version}，本程序只读取格式 ${known}：请使用较新版本`,
  }),
  noDigest: () => ({
    en: 'Capsules need SHA-256 digests, which browsers calculate only in pages loaded over https or from this computer: open the app over https, from localhost or as a file',
    zh: '封装文件需要摘要（SHA-256），而浏览器只在加密连接或本机打开的页面中计算摘要：请通过 https、localhost 或本地文件打开本应用',
  }),
  title: ({ name }: Of<'name'>) => ({ en: `capsule of ${name}`, zh: `${name}的封装文件` }),
  written: ({ file, kilobytes, digest }: Of<'file' | 'kilobytes' | 'digest'>) => ({
    en: `${file}: ${kilobytes} kB, digest ${digest}`,
    zh: `${file}：${kilobytes} kB，摘要 ${digest}`,
  }),
  same: ({ digest }: Of<'digest'>) => ({
    en: `Identical results: all outcomes of all quarters have the digest ${digest}.`,
    zh: `结果完全一致：全部结果变量各季度的摘要为 ${digest}。`,
  }),
  differs: ({ digest, expected }: Of<'digest' | 'expected'>) => ({
    en: `Different results: the digest is ${digest}, and ${expected} was expected. The file has been changed, or this machine calculates differently.`,
    zh: `结果不同：摘要为 ${digest}，应为 ${expected}。文件已被改动，或本机计算方式不同。`,
  }),
  today: ({
    model,
    data,
    isModel,
    isData,
  }: Of<'model' | 'data'> & { readonly isModel: boolean; readonly isData: boolean }) => ({
    en: `It was written with model ${model} and data ${data}; this program has ${isModel && isData ? 'the same model and data' : isModel ? 'the same model and other data' : isData ? 'another model and the same data' : 'another model and other data'}.`,
    zh: `生成时的模型为 ${model}，数据为 ${data}；本程序的${isModel && isData ? '模型与数据均相同' : isModel ? '模型相同，数据不同' : isData ? '模型不同，数据相同' : '模型与数据均不同'}。`,
  }),
  member: () => ({
    en: 'a capsule holds one run: leave out the number of the member',
    zh: '封装文件只含一次运行：请去掉模拟编号',
  }),
  nothingThere: ({ path }: Of<'path'>) => ({
    en: `there is no capsule and no folder '${path}'; write a capsule with \`heartland capsule\`, or an ensemble with \`heartland ensemble\``,
    zh: `没有封装文件或文件夹“${path}”；可用 heartland capsule 生成封装文件，或用 heartland ensemble 生成集合模拟`,
  }),
  noMember: () => ({
    en: 'give the number of the member to run again, such as `heartland replay folder 81234`',
    zh: '请给出要重新运行的模拟编号，如 heartland replay folder 81234',
  }),
  noRevision: ({ word, why }: Of<'word' | 'why'>) => ({
    en: `'${word}' is neither a capsule nor a git revision of this program (${why}); write a capsule with \`heartland capsule\`, or . for this program as it is`,
    zh: `“${word}”既不是封装文件，也不是本程序的 git 版本（${why}）；可用 heartland capsule 生成封装文件，或用 . 表示当前程序`,
  }),
  otherAreas: ({ first, second }: Of<'first' | 'second'>) => ({
    en: `the two versions have different regions (${first} and ${second}): compare versions of one region`,
    zh: `两个版本的地区不同（${first} 与 ${second}）：请比较同一地区的版本`,
  }),
  compared: ({ first, second }: Of<'first' | 'second'>) => ({
    en: `${first} compared with ${second}`,
    zh: `${first}与${second}的比较`,
  }),
  none: () => ({
    en: 'The two versions have the same equations, parameters, figures and scenario.',
    zh: '两个版本的方程、参数、数据和情景均相同。',
  }),
  changed: ({
    equations,
    parameters,
    levers,
    figures,
    scenario,
    accounts,
  }: Of<'equations' | 'parameters' | 'levers' | 'figures' | 'scenario' | 'accounts'>) => ({
    en: `Number of differences: equations and inputs ${equations}, parameters ${parameters}, levers ${levers}, figures and paths ${figures}, settings of the scenario ${scenario}, accounts and identities (which change no result) ${accounts}.`,
    zh: `不同之处：方程与输入${equations}个，参数${parameters}个，政策工具${levers}个，数据与路径${figures}个，情景设定${scenario}项，账户与恒等式${accounts}个（不影响结果）。`,
  }),
  outcomes: ({ year }: Of<'year'>) => ({
    en: `Outcomes of ${year}, sorted by size of change`,
    zh: `${year}年结果变量，按变化大小排列`,
  }),
  outcome: () => ({ en: 'Outcome', zh: '结果变量' }),
  before: () => ({ en: 'first', zh: '前者' }),
  after: () => ({ en: 'second', zh: '后者' }),
  size: () => ({ en: 'change, %', zh: '变化%' }),
  more: ({ number, same }: Of<'number' | 'same'>) => ({
    en: `${number === 0 ? 'No other outcome changes' : `${number} more outcomes change`}; ${same} are identical. --json lists all of them.`,
    zh: `${number === 0 ? '没有其他结果变量发生变化' : `另有${number}个结果变量有变化`}，${same}个完全相同；--json 列出全部。`,
  }),
  onlyFirst: ({ names }: Names) => ({
    en: `Outcomes only in the first version: ${names.join(', ')}.`,
    zh: `仅前者有的结果变量：${names.join('、')}。`,
  }),
  onlySecond: ({ names }: Names) => ({
    en: `Outcomes only in the second version: ${names.join(', ')}.`,
    zh: `仅后者有的结果变量：${names.join('、')}。`,
  }),
  differences: () => ({ en: 'What differs', zh: '差异' }),
  absent: () => ({ en: '(none)', zh: '（无）' }),
  effects: ({ outcomes }: Of<'outcomes'>) => ({
    en: `How each difference changes ${outcomes}: each applied by itself to the first version`,
    zh: `各项差异单独作用于前者时${outcomes}的变化`,
  }),
  difference: () => ({ en: 'Difference', zh: '差异' }),
  sum: () => ({ en: 'sum of these', zh: '以上合计' }),
  remainder: () => ({
    en: 'remainder: joint effects, and what cannot be run alone',
    zh: '余项：联合作用及无法单独运行的部分',
  }),
  together: () => ({ en: 'all together', zh: '全部差异' }),
  notAlone: () => ({ en: 'not alone', zh: '不能单独' }),
  others: ({ number }: Of<'number'>) => ({ en: `${number} other differences`, zh: `其他${number}项差异` }),
  cancelled: () => ({ en: 'cancelled: there is no result yet', zh: '已取消：尚无结果' }),
})
