import type { Language } from './cloud.ts'
import type { InvitationMessage, InvitationSender } from './invitation-message.ts'

type Texts = {
  readonly draft: (sender: InvitationSender, customerName: string) => InvitationMessage
  readonly linkLabel: (host: string) => string
}

const zhCN: Texts = {
  linkLabel: (host) => `打开邀请链接（${host}）`,
  draft: (sender, customerName) => ({
    subject: `${sender.companyName} 请求与贵公司建立经销商关系`,
    text: [
      customerName === '' ? '您好：' : `${customerName}，您好：`,
      {
        '21vianet': `我们是${sender.companyName}，由世纪互联运营的微软云服务的云解决方案提供商。为了向贵公司提供开通服务与技术支持，我们希望与贵公司建立经销商关系，并获得委派的管理权限。贵公司可以同时与多家经销商合作，现有的合作不受影响。`,
        global: `我们是${sender.companyName}，Microsoft 云解决方案提供商。为了向贵公司提供订购与支持服务，我们希望与贵公司建立经销商关系。贵公司可以同时与多家经销商合作，现有的合作不受影响。`,
        'us-government': `我们是${sender.companyName}，Microsoft 云解决方案提供商。为了向贵公司提供订购与支持服务，我们希望与贵公司建立经销商关系。贵公司可以同时与多家经销商合作，现有的合作不受影响。`,
      }[sender.cloud],
      [
        '接受此请求不会：',
        '• 更改贵公司现有的任何订阅；',
        '• 转移贵公司现有的订阅或帐户的所有权；',
        '• 更改现有订阅的条款或贵公司对其承担的义务；',
        '• 更改任何订阅的记录的合作伙伴。',
      ].join('\n'),
      {
        '21vianet':
          '如果同意，请由贵公司的管理员打开下面的链接，登录由世纪互联运营的 Office 365 管理中心并接受请求：',
        global: '如果同意，请由贵公司的全局管理员打开下面的链接，登录 Microsoft 365 管理中心并接受请求：',
        'us-government': '如果同意，请由贵公司的管理员打开下面的链接，登录后接受请求：',
      }[sender.cloud],
    ].join('\n\n'),
    closing: [
      '如有任何疑问，请直接回复此邮件。',
      signature(sender, { phone: '电话：', email: '邮箱：', partnerId: '合作伙伴 ID：' }),
    ].join('\n\n'),
  }),
}

const en: Texts = {
  linkLabel: (host) => `Open the invitation (${host})`,
  draft: (sender, customerName) => ({
    subject: `${sender.companyName} asks for a reseller relationship with your company`,
    text: [
      customerName === '' ? 'Hello,' : `Dear ${customerName} team,`,
      {
        '21vianet': `We are ${sender.companyName}, a cloud solution provider for Microsoft cloud services operated by 21Vianet. To provision services for you and to support you, we ask for a reseller relationship with delegated administrative privileges. You may work with several resellers at once; what you have with others stays as it is.`,
        global: `We are ${sender.companyName}, a Microsoft Cloud Solution Provider. To sell you services and support you, we ask for a reseller relationship. You may work with several resellers at once; what you have with others stays as it is.`,
        'us-government': `We are ${sender.companyName}, a Microsoft Cloud Solution Provider. To sell you services and support you, we ask for a reseller relationship. You may work with several resellers at once; what you have with others stays as it is.`,
      }[sender.cloud],
      [
        'Accepting this request does not:',
        '• change any of your existing subscriptions;',
        '• transfer your existing subscriptions or the ownership of your account;',
        '• change the terms of your existing subscriptions or your obligations under them;',
        '• change the partner of record of any subscription.',
      ].join('\n'),
      {
        '21vianet':
          'If you agree, please have your administrator open the link below, sign in to the admin center of Office 365 operated by 21Vianet and accept the request:',
        global:
          'If you agree, please have your global administrator open the link below, sign in to the Microsoft 365 admin center and accept the request:',
        'us-government':
          'If you agree, please have your administrator open the link below, sign in and accept the request:',
      }[sender.cloud],
    ].join('\n\n'),
    closing: [
      'If you have any questions, simply reply to this mail.',
      signature(sender, { phone: 'Phone: ', email: 'E-mail: ', partnerId: 'PartnerID: ' }),
    ].join('\n\n'),
  }),
}

/** Our own mail texts (no vendor's wording), one per language of the customer. */
export const invitationTexts: { readonly [L in Language]: Texts } = { 'zh-CN': zhCN, en }

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
