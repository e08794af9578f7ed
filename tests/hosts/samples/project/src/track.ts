// A signal that is left behind, which a fix passes on, and one that is passed on.
export async function track(id: string, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  const answer = await fetch(`https://carrier.example/${id}`, {
    // The carrier wants it in capitals.
    method: 'POST',
  });
  return answer.text();
}

export async function estimate(id: string, signal: AbortSignal): Promise<string> {
  const answer = await fetch(`https://carrier.example/${id}/estimate`, { signal });
  return answer.text();
}
