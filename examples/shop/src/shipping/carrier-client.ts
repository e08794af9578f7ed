export interface Parcel {
  orderId: string;
  postcode: string;
  grams: number;
}

export interface Label {
  orderId: string;
  zpl: string;
}

const CARRIER_URL = 'https://carriers.example/v2';
const CARRIERS = ['dhl', 'ups', 'postnl'] as const;

async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(`${CARRIER_URL}${path}`, { signal });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as T;
}

export async function fetchTracking(trackingNumber: string, signal?: AbortSignal): Promise<string[]> {
  return await getJson<string[]>(`/tracking/${trackingNumber}`, signal);
}

export async function fetchDeliveryDate(trackingNumber: string, signal?: AbortSignal): Promise<string> {
  return await getJson<string>(`/delivery-date/${trackingNumber}`, signal);
}

export async function requestLabel(parcel: Parcel): Promise<Label> {
  const response = await fetch(`${CARRIER_URL}/labels`, {
    method: 'POST',
    body: JSON.stringify(parcel),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`No label for order ${parcel.orderId}: ${response.status}`);
  return (await response.json()) as Label;
}

export async function sendManifest(day: string): Promise<void> {
  await fetch(`${CARRIER_URL}/manifests/${day}`, { method: 'POST', signal: AbortSignal.timeout(10_000) });
}

// Three carriers are written in the source, so three requests are the most there can be.
export async function compareRates(parcel: Parcel): Promise<number[]> {
  return await Promise.all(
    CARRIERS.map(carrier => getJson<number>(`/rates/${carrier}/${parcel.postcode}/${parcel.grams}`)),
  );
}
