import { cloudRules } from '#shared/domain/capabilities.ts'
import type { Language } from '#shared/domain/cloud.ts'
import { doesNotStatements } from '#shared/domain/cloud.ts'
import { guideTexts } from '#shared/domain/guide-texts.ts'
import type { InvitationSender } from '#shared/domain/invitation-message.ts'
import { readLink } from '#shared/domain/link.ts'
import { escapeHtml, paperDocument } from './paper.ts'
import { qrSvg } from './qr-code.ts'

/** Whom a guide is for, from whom, and the link it explains. */
export type Guide = {
  readonly sender: InvitationSender
  readonly customerName: string
  readonly link: string
  /** Says that the link asks for granular privileges, which a customer approves on another page. */
  readonly isGranular: boolean
  readonly language: Language
}

const styles = `
  body { font-size: 9.5pt; line-height: 1.45; }
  h1 { font-size: 16pt; }
  h2 { margin-top: 10pt; font-size: 11pt; }
  p { margin-bottom: 3pt; }
  li { margin-bottom: 1pt; }
  .columns { display: grid; grid-template-columns: 1fr 30mm; gap: 8mm; align-items: start; }
  .box { margin-top: 12pt; padding: 8pt 10pt; border: 1px solid #d1d1d1; border-radius: 4pt; break-inside: avoid; }
  .box h2 { margin-top: 0; }
  .qr svg { width: 30mm; height: 30mm; display: block; }
  a { color: #0f548c; font-weight: 600; }
`

/**
 * The one-page guide for the customer's administrator, as HTML for the `printPdf` port: who signs in, the documented
 * clicks of that cloud, what does not change, how to decline. The link is the target of one anchor, byte for byte.
 */
export async function acceptanceGuide({
  sender,
  customerName,
  link,
  isGranular,
  language,
}: Guide): Promise<string> {
  const texts = guideTexts[language]
  const { cloud } = sender
  const facts = {
    partner: sender.companyName,
    customer: customerName,
    host: readLink(link)?.host ?? '',
    portal: texts.portals[cloudRules[cloud].acceptedIn.portal],
  }
  const say = (text: string) =>
    escapeHtml(text.replace(/\{(\w+)\}/g, (hole, key) => facts[key as keyof typeof facts] ?? hole))
  const list = (tag: 'ol' | 'ul', items: readonly string[]) =>
    `<${tag}>${items.map((item) => `<li>${say(item)}</li>`).join('')}</${tag}>`
  const section = (heading: string, content: string) => `<h2>${say(heading)}</h2>${content}`
  const contact = [sender.senderName, sender.companyName, sender.senderPhone, sender.senderEmail]
    .filter((line) => line !== '')
    .map(escapeHtml)
    .join('<br>')

  const body = `
<h1>${say(texts.title)}</h1>
${customerName === '' ? '' : `<p class="quiet">${say(texts.forCustomer)}</p>`}
<p>${say(texts.intro)}</p>
${section(texts.whoHeading, `<p>${say(texts.who[cloud])}</p>`)}
${section(texts.stepsHeading, list('ol', isGranular ? texts.stepsGdap : texts.steps[cloud]))}
<div class="box"><h2>${say(texts.linkHeading)}</h2><div class="columns">
<div><p><a href="${escapeHtml(link)}">${say(texts.openLink)}</a></p><p class="quiet">${say(texts.linkHint)}</p></div>
<div class="qr">${await qrSvg(link)}</div></div></div>
${section(
  texts.unchangedHeading,
  list(
    'ul',
    doesNotStatements.map((statement) => texts.unchanged[statement]),
  ),
)}
${section(texts.addedHeading, `<p>${say(isGranular ? texts.addedGdap : texts.added[cloud])}</p>`)}
${section(texts.declineHeading, `<p>${say(texts.decline[cloud])}</p>`)}
${section(texts.laterHeading, `<p>${say(texts.later[cloud])}</p>`)}
${section(texts.contactHeading, `<p>${contact}</p>`)}
<p class="quiet">${say(texts.footnote)}</p>`
  return paperDocument({ language, title: texts.title, styles, body })
}
