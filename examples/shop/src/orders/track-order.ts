import { fetchDeliveryDate, fetchTracking } from '../shipping/carrier-client.js';

export interface TrackingRequest {
  trackingNumber: string;
  signal: AbortSignal;
}

const MAPS_URL = 'https://maps.example/v1';

// The customer closes the page and both requests go on, holding sockets for an answer nobody reads.
export async function trackOrder({ trackingNumber, signal }: TrackingRequest) {
  signal.throwIfAborted();
  const events = await fetchTracking(trackingNumber);
  // reported: require-timeout
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
