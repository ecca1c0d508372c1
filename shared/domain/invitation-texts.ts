import type { Cloud, Language } from './cloud.ts'
import type { InvitationMessage, InvitationSender } from './invitation-message.ts'
import type { RequestPurpose } from './request-state.ts'

type Texts = {
  readonly draft: (
    sender: InvitationSender,
    customerName: string,
    purpose: RequestPurpose,
  ) => InvitationMessage
  /** Says that a provider's reseller sends it, and whose the relationship is. */
  readonly handedOn: (sender: InvitationSender, reseller: string) => string
  /** Asks again, in its own words; the link is placed as in the first mail. */
  readonly reminder: (sender: InvitationSender, customerName: string, askedOn: string) => InvitationMessage
  /** A few lines for a chat, before the link. */
  readonly chat: (sender: InvitationSender, customerName: string) => string
  /** The four things a relationship does not do, as they stand in a mail. */
  readonly statements: string
  readonly linkLabel: (host: string) => string
  readonly signature: (sender: InvitationSender) => string
  readonly reminderSubject: (subject: string) => string
}

type Pitches = { readonly [P in RequestPurpose]: { readonly [C in Cloud]: string } }

const zhSelf = (sender: InvitationSender): string =>
  sender.cloud === '21vianet'
    ? `我们是${sender.companyName}，由世纪互联运营的微软云服务的云解决方案提供商。`
    : `我们是${sender.companyName}，Microsoft 云解决方案提供商。`

const zhPitches: Pitches = {
  'multi-partner': {
    '21vianet':
      '为了向贵公司提供开通服务与技术支持，我们希望与贵公司建立经销商关系，并获得委派的管理权限。贵公司可以同时与多家经销商合作，现有的合作不受影响。',
    global:
      '为了向贵公司提供订购与支持服务，我们希望与贵公司建立经销商关系。贵公司可以同时与多家经销商合作，现有的合作不受影响。',
    'us-government':
      '为了向贵公司提供订购与支持服务，我们希望与贵公司建立经销商关系。贵公司可以同时与多家经销商合作，现有的合作不受影响。',
  },
  'multi-channel': {
    '21vianet':
      '贵公司通过其他渠道购买的订阅保持不变。为了向贵公司提供开通服务与技术支持，我们需要与贵公司建立经销商关系，并获得委派的管理权限。',
    global:
      '贵公司通过其他渠道购买的订阅保持不变。为了今后也能向贵公司提供服务，我们希望与贵公司建立经销商关系。',
    'us-government':
      '贵公司通过其他渠道购买的订阅保持不变。为了今后也能向贵公司提供服务，我们希望与贵公司建立经销商关系。',
  },
  'restore-privileges': {
    '21vianet':
      '贵公司已将委派的管理权限授予其他合作伙伴。为了继续向贵公司提供开通服务与技术支持，我们请求恢复我们的委派的管理权限；其他合作伙伴的权限是否保留，由贵公司决定。',
    global: '我们与贵公司的经销商关系已不在列表中。为了继续向贵公司提供服务，我们请求恢复这一关系。',
    'us-government': '我们与贵公司的经销商关系已不在列表中。为了继续向贵公司提供服务，我们请求恢复这一关系。',
  },
}

const zhStatements = [
  '接受此请求不会：',
  '• 更改贵公司现有的任何订阅；',
  '• 转移贵公司现有的订阅或帐户的所有权；',
  '• 更改现有订阅的条款或贵公司对其承担的义务；',
  '• 更改任何订阅的记录的合作伙伴。',
].join('\n')

const zhCN: Texts = {
  statements: zhStatements,
  linkLabel: (host) => `打开邀请链接（${host}）`,
  signature: (sender) => zhSignature(sender),
  reminderSubject: (subject) => `提醒：${subject}`,
  draft: (sender, customerName, purpose) => ({
    subject: {
      'multi-partner': `${sender.companyName} 请求与贵公司建立经销商关系`,
      'multi-channel': `${sender.companyName} 请求与贵公司建立经销商关系`,
      'restore-privileges': `${sender.companyName} 请求恢复与贵公司的合作权限`,
    }[purpose],
    text: [
      customerName === '' ? '您好：' : `${customerName}，您好：`,
      zhSelf(sender) + zhPitches[purpose][sender.cloud],
      zhStatements,
      {
        '21vianet':
          '如果同意，请由贵公司的管理员打开下面的链接，登录由世纪互联运营的 Office 365 管理中心并接受请求：',
        global: '如果同意，请由贵公司的全局管理员打开下面的链接，登录 Microsoft 365 管理中心并接受请求：',
        'us-government': '如果同意，请由贵公司的管理员打开下面的链接，登录后接受请求：',
      }[sender.cloud],
    ].join('\n\n'),
    closing: ['如有任何疑问，请直接回复此邮件。', zhSignature(sender)].join('\n\n'),
  }),
  handedOn: (sender, reseller) =>
    `此邀请由我们的经销商${reseller}代为发送。接受后，经销商关系由${sender.companyName}所有${
      sender.cloud === '21vianet' ? `；贵公司可以另外向${reseller}授予委派的管理权限` : ''
    }。`,
  reminder: (sender, customerName, askedOn) => ({
    subject: `提醒：${sender.companyName} 请求与贵公司建立经销商关系`,
    text: [
      customerName === '' ? '您好：' : `${customerName}，您好：`,
      `我们曾于 ${askedOn} 请求与贵公司建立经销商关系，可能您还没有来得及处理。现有的订阅、条款、所有权和记录的合作伙伴都不会因此改变。`,
      '如果同意，请由贵公司的管理员打开下面的链接并接受请求；如果不需要，也请告知我们，我们便不再提醒。',
    ].join('\n\n'),
    closing: zhSignature(sender),
  }),
  chat: (sender, customerName) =>
    `${customerName === '' ? '您好' : `${customerName}，您好`}！${sender.companyName}请求与贵公司建立经销商关系。现有订阅、条款、所有权和记录的合作伙伴都不会改变。如果同意，请管理员打开链接接受：`,
}

