import { stringify } from 'csv-stringify/sync'
import type { CivilDate } from '#shared/domain/civil-date.ts'
import { addDays, daysBetween } from '#shared/domain/civil-date.ts'
import type { MadeSubscription, SampleOptions } from './generator.ts'
import { makePortfolio } from './generator.ts'
import type { Random } from './random.ts'
import { createRandom } from './random.ts'

/** When a file of the sample was written: a month ago, or now. */
type Time = 'before' | 'now'

/** Why subscriptions are suspended, in the words of Partner Center operated by 21Vianet (domain 1.1.7). */
const reasons = ['Customer request', 'Nonpayment', 'Fraud'] as const

/** Partners that customers have beside the user's own company, by PartnerID; invented. */
const otherPartners = [
  ['4521187', '华信云服务有限公司'],
  ['4633902', 'Blue Yonder Cloud (Shanghai) Co., Ltd.'],
] as const

type Answer = { readonly [field: string]: unknown }

/**
 * What Partner Center's REST interface would answer for the subscriptions of {@link generateSample}'s customers, a
 * month ago and now: status and its reasons, auto-renew, term, billing cycle, trials and add-ons (domain 3.4). Some
 * customers were not asked for, and one status is a word nobody knows.
 */
export function generateAnswers(options: SampleOptions): { readonly [T in Time]: string } {
  const random = createRandom(options.seed + 1)
  const { subscriptions } = makePortfolio(options)
  const made = subscriptions.map((subscription) => ({ subscription, asked: random.chance(0.92) }))
  const answers = made
    .filter(({ asked }) => asked)
    .flatMap(({ subscription }, index) => [
      answerOf(random, subscription, { today: options.today, index }),
      ...(random.chance(0.12) ? [addOnOf(random, subscription)] : []),
      ...(random.chance(0.06) ? [trialOf(random, subscription, options.today)] : []),
    ])
  const collection = (time: Time) => {
    const items = answers.flatMap((answer) => (answer[time] === null ? [] : [answer[time]]))
    const object = { totalCount: items.length, items, attributes: { objectType: 'Collection' } }
    return `${JSON.stringify(object, null, 1)}\n`
  }
  return { before: collection('before'), now: collection('now') }
}

/** What a colleague wrote down of what customers have from others: from another partner, or bought directly. */
export function generateColleaguesTable(options: SampleOptions): string {
  const random = createRandom(options.seed + 2)
  const { customers } = makePortfolio(options)
  const rows = customers
    .filter(({ isBilled }) => isBilled)
    .slice(0, 30)
    .filter(() => random.chance(0.3))
    .map(({ tenantId, name }, index) => {
      const [partnerId, partner] = random.pick(otherPartners)
      const isDirect = index % 2 === 0
      return [
        tenantId,
        name,
        random.guid(),
        random.pick(['Azure 预付费', 'Windows 365 企业版', 'Power Automate 高级版']),
        String(5 + random.below(60)),
        addDays(options.today, 20 + random.below(300)),
        isDirect ? '直接购买' : partnerId,
        isDirect ? '' : partner,
      ]
    })
  return `\uFEFF${stringify([[...colleaguesColumns], ...rows], { record_delimiter: '\r\n' })}`
}

/** The columns of {@link generateColleaguesTable}, as a colleague names them, and what each of them states. */
const colleaguesColumns = [
  '租户 ID', '客户名称', '订阅号', '产品', '席位数', '到期日', '记录的合作伙伴', '经销商名称',
] as const // prettier-ignore
export const colleaguesMapping = {
  customerId: 0,
  customerName: 1,
  subscriptionId: 2,
  offer: 3,
  quantity: 4,
  endDate: 5,
  resellerPartnerId: 6,
  resellerName: 7,
} as const

type Answers = { readonly [T in Time]: Answer | null }

