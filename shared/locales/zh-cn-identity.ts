import type { Catalogue } from './catalogue.ts'

/** 没有租户 ID 的行指的是哪个客户。 */
export const importIdentity: Catalogue['importIdentity'] = {
  part: '是哪个客户？',
  waiting_other: '有 {{count, number}} 行可能指已有的客户。不回答则不采用。',
  show: '去回答',
  search: '在此列表中查找',
  allSuggested: '全部按建议回答',
  allLeftOut: '其余不采用',
  answered: '已回答：{{answered, number}} / {{count, number}}',
  columns: { name: '文件中', subscriptions: '订阅', answer: '哪个客户' },
  isWaiting: '尚未回答',
  isNew: '新客户',
  isLeftOut: '不采用',
  choose: '选择一行，说明它指的是哪个客户。',
  question: '“{{name}}”是哪个客户？',
  hints: {
    user: '文件中没有租户 ID。此帐户的下一个文件会沿用您的回答。',
    'earlier-file': '导入以前的文件时已回答；重新回答即可替换。',
    subscriptions: '此名称只有一个客户，且已拥有这些订阅；重新回答即可替换。',
  },
  subscriptions_other: '{{count, number}} 个订阅',
  reasons: {
    'same-subscription': '拥有这些订阅',
    'same-domain': '域名相同',
    'same-name': '名称相同',
    'near-name': '名称相近',
    homograph: '看起来相同，但字符不同',
  },
  suggested: '建议',
  other: '其他客户',
  none: '此帐户中没有匹配的客户。',
  isPart: '有的行未采用，因此不会因此文件中缺少记录而得出任何结论。',
  leftOut_other: '另有 {{count, number}} 行不采用',
}
