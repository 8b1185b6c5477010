/** Something that is being opened while other work goes on: its end waits for that. */
export class Opening<T extends AsyncDisposable> implements AsyncDisposable {
  readonly opened: Promise<T>;

  constructor(opened: Promise<T>) {
    this.opened = opened;
    opened.catch(() => {}); // shown where it is awaited
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const value = await this.opened.catch(() => undefined);
    await value?.[Symbol.asyncDispose]();
  }
}
