/** What is wrong with the setting of a lever, by code and in both languages. */

import { messageTable, type Of } from '../language/messages.ts'

export const leverMessages = messageTable('lever', {
  outOfBounds: ({ name, doc, value, low, high }: Of<'name' | 'doc' | 'value' | 'low' | 'high'>) => ({
    en: `${name} (${doc}): ${value} is out of bounds; give a value from ${low} to ${high}`,
    zh: `${name}（${doc}）：${value} 超出范围；请取 ${low} 至 ${high}`,
  }),
  startsTooLate: ({ name, start, last }: Of<'name' | 'start' | 'last'>) => ({
    en: `${name}: it starts at ${start}, but the run ends at the close of ${last}; start it earlier`,
    zh: `${name}：起始时间为 ${start}，而模拟止于 ${last} 年末；请提前起始时间`,
  }),
  startsTooEarly: ({ name, start, first }: Of<'name' | 'start' | 'first'>) => ({
    en: `${name}: it starts at ${start}, but the run begins in ${first}, with the policy of that time; start it in ${first} or later`,
    zh: `${name}：起始时间为 ${start}，而模拟始于 ${first} 年并沿用当时的政策；请在 ${first} 年或之后开始`,
  }),
  negativeRamp: ({ name, ramp }: Of<'name' | 'ramp'>) => ({
    en: `${name}: its ramp is ${ramp} years; give 0 (at once) or more`,
    zh: `${name}：过渡年数为 ${ramp}；请填 0（立即生效）或更大的数`,
  }),
  endsTooEarly: ({ name, end, start }: Of<'name' | 'end' | 'start'>) => ({
    en: `${name}: it ends at ${end}, not after its start at ${start}; give a later end or none`,
    zh: `${name}：结束时间 ${end} 不晚于起始时间 ${start}；请推迟或不填结束时间`,
  }),
  changesNothing: ({ name }: Of<'name'>) => ({
    en: `${name}: it changes nothing, because in every quarter of the run it is as under current policy; give another value, or a time within the run`,
    zh: `${name}：没有任何影响，模拟期内各季度均与现行政策相同；请改用其他数值，或设定模拟期内的时间`,
  }),
  stillRising: ({ name, ramp, share, last }: Of<'name' | 'ramp' | 'share' | 'last'>) => ({
    en: `${name}: phased in over ${ramp} years, it has come ${share} of the way by the end of ${last}`,
    zh: `${name}：过渡期为 ${ramp} 年，至 ${last} 年末仅完成 ${share}`,
  }),
  smallPercent: ({ name, value, meant }: Of<'name' | 'value' | 'meant'>) => ({
    en: `${name}: ${value} is ${value} %; write ${meant} for ${meant} %`,
    zh: `${name}：${value} 即 ${value}%；如指 ${meant}%，请写 ${meant}`,
  }),
  stagesOutOfOrder: ({ name, next, start }: Of<'name' | 'next' | 'start'>) => ({
    en: `${name}: a value that starts at ${next} stands after one that starts at ${start}; put the values in the order of their starts, each at a time of its own`,
    zh: `${name}：起始时间为 ${next} 的取值排在起始时间为 ${start} 的取值之后；请按起始时间先后排列，且各段起始时间不同`,
  }),
  stagesOverlap: ({ name, next, end }: Of<'name' | 'next' | 'end'>) => ({
    en: `${name}: a value that ends at ${end} is followed by one that starts before that, at ${next}; end it at ${next} at the latest, or give it no end`,
    zh: `${name}：一段取值的结束时间 ${end} 晚于下一段的起始时间 ${next}；请将其结束时间提前至 ${next} 或更早，或不填结束时间`,
  }),
  financingShares: ({ levers, sum }: Of<'levers' | 'sum'>) => ({
    en: `the shares ${levers} add up to ${sum}; set them so that they add up to 1 or less (the rest comes out of other spending)`,
    zh: `筹资比例 ${levers} 合计为 ${sum}；请使其合计不超过 1（其余挤占其他支出）`,
  }),
  sharesOfWhole: ({ levers, sum }: Of<'levers' | 'sum'>) => ({
    en: `${levers} are shares of one whole and add up to ${sum}; set them so that they add up to 1 or less (the rest goes where it goes today)`,
    zh: `${levers} 为同一整体中的份额，合计为 ${sum}；请使其合计不超过 1（其余按现有分布）`,
  }),
  leverLabel: ({ name, label, known }: Of<'name' | 'label' | 'known'>) => ({
    en: `lever '${name}' has a value for each label; write ${name}[${label}]=0.5; labels are ${known}`,
    zh: `政策工具“${name}”按标签分别设定；请写作 ${name}[${label}]=0.5；可用标签：${known}`,
  }),
  leverWithoutLabel: ({ name }: Of<'name'>) => ({
    en: `lever '${name}' has one value for the whole region and takes no label; write ${name}=1@2027`,
    zh: `政策工具“${name}”全区只有一个取值，不带标签；请写作 ${name}=1@2027`,
  }),
})