function answerOf(
  random: Random,
  made: MadeSubscription,
  { today, index }: { readonly today: CivilDate; readonly index: number },
): Answers {
  const { seats, end, isEndless, lines, reseller } = made
  const left = daysBetween(today, end)
  const status = index % 40 === 17 ? 'underReview' : statusOf(random, left)
  const isSuspended = status === 'suspended'
  const autoRenew = !isSuspended && !isEndless && random.chance(0.7)
  const [term, days] = termOf(random)
  const now: Answer = {
    ...plain(made),
    quantity: seats,
    status,
    autoRenewEnabled: autoRenew,
    suspensionReasons: isSuspended ? [random.pick(reasons)] : [],
    effectiveStartDate: instantOf(addDays(end, -days)),
    commitmentEndDate: isEndless ? '9999-12-10T00:00:00Z' : instantOf(end),
    termDuration: term,
    billingCycle: term === 'P1M' || random.chance(0.6) ? 'monthly' : 'annual',
    isTrial: false,
    ...(/^\d+$/.test(reseller) ? { partnerId: reseller } : {}),
  }
  const wasSuspended = isSuspended && random.chance(0.3)
  const before: Answer = {
    ...now,
    quantity: Math.max(1, seats - 2),
    // A month ago it was neither over nor, mostly, suspended.
    status: (isSuspended && !wasSuspended) || status === 'expired' ? 'active' : status,
    suspensionReasons: wasSuspended ? now['suspensionReasons'] : [],
    autoRenewEnabled: isSuspended ? !wasSuspended : random.chance(0.06) ? !autoRenew : autoRenew,
  }
  // A subscription with one charge line has been bought since.
  return { before: lines.length > 1 ? before : null, now }
}

/** What is over is not always told as over; of what runs, a few do not. */
function statusOf(random: Random, daysLeft: number): string {
  if (daysLeft < 0) {
    return random.chance(0.5) ? 'active' : 'expired'
  }
  if (random.chance(0.88)) {
    return 'active'
  }
  return random.pick(['suspended', 'suspended', 'suspended', 'pending', 'disabled'])
}

function termOf(random: Random): readonly [term: string, days: number] {
  return random.chance(0.8)
    ? ['P1Y', 365]
    : random.pick([
        ['P1M', 30],
        ['P3Y', 1_096],
      ] as const)
}

function addOnOf(random: Random, parent: MadeSubscription): Answers {
  const now: Answer = {
    ...plain(parent),
    id: random.guid(),
    offerId: random.guid(),
    offerName: random.pick(['Microsoft 365 音频会议', 'Exchange Online 存档', '附加文件存储']),
    quantity: 1 + random.below(parent.seats),
    parentSubscriptionId: parent.id,
    status: 'active',
    autoRenewEnabled: true,
    effectiveStartDate: instantOf(addDays(parent.end, -365)),
    commitmentEndDate: instantOf(parent.end),
    termDuration: 'P1Y',
    billingCycle: 'annual',
    isTrial: false,
  }
  return { before: parent.lines.length > 1 ? now : null, now }
}

function trialOf(random: Random, beside: MadeSubscription, today: CivilDate): Answers {
  const end = addDays(today, 3 + random.below(25))
  return {
    before: null,
    now: {
      ...plain(beside),
      id: random.guid(),
      offerId: random.guid(),
      offerName: 'Microsoft 365 商业高级版（试用）',
      quantity: 25,
      status: 'active',
      autoRenewEnabled: false,
      effectiveStartDate: instantOf(addDays(end, -30)),
      commitmentEndDate: instantOf(end),
      termDuration: 'P1M',
      billingCycle: 'none',
      isTrial: true,
    },
  }
}

/** What every answer says; the address tells whose it is. */
function plain({ id, customer, offer, offerId, orderId }: MadeSubscription): Answer {
  return {
    id,
    offerId,
    offerName: offer,
    orderId,
    unitType: 'Licenses',
    billingType: 'license',
    contractType: 'subscription',
    links: { self: { uri: `/customers/${customer.tenantId}/subscriptions/${id}`, method: 'GET' } },
    attributes: { objectType: 'Subscription' },
  }
}

function instantOf(date: CivilDate): string {
  return `${date}T00:00:00Z`
}
