import { setTimeout as sleep } from 'node:timers/promises';

const SUPPLIER_URL = 'https://supplier.example/offers';

export interface Offer {
  sku: string;
  cents: number;
}

// Whoever asks for the price of the day waits for as long as the supplier keeps the connection open.
export async function priceOfTheDay(): Promise<Offer> {
  // reported: require-timeout
  const response = await fetch(`${SUPPLIER_URL}/today`);
  return (await response.json()) as Offer;
}

// A customer who has gone is tried for four more times, with pauses in between.
export async function offersFor(sku: string, signal: AbortSignal): Promise<Offer[]> {
  for (let attempt = 1; attempt <= 5; attempt++) {
    try {
      const response = await fetch(`${SUPPLIER_URL}/${sku}`, { signal });
      return (await response.json()) as Offer[];
      // reported: no-swallowed-abort
    } catch {
      await sleep(100 * 2 ** attempt);
    }
  }
  return [];
}

// The reservation stays when the signal is aborted: giving it back is under the same signal.
export async function reserve(offer: Offer, signal: AbortSignal): Promise<void> {
  const reservation = `${SUPPLIER_URL}/${offer.sku}/reservation`;
  await fetch(reservation, { method: 'PUT', signal });
  try {
    await fetch(`${SUPPLIER_URL}/${offer.sku}/order`, { method: 'POST', signal });
  } finally {
    // reported: no-aborted-cleanup
    await fetch(reservation, { method: 'DELETE', signal });
  }
}

// The second of the first supplier is the second of all of them.
export async function cheapest(urls: string[], signal: AbortSignal): Promise<Offer | undefined> {
  for (const url of urls) {
    // reported: no-nested-signal-in-loop
    signal = AbortSignal.any([signal, AbortSignal.timeout(1000)]);
    const response = await fetch(url, { signal });
    if (response.ok) return (await response.json()) as Offer;
  }
  return undefined;
}

// A supplier who answers with an error leaves a timer of half a minute behind.
export async function stockOf(sku: string): Promise<number> {
  const controller = new AbortController();
  // reported: no-leaked-abort-resource
  const timer = setTimeout(() => controller.abort(), 30_000);
  const response = await fetch(`${SUPPLIER_URL}/${sku}/stock`, { signal: controller.signal });
  clearTimeout(timer);
  return Number(await response.text());
}

// Cleared whatever happens.
export async function priceNow(sku: string): Promise<number> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 30_000);
  try {
    const response = await fetch(`${SUPPLIER_URL}/${sku}/price`, { signal: controller.signal });
    return Number(await response.text());
  } finally {
    clearTimeout(timer);
  }
}