const enSelf = (sender: InvitationSender): string =>
  sender.cloud === '21vianet'
    ? `We are ${sender.companyName}, a cloud solution provider for Microsoft cloud services operated by 21Vianet.`
    : `We are ${sender.companyName}, a Microsoft Cloud Solution Provider.`

const enPitches: Pitches = {
  'multi-partner': {
    '21vianet':
      'To provision services for you and to support you, we ask for a reseller relationship with delegated administrative privileges. You may work with several resellers at once; what you have with others stays as it is.',
    global:
      'To sell you services and support you, we ask for a reseller relationship. You may work with several resellers at once; what you have with others stays as it is.',
    'us-government':
      'To sell you services and support you, we ask for a reseller relationship. You may work with several resellers at once; what you have with others stays as it is.',
  },
  'multi-channel': {
    '21vianet':
      'The subscriptions you bought elsewhere stay as they are. To provision services for you and to support you, we need a reseller relationship with delegated administrative privileges.',
    global:
      'The subscriptions you bought elsewhere stay as they are. To be able to serve you as well, we ask for a reseller relationship.',
    'us-government':
      'The subscriptions you bought elsewhere stay as they are. To be able to serve you as well, we ask for a reseller relationship.',
  },
  'restore-privileges': {
    '21vianet':
      'You have given delegated administrative privileges to another partner. To go on provisioning services for you and supporting you, we ask you to restore ours; whether another partner keeps its own is up to you.',
    global:
      'Our reseller relationship is no longer in the list. To go on serving you, we ask you to restore it.',
    'us-government':
      'Our reseller relationship is no longer in the list. To go on serving you, we ask you to restore it.',
  },
}

const enStatements = [
  'Accepting this request does not:',
  '• change any of your existing subscriptions;',
  '• transfer your existing subscriptions or the ownership of your account;',
  '• change the terms of your existing subscriptions or your obligations under them;',
  '• change the partner of record of any subscription.',
].join('\n')

const en: Texts = {
  statements: enStatements,
  linkLabel: (host) => `Open the invitation (${host})`,
  signature: (sender) => enSignature(sender),
  reminderSubject: (subject) => `Reminder: ${subject}`,
  draft: (sender, customerName, purpose) => ({
    subject: {
      'multi-partner': `${sender.companyName} asks for a reseller relationship with your company`,
      'multi-channel': `${sender.companyName} asks for a reseller relationship with your company`,
      'restore-privileges': `${sender.companyName} asks you to restore its relationship with your company`,
    }[purpose],
    text: [
      customerName === '' ? 'Hello,' : `Dear ${customerName} team,`,
      `${enSelf(sender)} ${enPitches[purpose][sender.cloud]}`,
      enStatements,
      {
        '21vianet':
          'If you agree, please have your administrator open the link below, sign in to the admin center of Office 365 operated by 21Vianet and accept the request:',
        global:
          'If you agree, please have your global administrator open the link below, sign in to the Microsoft 365 admin center and accept the request:',
        'us-government':
          'If you agree, please have your administrator open the link below, sign in and accept the request:',
      }[sender.cloud],
    ].join('\n\n'),
    closing: ['If you have any questions, simply reply to this mail.', enSignature(sender)].join('\n\n'),
  }),
  handedOn: (sender, reseller) =>
    `Our reseller ${reseller} sends you this invitation on our behalf. Once accepted, the reseller relationship is with ${sender.companyName}${
      sender.cloud === '21vianet'
        ? `; you may grant delegated administrative privileges to ${reseller} as well`
        : ''
    }.`,
  reminder: (sender, customerName, askedOn) => ({
    subject: `Reminder: ${sender.companyName} asks for a reseller relationship with your company`,
    text: [
      customerName === '' ? 'Hello,' : `Dear ${customerName} team,`,
      `On ${askedOn} we asked for a reseller relationship with your company; perhaps there has been no time for it yet. Your subscriptions, their terms, their ownership and their partner of record stay as they are.`,
      'If you agree, please have your administrator open the link below and accept the request. If you do not need it, tell us and we will not ask again.',
    ].join('\n\n'),
    closing: enSignature(sender),
  }),
  chat: (sender, customerName) =>
    `${customerName === '' ? 'Hello' : `Dear ${customerName} team`}, ${sender.companyName} asks for a reseller relationship with your company. Your subscriptions, terms, ownership and partner of record stay as they are. If you agree, please have your administrator open this link and accept:`,
}

/** Our own mail texts (no vendor's wording), one per language of the customer. */
export const invitationTexts: { readonly [L in Language]: Texts } = { 'zh-CN': zhCN, en }

const zhSignature = (sender: InvitationSender): string =>
  signature(sender, { phone: '电话：', email: '邮箱：', partnerId: '合作伙伴 ID：' })

const enSignature = (sender: InvitationSender): string =>
  signature(sender, { phone: 'Phone: ', email: 'E-mail: ', partnerId: 'PartnerID: ' })

function signature(
  sender: InvitationSender,
  labels: { readonly phone: string; readonly email: string; readonly partnerId: string },
): string {
  return [
    sender.senderName,
    sender.companyName,
    sender.senderPhone === '' ? '' : labels.phone + sender.senderPhone,
    sender.senderEmail === '' ? '' : labels.email + sender.senderEmail,
    sender.partnerId === null ? '' : labels.partnerId + sender.partnerId,
  ]
    .filter((part) => part !== '')
    .join('\n')
}
