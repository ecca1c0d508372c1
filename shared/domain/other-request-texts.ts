import type { Language } from './cloud.ts'
import type { InvitationMessage, InvitationSender } from './invitation-message.ts'
import type { RequestKind } from './request-state.ts'

type Draft = (sender: InvitationSender, customerName: string, signature: string) => InvitationMessage

/**
 * Our starting texts for the requests that are no reseller relationship: granular privileges, which a customer approves
 * on another page and which say nothing of reselling, and the partnership of a provider and a reseller.
 */
export const otherRequestTexts: {
  readonly [L in Language]: { readonly [K in Exclude<RequestKind, 'reseller'>]: Draft }
} = {
  'zh-CN': {
    granular: (sender, customerName, signature) => ({
      subject: `${sender.companyName} 请求精细委派的管理权限`,
      text: [
        customerName === '' ? '您好：' : `${customerName}，您好：`,
        `我们是${sender.companyName}。为了向贵公司提供支持，我们请求在邀请页面所列的期限内，以所列的角色管理贵公司的服务（精细委派的管理权限，GDAP）。`,
        '此请求不会更改贵公司的任何订阅，到期也不会影响订阅。请求在 90 天内未获批准即失效。',
        '请由贵公司的全局管理员打开下面的链接，核对角色和期限，然后批准：',
      ].join('\n\n'),
      closing: signature,
    }),
    'partner-provider': (sender, customerName, signature) => ({
      subject: `${sender.companyName} 请求建立合作关系`,
      text: [
        customerName === '' ? '您好：' : `${customerName}，您好：`,
        `我们是${sender.companyName}，希望在云解决方案提供商计划中与贵公司建立间接提供商与间接经销商的合作关系。此请求不会改变双方各自客户的列表。`,
        '请打开下面的链接，登录合作伙伴中心并确认：',
      ].join('\n\n'),
      closing: signature,
    }),
  },
  en: {
    granular: (sender, customerName, signature) => ({
      subject: `${sender.companyName} asks for granular delegated admin privileges`,
      text: [
        customerName === '' ? 'Hello,' : `Dear ${customerName} team,`,
        `We are ${sender.companyName}. To support you, we ask to administer your services in the roles and for the time shown on the page behind the link (granular delegated admin privileges, GDAP).`,
        'This request changes none of your subscriptions, and nor does its end. It is gone after 90 days unless you approve it.',
        'Please have your global administrator open the link below, check the roles and the duration, and approve:',
      ].join('\n\n'),
      closing: signature,
    }),
    'partner-provider': (sender, customerName, signature) => ({
      subject: `${sender.companyName} asks for a partnership`,
      text: [
        customerName === '' ? 'Hello,' : `Dear ${customerName} team,`,
        `We are ${sender.companyName} and ask for a partnership of indirect provider and indirect reseller in the Cloud Solution Provider programme. It does not change either company’s list of customers.`,
        'Please open the link below, sign in to Partner Center and confirm:',
      ].join('\n\n'),
      closing: signature,
    }),
  },
}
