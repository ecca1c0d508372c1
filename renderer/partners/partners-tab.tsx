import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components'
import { ImageCopyRegular } from '@fluentui/react-icons/svg/image-copy'
import { ImageRegular } from '@fluentui/react-icons/svg/image'
import { MailRegular } from '@fluentui/react-icons/svg/mail'
import { PrintRegular } from '@fluentui/react-icons/svg/print'
import { useTranslation } from 'react-i18next'
import type { Language } from '#shared/domain/cloud.ts'
import type { ViewValue } from '#shared/protocol.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { useView } from '#renderer/state/use-view.ts'
import { PartnerEntries } from './partner-entries.tsx'
import { PartnerForm } from './partner-form.tsx'
import { pngOf } from './picture-png.ts'
import { RelationshipFactsPanel } from './relationship-facts-panel.tsx'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    maxWidth: '1080px',
    '& > *': { flexShrink: 0 },
  },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3, textWrap: 'pretty' },
  picture: {
    display: 'block',
    maxWidth: 'min(100%, 800px)',
    height: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  bar: { whiteSpace: 'normal', display: 'block', paddingBlock: tokens.spacingVerticalXS },
})

type PartnersTabProps = { readonly customer: ViewValue<'customer.detail'> }

/** Who sells and administers what at a customer, as a picture with its evidence, and what is known of the relationship. */
export function PartnersTab({ customer }: PartnersTabProps) {
  const { t, i18n } = useTranslation()
  const styles = useStyles()
  const language: Language = i18n.language === 'zh-CN' ? 'zh-CN' : 'en'
  const customerId = customer.id
  const { value: map, error } = useView('partner-map.detail', { customerId, language })
  const nameOf = (partner: string) =>
    partner === 'us' || partner === 'direct' ? t(`partnerMap.${partner}`) : partner

  if (error !== undefined) {
    return <Problem error={error} canRetry />
  }
  if (map === undefined) {
    return <Spinner size="small" />
  }
  return (
    <div className={styles.root}>
      <section className={styles.section} aria-labelledby="partner-map">
        <Text as="h2" size={400} weight="semibold" id="partner-map" className={styles.heading}>
          {t('partnerMap.title')}
        </Text>
        <Text size={200} className={styles.quiet}>
          {t('partnerMap.hint')}
        </Text>
        {map.warnings.map((warning) => (
          <MessageBar key={`${warning.rule} ${warning.service}`} intent="warning" layout="multiline">
            <MessageBarBody className={styles.bar}>
              {t(`partnerMap.warnings.${warning.rule}`, {
                service: warning.service,
                partners: new Intl.ListFormat(i18n.language).format(warning.partners.map(nameOf)),
              })}{' '}
              <Text size={200} className={styles.quiet}>
                {warning.sources
                  .map(({ document, date }) => t('capabilities.source', { document, date }))
                  .join('; ')}
              </Text>
            </MessageBarBody>
          </MessageBar>
        ))}
        {map.services.length === 0 ? (
          <>
            <Text weight="semibold">{t('partnerMap.empty')}</Text>
            <Text className={styles.quiet}>{t('partnerMap.emptyHint')}</Text>
          </>
        ) : (
          <img
            className={styles.picture}
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(map.picture)}`}
            alt={t('partnerMap.picture', { name: customer.name })}
          />
        )}
        <PictureActions
          customer={customer}
          picture={map.picture}
          language={language}
          isEmpty={map.services.length === 0}
        />
      </section>
      <PartnerForm customerId={customerId} services={map.services} partners={map.partners} nameOf={nameOf} />
      {map.cells.length > 0 && <PartnerEntries cells={map.cells} nameOf={nameOf} />}
      <RelationshipFactsPanel customerId={customerId} />
    </div>
  )
}

type PictureActionsProps = PartnersTabProps & {
  readonly picture: string
  readonly language: Language
  readonly isEmpty: boolean
}

/** The ways the picture leaves the program, and the mail that closes its gaps. */
function PictureActions({ customer, picture, language, isEmpty }: PictureActionsProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const copy = useCommand('partner-map.copy')
  const saveSvg = useCommand('partner-map.save-svg')
  const print = useCommand('partner-map.print')
  const ask = useCommand('partner-map.ask')
  const commands = [copy, saveSvg, print, ask]
  const error = commands.map((each) => each.error).find((each) => each !== null && each.code !== 'CANCELLED')
  const customerId = customer.id
  const contact = customer.contacts.find(({ receivesRequests, email }) => receivesRequests && email !== '')
  const askLanguage = contact?.language ?? customer.exportLanguage ?? language

  const copyPicture = async () => {
    const png = await pngOf(picture)
    if (png !== null && (await copy.run({ png })).ok) {
      notify({ title: t('partnerMap.copied') })
    }
  }
  return (
    <>
      <div className={styles.buttons}>
        <Button
          icon={<MailRegular />}
          disabled={ask.pending}
          onClick={async () => {
            const done = await ask.run({
              customerId,
              language: askLanguage,
              recipients: contact === undefined ? [] : [contact.email],
            })
            if (done.ok) notify({ title: t('partnerMap.asked', { fileName: done.value.fileName }) })
          }}
        >
          {t('partnerMap.ask')}
        </Button>
        {!isEmpty && (
          <>
            <Button icon={<ImageCopyRegular />} disabled={copy.pending} onClick={() => void copyPicture()}>
              {t('partnerMap.copy')}
            </Button>
            <Button
              icon={<ImageRegular />}
              disabled={saveSvg.pending}
              onClick={async () => {
                const done = await saveSvg.run({ customerId, language })
                if (done.ok) notify({ title: t('partnerMap.saved', { fileName: done.value.fileName }) })
              }}
            >
              {t('partnerMap.saveSvg')}
            </Button>
            <Button
              icon={<PrintRegular />}
              disabled={print.pending}
              onClick={async () => {
                const done = await print.run({ customerId, language })
                if (done.ok) notify({ title: t('partnerMap.saved', { fileName: done.value.fileName }) })
              }}
            >
              {t('partnerMap.print')}
            </Button>
          </>
        )}
      </div>
      {error !== undefined && error !== null && <Problem error={error} />}
    </>
  )
}
