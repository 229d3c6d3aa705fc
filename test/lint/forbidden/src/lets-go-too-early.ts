interface Held extends Disposable {
  ask(): Promise<boolean>;
}

export async function ask(open: () => Held): Promise<boolean> {
  using held = open();
  return held.ask();
}
