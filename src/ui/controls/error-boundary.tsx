import { Component, type ComponentChildren } from 'preact';
import { words } from '../words/words.ts';

type ErrorBoundaryProps = { readonly children: ComponentChildren; readonly instead?: ComponentChildren };

/** Keeps a failure in one tile or one message from taking the window with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static override getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    reportError(error);
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      this.props.instead ?? (
        <div class="empty" role="alert">
          {words.paneFailed}{' '}
          <button
            type="button"
            class="quiet"
            onClick={() => {
              this.setState({ failed: false });
            }}
          >
            {words.tryAgain}
          </button>
        </div>
      )
    );
  }
}
