import { deadWords as words } from '../words/dead-words.ts';
import './dead-widget.css';

type DeadPageProps = {
  /** The channel that the page's script names, and what it calls it. */
  readonly channel: number;
  readonly title: string;
};

/** What a customer finds on a page that embeds a channel which is not there: no chat begins (chat-domain §7). */
export const DeadPage = ({ channel, title }: DeadPageProps) => (
  <div class="widget dead-page">
    <div class="widget-head">
      <div>
        <strong>{title}</strong>
      </div>
    </div>
    <div class="closed dead-widget" role="status">
      <p>{words.deadPage(channel)}</p>
      <p class="note">{words.deadPageHint}</p>
    </div>
  </div>
);
