import { Component, type ErrorInfo, type ReactNode } from 'react';
import { toErrorRecord } from '@/utils/errors';
import { BugNotice } from './BugNotice';
import type { BugEnvironment } from './bug-report';
import { ErrorNotice } from './ErrorNotice';

interface Props {
  readonly children: ReactNode;
  readonly environment: () => BugEnvironment;
}

interface State {
  readonly thrown: unknown;
  readonly hasThrown: boolean;
}

/** The edge of a page: an expected error becomes guidance, everything else a bug notice with a copyable report. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { thrown: null, hasThrown: false };

  static getDerivedStateFromError(thrown: unknown): State {
    return { thrown, hasThrown: true };
  }

  override componentDidCatch(thrown: unknown, info: ErrorInfo): void {
    console.error(thrown, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.hasThrown) return this.props.children;
    const { thrown } = this.state;
    const environment = this.props.environment();
    const record = toErrorRecord(thrown);
    return (
      <div style={{ padding: 16 }}>
        {record.code === 'unexpected' ? (
          <BugNotice
            text={record.detail}
            stack={thrown instanceof Error ? thrown.stack : undefined}
            environment={environment}
          />
        ) : (
          <ErrorNotice error={record} environment={environment} />
        )}
      </div>
    );
  }
}
