/** Why a question has no answer. */
export type Unanswered =
  /** Another of the same place came before it was asked. */
  | 'superseded'
  /** The worker hung on its text, now or before. */
  | 'tooMuch'
  /** No worker is to be had: they broke again and again. */
  | 'noWorker'
  /** It went wrong in a worker that goes on. */
  | 'failed';

export type Question<Api> = {
  /** Where in the window it comes from; of several there, only the latest counts. */
  readonly place: string;
  readonly source: string;
  /** Asks, and gives the answer to whoever waits for it. Rejects when there is none. */
  readonly ask: (api: Api) => Promise<void>;
  readonly unanswered: (why: Unanswered) => void;
};

/**
 * Questions about texts, asked one at a time, so that it is known on which a worker hangs. Those that wait are
 * superseded by later ones of the same place: nobody needs to know what was wrong three key strokes ago.
 */
export class Questions<Api> {
  readonly #waiting = new Map<string, Question<Api>>();
  #asked: Question<Api> | null = null;
  #api: Api | null = null;

  put(question: Question<Api>): void {
    this.#waiting.get(question.place)?.unanswered('superseded');
    this.#waiting.set(question.place, question);
    this.#next();
  }

  /** The worker that answers from now on. */
  use(api: Api): void {
    this.#api = api;
    this.#next();
  }

  /** The worker is gone; what comes back is the question that it was busy with. */
  lost(): Question<Api> | null {
    const asked = this.#asked;
    this.#api = null;
    this.#asked = null;
    return asked;
  }

  /** None that wait will be answered. */
  giveUp(): void {
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const question of all) question.unanswered('noWorker');
  }

  #next(): void {
    const [question] = this.#waiting.values();
    if (this.#api === null || this.#asked !== null || question === undefined) return;
    this.#waiting.delete(question.place);
    this.#asked = question;
    const done = () => {
      if (this.#asked !== question) return; // its worker is gone
      this.#asked = null;
      this.#next();
    };
    question.ask(this.#api).then(done, () => {
      question.unanswered('failed');
      done();
    });
  }
}
