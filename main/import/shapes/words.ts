import type { relationships } from '#shared/contract/customer.ts'
import type { subscriptionStatuses } from '#shared/domain/subscription-status.ts'

/** The values of an enumeration by the words files use for them, folded to lower case. */
export type Words<Value extends string> = { readonly [word: string]: Value }

/** The words of the `Relationship` column, and the API's enum (domain 3.2, 5). */
export const relationshipWords: Words<(typeof relationships)[number]> = {
  'cloud reseller': 'reseller',
  reseller: 'reseller',
  'indirect reseller': 'reseller',
  'cloud solution provider': 'reseller',
  云经销商: 'reseller',
  经销商: 'reseller',
  间接经销商: 'reseller',
  advisor: 'advisor',
  顾问: 'advisor',
  syndication: 'syndication',
  microsoftsupport: 'support',
  'microsoft support': 'support',
  microsoft_support: 'support',
  none: 'none',
  无: 'none',
  unknown: 'unknown',
}

/** The API's subscription statuses (domain 3.4), and what portals and colleagues write for them. */
export const statusWords: Words<(typeof subscriptionStatuses)[number]> = {
  none: 'none',
  active: 'active',
  有效: 'active',
  活动: 'active',
  活跃: 'active',
  已激活: 'active',
  正常: 'active',
  pending: 'pending',
  待处理: 'pending',
  suspended: 'suspended',
  已暂停: 'suspended',
  暂停: 'suspended',
  已挂起: 'suspended',
  expired: 'expired',
  已过期: 'expired',
  过期: 'expired',
  已到期: 'expired',
  disabled: 'disabled',
  已禁用: 'disabled',
  deleted: 'deleted',
  已删除: 'deleted',
}

/** What stands where a date would, of what has no end. */
export const noEndWords: Words<'none'> = {
  'no end date': 'none',
  never: 'none',
  无结束日期: 'none',
  无到期日: 'none',
  永久: 'none',
}

/** What is written of a status that no source states. */
export const unstatedWords: Words<'unknown'> = {
  unknown: 'unknown',
  'not stated': 'unknown',
  未知: 'unknown',
  未注明: 'unknown',
}

/** What colleagues write where a PartnerID would stand, of what a customer bought without any partner. */
export const directWords: Words<'direct'> = {
  direct: 'direct',
  'direct purchase': 'direct',
  'bought directly': 'direct',
  'microsoft direct': 'direct',
  直接: 'direct',
  直接购买: 'direct',
  直购: 'direct',
  直销: 'direct',
  自购: 'direct',
}

/** The API's billing cycles (domain 3.4). */
export const billingCycleWords: Words<string> = {
  monthly: 'monthly',
  month: 'monthly',
  每月: 'monthly',
  按月: 'monthly',
  月付: 'monthly',
  annual: 'annual',
  annually: 'annual',
  yearly: 'annual',
  每年: 'annual',
  按年: 'annual',
  年付: 'annual',
  triennial: 'triennial',
  'every 3 years': 'triennial',
  每三年: 'triennial',
  'every 2 years': 'biennial',
  每两年: 'biennial',
  biennial: 'biennial',
  one_time: 'one_time',
  onetime: 'one_time',
  'one time': 'one_time',
  一次性: 'one_time',
  none: 'none',
  无: 'none',
  unknown: 'unknown',
  未知: 'unknown',
}

/** The API's billing types (domain 3.4). */
export const billingTypeWords: Words<string> = {
  usage: 'usage',
  license: 'license',
  benefit: 'benefit',
  none: 'none',
}

/** Terms, as ISO 8601 has them. */
export const termWords: Words<string> = {
  p1m: 'P1M',
  p1y: 'P1Y',
  p2y: 'P2Y',
  p3y: 'P3Y',
  monthly: 'P1M',
  '1 month': 'P1M',
  annual: 'P1Y',
  yearly: 'P1Y',
  '1 year': 'P1Y',
  '2 years': 'P2Y',
  '2 年': 'P2Y',
  '2年': 'P2Y',
  '3 years': 'P3Y',
  triennial: 'P3Y',
  '1 个月': 'P1M',
  一个月: 'P1M',
  '1 年': 'P1Y',
  '1年': 'P1Y',
  一年: 'P1Y',
  '3 年': 'P3Y',
  '3年': 'P3Y',
  三年: 'P3Y',
}

/** Looks a word up; `null` when it is none that is known. */
export function wordOf<Value extends string>(words: Words<Value>, raw: string): Value | null {
  const key = raw.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
  return Object.hasOwn(words, key) ? (words[key] ?? null) : null
}
