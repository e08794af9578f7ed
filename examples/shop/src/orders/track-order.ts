import { fetchDeliveryDate, fetchTracking } from '../shipping/carrier-client.js';

export interface TrackingRequest {
  trackingNumber: string;
  signal: AbortSignal;
}

const MAPS_URL = 'https://maps.example/v1';

// The customer closes the page and both requests go on, holding sockets for an answer nobody reads.
export async function trackOrder({ trackingNumber, signal }: TrackingRequest) {
  signal.throwIfAborted();
  // reported: require-signal-forwarding
  const events = await fetchTracking(trackingNumber);
  // reported: require-signal-forwarding, require-timeout
  const map = await fetch(`${MAPS_URL}/route?via=${encodeURIComponent(events.join('|'))}`);
  return { events, map: await map.text() };
}

// Closing the page ends all three requests: the signal goes down to `fetch`, through the helpers too.
export async function estimateDelivery({ trackingNumber, signal }: TrackingRequest) {
  const [events, date] = await Promise.all([
    fetchTracking(trackingNumber, signal),
    fetchDeliveryDate(trackingNumber, signal),
  ]);
  const map = await fetch(`${MAPS_URL}/point?at=${encodeURIComponent(events.at(-1) ?? '')}`, { signal });
  return { date, map: await map.text() };
}

const asked = new Map<string, Promise<string>>();

// Ten customers wait for one answer. The first one closes the page, and nine are told that they gave up.
export async function deliveryDate({ trackingNumber, signal }: TrackingRequest): Promise<string> {
  const known = asked.get(trackingNumber);
  if (known) return await known;
  // reported: no-wrong-signal
  const answer = fetchDeliveryDate(trackingNumber, signal).finally(() => asked.delete(trackingNumber));
  asked.set(trackingNumber, answer);
  return await answer;
}

const tracked = new Map<string, Promise<string[]>>();

// What is asked for everybody ends by a limit of its own, whoever leaves.
export async function trackingEvents({ trackingNumber, signal }: TrackingRequest): Promise<string[]> {
  signal.throwIfAborted();
  const known = tracked.get(trackingNumber);
  if (known) return await known;
  const limit = AbortSignal.timeout(10_000);
  const answer = fetchTracking(trackingNumber, limit).finally(() => tracked.delete(trackingNumber));
  tracked.set(trackingNumber, answer);
  return await answer;
}
