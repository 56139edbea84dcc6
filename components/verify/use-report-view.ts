import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verification } from '@/utils/domain/verification';
import { createReportView, type ReportView, type VerifyTranslate } from '@/utils/i18n/report-view';
import { useFormat } from '../ui/use-format';

/** The report of a verification that has ended, in the language shown; null before that. */
export function useReportView(verification: Verification): ReportView | null {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    if (verification.state !== 'done') return null;
    const { report, fileName } = verification;
    // The types of `t` would ask for the placeholders of all these keys at once.
    const translate: VerifyTranslate = (key, values) => t(key as 'verify.title', { replace: values ?? {} });
    return createReportView(report, fileName, { t: translate, format });
  }, [verification, t, format]);
}
