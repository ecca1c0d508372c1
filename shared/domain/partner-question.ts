import type { Cloud, Language } from './cloud.ts'
import type { InvitationSender } from './invitation-message.ts'

/** A mail that asks a customer who its partners are: only the customer's own page shows all of them (domain 1.1.2). */
export function partnerQuestion(
  sender: InvitationSender,
  customerName: string,
  language: Language,
): { readonly subject: string; readonly text: string } {
  const pages: { readonly [L in Language]: { readonly [C in Cloud]: string } } = {
    'zh-CN': {
      '21vianet': '由世纪互联运营的 Office 365 管理中心 >“设置”>“合作伙伴关系”',
      global: 'Microsoft 365 管理中心 >“设置”>“合作伙伴关系”',
      'us-government': '管理门户中的合作伙伴列表',
    },
    en: {
      '21vianet': 'the admin center of Office 365 operated by 21Vianet > Settings > Partner relationships',
      global: 'the Microsoft 365 admin center > Settings > Partner relationships',
      'us-government': 'the list of partners in the admin portal',
    },
  }
  const page = pages[language][sender.cloud]
  const signature = [sender.senderName, sender.companyName, sender.senderPhone, sender.senderEmail]
    .filter((line) => line !== '')
    .join('\n')
  return language === 'zh-CN'
    ? {
        subject: `请告知贵公司的合作伙伴：${sender.companyName}`,
        text: [
          customerName === '' ? '您好：' : `${customerName}，您好：`,
          '为了避免重复销售，并在需要支持时找对合作伙伴，请告诉我们贵公司目前与哪些合作伙伴合作。只有贵公司的管理员能看到完整的列表。',
          `请在${page}查看，并回复以下内容：\n• 每项服务由哪家合作伙伴销售；\n• 每项服务由哪家合作伙伴拥有委派的管理权限；\n• 哪些服务是直接购买的。`,
          '回复此邮件不会更改任何订阅或权限。',
          signature,
        ].join('\n\n'),
      }
    : {
        subject: `Who are your partners? A question from ${sender.companyName}`,
        text: [
          customerName === '' ? 'Hello,' : `Dear ${customerName} team,`,
          'So that nothing is sold to you twice, and so that the right partner helps you when you need support, please tell us which partners you work with. Only your administrator can see the whole list.',
          `Please look at ${page} and answer:\n• which partner sells you each service;\n• which partner has delegated administrative privileges for each service;\n• what you have bought direct.`,
          'Answering this mail changes no subscription and no privileges.',
          signature,
        ].join('\n\n'),
      }
}
