export async function runLive({ write }: { write: boolean }): Promise<void> {
  void write;
}
