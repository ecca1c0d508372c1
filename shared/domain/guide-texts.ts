import type { AcceptancePortal } from './capabilities.ts'
import type { Cloud, DoesNotStatement, Language } from './cloud.ts'

/** The texts of an acceptance guide in one language; `{partner}` and `{customer}` stand for names. */
export type GuideTexts = {
  readonly title: string
  readonly forCustomer: string
  readonly intro: string
  readonly whoHeading: string
  readonly who: { readonly [C in Cloud]: string }
  readonly stepsHeading: string
  readonly portals: { readonly [P in AcceptancePortal]: string }
  /** The documented clicks; `{portal}` and `{host}` are filled in. */
  readonly steps: { readonly [C in Cloud]: readonly string[] }
  readonly stepsGdap: readonly string[]
  readonly linkHeading: string
  readonly linkHint: string
  readonly openLink: string
  readonly unchangedHeading: string
  readonly unchanged: { readonly [S in DoesNotStatement]: string }
  readonly addedHeading: string
  readonly added: { readonly [C in Cloud]: string }
  readonly addedGdap: string
  readonly declineHeading: string
  readonly decline: { readonly [C in Cloud]: string }
  readonly laterHeading: string
  readonly later: { readonly [C in Cloud]: string }
  readonly contactHeading: string
  readonly footnote: string
}

const zhCN: GuideTexts = {
  title: '接受经销商关系请求：管理员指南',
  forCustomer: '致：{customer}',
  intro: '{partner} 请求与贵公司建立经销商关系。本页说明由谁接受、怎样接受，以及哪些内容不会改变。',
  whoHeading: '由谁接受',
  who: {
    '21vianet':
      '请由贵公司在由世纪互联运营的 Office 365 中的管理员登录并接受。公开文档没有指明具体角色；如果页面提示权限不足，请改由全局管理员操作。',
    global: '必须由贵公司租户的全局管理员登录并接受。',
    'us-government': '请由贵公司的管理员登录并接受。公开文档没有指明具体角色。',
  },
  stepsHeading: '如何接受',
  portals: {
    'office-365-21vianet': '由世纪互联运营的 Office 365 管理中心',
    'microsoft-365': 'Microsoft 365 管理中心',
    'office-government': 'Microsoft Office 管理门户',
  },
  steps: {
    '21vianet': [
      '阅读邮件中合作伙伴的条款。',
      '打开邀请链接，登录{portal}，进入授权页面。',
      '在“合作伙伴关系”下选择“是”，授权该合作伙伴，然后选择“下一步”。',
    ],
    global: [
      '打开邀请链接，登录{portal}。',
      '确认贵公司的客户资料完整；更新后可能需要几分钟才会显示。',
      '核对页面上显示的合作伙伴名称，阅读 Microsoft 客户协议，然后接受并授权。',
    ],
    'us-government': ['打开邀请链接，登录{portal}。', '核对页面上显示的合作伙伴名称，然后接受。'],
  },
  stepsGdap: [
    '打开邀请链接，登录 Microsoft 365 管理中心。',
    '在“批准合作伙伴角色”页面核对请求的角色和期限。',
    '选择“全部批准”。双方都会收到确认邮件。',
  ],
  linkHeading: '邀请链接',
  linkHint: '链接指向 {host}。请核对地址栏中的主机名。扫描二维码会打开同一个链接。',
  openLink: '打开邀请链接（{host}）',
  unchangedHeading: '不会改变的内容',
  unchanged: {
    subscriptions: '贵公司现有的任何订阅都不会更改。',
    ownership: '现有订阅和帐户的所有权不会转移。',
    terms: '现有订阅的条款和贵公司对其承担的义务不会更改。',
    'partner-of-record': '任何订阅的记录的合作伙伴都不会更改。',
  },
  addedHeading: '会增加的内容',
  added: {
    '21vianet':
      '该合作伙伴将出现在贵公司的合作伙伴列表中，并获得委派的管理权限。贵公司可以同时与多家合作伙伴合作。',
    global: '该合作伙伴可以向贵公司销售服务。自 2023 年 10 月起，此请求不附带委派的管理权限。',
    'us-government': '该合作伙伴将出现在贵公司的合作伙伴列表中。此类请求附带委派的管理权限。',
  },
  addedGdap: '该合作伙伴在所示期限内获得页面上列出的角色。到期不影响贵公司的订阅。',
  declineHeading: '如果不接受',
  decline: {
    '21vianet': '选择“否”或直接关闭页面即可。不接受不会影响任何现有服务。',
    global: '选择“取消”即可。不接受不会影响任何现有服务。',
    'us-government': '关闭页面即可。不接受不会影响任何现有服务。',
  },
  laterHeading: '之后查看或撤销',
  later: {
    '21vianet':
      '在管理中心打开“设置”>“合作伙伴关系”，可查看所有合作伙伴，并随时移除委派的管理权限。经销商关系本身须由经销商移除。',
    global:
      '在管理中心打开“设置”>“合作伙伴关系”，可查看所有合作伙伴，并随时移除其角色。经销商关系本身须由经销商移除。',
    'us-government': '在管理门户的合作伙伴列表中查看。如有疑问，请联系您的合作伙伴。',
  },
  contactHeading: '联系人',
  footnote: '本指南由 {partner} 提供，并非 Microsoft 或世纪互联的文档。',
}

