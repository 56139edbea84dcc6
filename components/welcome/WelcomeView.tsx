import { Button } from '@mantine/core';
import { IconPlus, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { routeHref } from '../casebook/route';
import { askedFor } from './permissions';
import classes from './welcome.module.css';

interface Props {
  readonly isFirefox: boolean;
  /** Permissions and host patterns of the manifest. */
  readonly permissions: readonly string[];
  /** The shortcut as the browser has it; blank if there is none. */
  readonly shortcut: string;
  readonly language: ReactNode;
}

/** What Osmotr does, what a site can notice, why each permission is asked, and the way to the first capture. */
export function WelcomeView({ isFirefox, permissions, shortcut, language }: Props) {
  const { t } = useTranslation();
  return (
    <article className={classes.page} data-testid="welcome">
      <header className={classes.head}>
        <div>
          <h1>{t('welcome.title')}</h1>
          <p>{t('welcome.lead')}</p>
        </div>
        {language}
      </header>
      <FirstCapture shortcut={shortcut} />
      <div className={classes.columns}>
        <Points
          title={t('welcome.does')}
          points={[
            t('welcome.doesCapture'),
            t('welcome.doesLocal'),
            t('welcome.doesSeal'),
            t('welcome.doesHonest'),
          ]}
        />
        <Points
          title={t('welcome.notice')}
          points={[
            t('welcome.noticeNot'),
            t(isFirefox ? 'welcome.noticeFirefox' : 'welcome.noticeChromium'),
            t('welcome.noticeScroll'),
            t('welcome.noticeCounted'),
          ]}
        />
      </div>
      <section>
        <h2>{t('welcome.private')}</h2>
        <p>{t(isFirefox ? 'welcome.privateFirefox' : 'welcome.privateChromium')}</p>
      </section>
      <section>
        <h2>{t('welcome.permissions')}</h2>
        <dl className={classes.permissions}>
          {askedFor(permissions).map(({ group, names }) => (
            <div key={group} data-testid="permission" data-names={names.join(' ')}>
              <dt>
                {t(`welcome.permission.${group}`)}
                <code>{names.join(', ')}</code>
              </dt>
              <dd>{t(`welcome.permission.${group}Why`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </article>
  );
}

function FirstCapture({ shortcut }: { readonly shortcut: string }) {
  const { t } = useTranslation();
  return (
    <section className={classes.start}>
      <h2>{t('welcome.start')}</h2>
      <ol>
        <li>
          {t('welcome.stepCase')}{' '}
          <Button
            component="a"
            href={routeHref({ view: 'new-case' })}
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            data-testid="welcome-new-case"
          >
            {t('casefile.create')}
          </Button>
        </li>
        <li>{t('welcome.stepPage')}</li>
        <li>{t(shortcut ? 'welcome.stepCapture' : 'welcome.stepCaptureNoKeys', { keys: shortcut })}</li>
        <li>{t('welcome.stepLook')}</li>
        <li>
          {t('welcome.stepExport')}{' '}
          <Button
            component="a"
            href={routeHref({ view: 'verify' })}
            size="compact-sm"
            variant="default"
            leftSection={<IconShieldCheck size={14} aria-hidden />}
          >
            {t('verify.title')}
          </Button>
        </li>
      </ol>
    </section>
  );
}

interface PointsProps {
  readonly title: string;
  readonly points: readonly string[];
}

function Points({ title, points }: PointsProps) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  );
}
