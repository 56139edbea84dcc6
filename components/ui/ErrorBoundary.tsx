import { Component, type ErrorInfo, type ReactNode } from 'react';
import { toErrorRecord } from '@/utils/errors';
import { BugNotice } from './BugNotice';
import type { BugEnvironment } from './bug-report';
import { ErrorNotice } from './ErrorNotice';

interface Props {
  readonly children: ReactNode;
  readonly environment: () => BugEnvironment;
  /** What is shown inside; once it is another, it is tried again. */
  readonly shown?: string;
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

  override componentDidUpdate(before: Props): void {
    if (this.state.hasThrown && before.shown !== this.props.shown) {
      this.setState({ thrown: null, hasThrown: false });
    }
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
          <ErrorNotice error={record} environment={environment} withReload />
        )}
      </div>
    );
  }
}