const en: GuideTexts = {
  title: 'Accepting a reseller relationship: guide for your administrator',
  forCustomer: 'For {customer}',
  intro:
    '{partner} asks for a reseller relationship with your company. This page says who accepts, how, and what does not change.',
  whoHeading: 'Who accepts',
  who: {
    '21vianet':
      'An administrator of your Office 365 operated by 21Vianet signs in and accepts. Published documents name no role; if the page says that a permission is missing, let a global administrator do it.',
    global: 'A Global administrator of your tenant must sign in and accept.',
    'us-government':
      'An administrator of your company signs in and accepts. Published documents name no role.',
  },
  stepsHeading: 'How to accept',
  portals: {
    'office-365-21vianet': 'the admin center of Office 365 operated by 21Vianet',
    'microsoft-365': 'the Microsoft 365 admin center',
    'office-government': 'the Microsoft Office admin portal',
  },
  steps: {
    '21vianet': [
      'Read the partner’s terms in the mail.',
      'Open the invitation link and sign in to {portal}; it leads to an authorization page.',
      'Under Partner Relationships select Yes to authorize the partner, then select Next.',
    ],
    global: [
      'Open the invitation link and sign in to {portal}.',
      'Make sure that your company’s customer profile is complete; an update may take a few minutes to show.',
      'Check the partner’s name on the page, read the Microsoft Customer Agreement, then accept and authorize.',
    ],
    'us-government': [
      'Open the invitation link and sign in to {portal}.',
      'Check the partner’s name on the page, then accept.',
    ],
  },
  stepsGdap: [
    'Open the invitation link and sign in to the Microsoft 365 admin center.',
    'On the page Approve partner roles check the roles and the duration that are asked for.',
    'Select Approve all. Both sides get a confirmation mail.',
  ],
  linkHeading: 'The invitation link',
  linkHint: 'The link leads to {host}. Check the host in the address bar. The QR code opens the same link.',
  openLink: 'Open the invitation ({host})',
  unchangedHeading: 'What does not change',
  unchanged: {
    subscriptions: 'None of your existing subscriptions changes.',
    ownership: 'Your existing subscriptions and the ownership of your account stay where they are.',
    terms: 'The terms of your existing subscriptions and your obligations under them stay as they are.',
    'partner-of-record': 'The partner of record of each subscription stays the same.',
  },
  addedHeading: 'What is added',
  added: {
    '21vianet':
      'The partner appears in your list of partners and gets delegated administrative privileges. You may work with several partners at once.',
    global:
      'The partner may sell services to you. Since October 2023 this request carries no delegated administrative privileges.',
    'us-government':
      'The partner appears in your list of partners. This request carries delegated administrative privileges.',
  },
  addedGdap:
    'The partner gets the roles listed on the page for the time shown there. When it ends, your subscriptions are not affected.',
  declineHeading: 'If you do not accept',
  decline: {
    '21vianet': 'Select No, or close the page. Nothing you have is affected.',
    global: 'Select Cancel. Nothing you have is affected.',
    'us-government': 'Close the page. Nothing you have is affected.',
  },
  laterHeading: 'To look or to change your mind later',
  later: {
    '21vianet':
      'In the admin center open Settings > Partner relationships to see all of your partners and to remove delegated administrative privileges at any time. The reseller relationship itself is removed by the reseller.',
    global:
      'In the admin center open Settings > Partner relationships to see all of your partners and to remove their roles at any time. The reseller relationship itself is removed by the reseller.',
    'us-government': 'See the list of partners in the admin portal. If in doubt, ask your partner.',
  },
  contactHeading: 'Contact',
  footnote: 'This guide comes from {partner}; it is not a document of Microsoft or 21Vianet.',
}

/** Our own guide texts (no vendor's wording), one per language of the customer. */
export const guideTexts: { readonly [L in Language]: GuideTexts } = { 'zh-CN': zhCN, en }
