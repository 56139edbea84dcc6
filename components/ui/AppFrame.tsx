import './styles';
import { MantineProvider } from '@mantine/core';
import type { i18n } from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { BugEnvironment } from './bug-report';
import { ErrorBoundary } from './ErrorBoundary';
import { theme } from './theme';

interface Props {
  readonly i18n: i18n;
  readonly environment: () => BugEnvironment;
  readonly children: ReactNode;
}

/** What every page stands in: look, language, and the edge that catches errors. */
export function AppFrame({ i18n, environment, children }: Props) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <I18nextProvider i18n={i18n}>
        <ErrorBoundary environment={environment}>{children}</ErrorBoundary>
      </I18nextProvider>
    </MantineProvider>
  );
}
